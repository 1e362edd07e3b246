package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AVolumeInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed volume;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    volume = terraform.resource("huaweicloud_evs_volume");
  }

  /** The least that a disk needs, and these arguments instead or besides. */
  private static Object[] disk(Object... more) {
    Map<String, Object> config =
        block("availability_zone", "cn-north-4a", "volume_type", "SAS", "size", 10, "name", "data");
    config.putAll(block(more));
    return config.entrySet().stream()
        .flatMap(argument -> java.util.stream.Stream.of(argument.getKey(), argument.getValue()))
        .toArray();
  }

  private String inTheCloud(String pointer) {
    return cloud
        .http()
        .get("/evs/v2/0ec5a000000000000000000000000001/cloudvolumes/" + volume.id())
        .at("/volume" + pointer);
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        disk("description", "what it is for", "tags", block("a", "b"), "multiattach", true);
    volume.apply(config);

    assertThat(volume.state().text("status")).isEqualTo("available");
    assertThat(volume.state().text("region")).isEqualTo("cn-north-4");
    assertThat(volume.state().text("device_type")).isEqualTo("VBD");
    assertThat(inTheCloud("/description")).isEqualTo("what it is for");
    assertThat(inTheCloud("/multiattach")).isEqualTo("true");
    assertThat(inTheCloud("/tags/a")).isEqualTo("b");
    assertThat(volume.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void computedAttributesAreUnknownBeforeItIsMade() {
    var plan = volume.plan(disk());

    assertThat(plan.action()).isEqualTo(Action.CREATE);
    assertThat(plan.isUnknown("id")).isTrue();
    assertThat(plan.isUnknown("status")).isTrue();
    assertThat(plan.values().text("device_type")).isEqualTo("VBD");
  }

  @ParameterizedTest
  @CsvSource({
    "name, other, /name",
    "description, other, /description",
    "size, 20, /size",
    "volume_type, SSD, /volume_type"
  })
  void isChangedInPlace(String argument, String value, String pointer) {
    volume.apply(disk());
    String id = volume.id();

    assertThat(volume.plan(disk(argument, value)).action()).isEqualTo(Action.UPDATE);
    volume.apply(disk(argument, value));

    assertThat(volume.id()).isEqualTo(id);
    assertThat(inTheCloud(pointer)).isEqualTo(value);
    assertThat(volume.plan(disk(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void performanceIsChangedInPlace() {
    Object[] slow = disk("volume_type", "GPSSD2", "size", 40, "iops", 3000, "throughput", 125);
    Object[] fast = disk("volume_type", "GPSSD2", "size", 40, "iops", 4000, "throughput", 200);
    volume.apply(slow);
    String id = volume.id();
    volume.apply(fast);

    assertThat(volume.id()).isEqualTo(id);
    assertThat(inTheCloud("/iops/total_val")).isEqualTo("4000");
    assertThat(inTheCloud("/throughput/total_val")).isEqualTo("200");
    assertThat(volume.plan(fast).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsSnapshotsGoWithItWhereThatIsAskedFor() {
    volume.apply(disk("cascade", true));
    String snapshots = "/evs/v2/0ec5a000000000000000000000000001/cloudsnapshots";
    String body = "{\"snapshot\":{\"volume_id\":\"%s\"}}".formatted(volume.id());
    assertThat(cloud.http().post(snapshots, body).status()).isEqualTo(202);
    volume.destroy();

    assertThat(cloud.http().get(snapshots + "/detail").at("/count")).isEqualTo("0");
  }

  @Test
  void tagsAreReplacedAsAWholeAndRemovedWithTheArgument() {
    volume.apply(disk("tags", block("a", "1", "b", "2")));
    volume.apply(disk("tags", block("a", "3")));
    assertThat(volume.state().map("tags")).containsExactly(Map.entry("a", "3"));
    assertThat(inTheCloud("/tags/b")).isEmpty();

    volume.apply(disk());
    assertThat(inTheCloud("/tags/a")).isEmpty();
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theDescriptionGoesWithTheArgument() {
    volume.apply(disk("description", "here"));
    volume.apply(disk());
    assertThat(inTheCloud("/description")).isNullOrEmpty();
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "availability_zone, cn-north-4b",
    "device_type, SCSI",
    "multiattach, true",
    "enterprise_project_id, 1",
    "snapshot_id, 1234",
    "image_id, 1234",
    "backup_id, 1234",
    "kms_id, 1234",
    "server_id, 1234",
    "dedicated_storage_id, 1234"
  })
  void isMadeAnewWhereTheCloudCannotChangeIt(String argument, String value) {
    volume.apply(disk());

    var plan = volume.plan(disk(argument, value));

    assertThat(plan.action()).isEqualTo(Action.REPLACE);
    assertThat(plan.replacing()).containsExactly(argument);
  }

  @Test
  void isReplacedByAnother() {
    volume.apply(disk());
    String id = volume.id();
    volume.apply(disk("availability_zone", "cn-north-4b"));
    assertThat(volume.id()).isNotEqualTo(id);
    assertThat(inTheCloud("/availability_zone")).isEqualTo("cn-north-4b");
  }

  @Test
  void isImportedByItsId() {
    volume.apply(disk("tags", block("a", "b")));
    Managed imported = terraform.resource("huaweicloud_evs_volume").imported(volume.id());

    assertThat(imported.plan(disk("tags", block("a", "b"))).action()).isEqualTo(Action.NOTHING);
    assertThat(imported.state().map("tags")).containsEntry("a", "b");
  }

  @Test
  void cannotBeImportedIfThereIsNone() {
    assertThat(volume.tryImport("no-such-disk")).isEmpty();
    assertThat(volume.exists()).isFalse();
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    volume.apply(disk());
    cloud.http().delete("/evs/v2/0ec5a000000000000000000000000001/cloudvolumes/" + volume.id());

    assertThat(volume.plan(disk()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    volume.apply(disk());
    cloud
        .http()
        .put(
            "/evs/v2/0ec5a000000000000000000000000001/cloudvolumes/" + volume.id(),
            "{\"volume\":{\"name\":\"renamed\"}}");

    var plan = volume.plan(disk());
    assertThat(volume.state().text("name")).isEqualTo("renamed");
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    volume.apply(disk());
    assertThat(inTheCloud("/name")).isEqualTo("data");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault(
        """
        {"on": {"edge": "volume.create"}, "when": {"first": 1}, "do": {"fail": "EVS.2024"}}""");

    List<String> errors = volume.attempt(disk());

    assertThat(errors).singleElement().asString().contains("EVS.2024", "job");
    assertThat(volume.isTainted()).isTrue();
    assertThat(volume.state().text("status")).isEqualTo("error");
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.REPLACE);
    volume.apply(disk());
    assertThat(volume.isTainted()).isFalse();
    assertThat(volume.state().text("status")).isEqualTo("available");
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    List<String> errors = volume.attempt(disk("availability_zone", "nowhere-1a"));
    assertThat(errors).singleElement().asString().contains("EVS.", "nowhere-1a");
    assertThat(volume.exists()).isFalse();
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    volume.apply(disk());
    cloud.fault("{\"on\": {\"edge\": \"volume.delete\"}, \"do\": {\"fail\": true}}");

    assertThat(volume.tryDestroy()).singleElement().asString().contains("EVS.2020");

    assertThat(volume.exists()).isTrue();
    assertThat(volume.refresh()).isEmpty();
    assertThat(volume.state().text("status")).isEqualTo("error_deleting");
  }

  @Test
  void anExtensionThatFailsKeepsTheOldSizeInTheState() {
    volume.apply(disk());
    cloud.fault("{\"on\": {\"edge\": \"volume.extend\"}, \"do\": {\"fail\": true}}");

    assertThat(volume.attempt(disk("size", 20, "name", "other"))).hasSize(1);

    assertThat(volume.state().text("name")).isEqualTo("other");
    assertThat(volume.state().number("size")).isEqualTo(10);
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    volume.apply(disk());
    volume.destroy();
    assertThat(
            cloud.http().get("/evs/v2/0ec5a000000000000000000000000001/cloudvolumes/detail").text())
        .contains("\"volumes\":[]");
  }

  @ParameterizedTest
  @CsvSource({
    "device_type, IDE, expected device_type to be one of",
    "charging_mode, later, expected charging_mode to be one of",
    "period, 12, expected period to be in the range (1 - 9)",
    "period_unit, week, expected period_unit to be one of",
    "auto_renew, perhaps, expected auto_renew to be one of"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(volume.validate(disk(argument, value)))
        .anySatisfy(error -> assertThat(error).contains(message));
  }

  @Test
  void aPeriodNeedsItsUnit() {
    assertThat(volume.validate(disk("period", 1)))
        .singleElement()
        .asString()
        .contains("Missing required argument", "all of `period,period_unit` must be specified");
  }

  @Test
  void withoutBackupItNeedsASize() {
    assertThat(volume.validate("availability_zone", "cn-north-4a", "volume_type", "SAS"))
        .singleElement()
        .asString()
        .contains("one of `backup_id,size` must be specified");
  }

  @Test
  void anotherTimeoutIsNoChange() {
    volume.apply(disk());
    assertThat(volume.plan(disk("timeouts", block("create", "1h"))).action())
        .isEqualTo(Action.NOTHING);
  }

  @Test
  void aTimeoutThatIsNoDurationIsRefused() {
    assertThat(volume.validate(disk("timeouts", block("create", "soon"))))
        .singleElement()
        .asString()
        .contains("soon");
  }
}
