package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that is made through the native API. */
class ANativeDiskInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed volume;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    volume = terraform.resource("huaweicloud_evsv3_volume");
  }

  private static Object[] disk(Object... more) {
    return Disks.config(
        block("availability_zone", "cn-north-4a", "volume_type", "SAS", "size", 10, "name", "data"),
        more);
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        disk(
            "description",
            "what it is for",
            "tags",
            block("a", "b"),
            "multiattach",
            true,
            "metadata",
            block("k", "v"));
    volume.apply(config);

    assertThat(volume.state().text("status")).isEqualTo("available");
    assertThat(volume.state().text("region")).isEqualTo("cn-north-4");
    assertThat(volume.state().blocks("links")).isNotEmpty();
    assertThat(disks.volume(volume.id(), "/description")).isEqualTo("what it is for");
    assertThat(disks.volume(volume.id(), "/tags/a")).isEqualTo("b");
    assertThat(disks.volume(volume.id(), "/metadata/k")).isEqualTo("v");
    assertThat(volume.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void needsOnlyATypeAndASizeAndKeepsWhatTheCloudChose() {
    volume.apply("volume_type", "GPSSD2", "size", 40, "iops", 4000, "throughput", 200);
    assertThat(volume.state().text("availability_zone")).isNotEmpty();
    assertThat(volume.state().block("iops_attribute").number("total_val")).isEqualTo(4000);
    assertThat(
            volume
                .plan("volume_type", "GPSSD2", "size", 40, "iops", 4000, "throughput", 200)
                .action())
        .isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other, /name", "description, other, /description", "size, 20, /size"})
  void isChangedInPlace(String argument, String value, String pointer) {
    volume.apply(disk());
    String id = volume.id();

    assertThat(volume.plan(disk(argument, value)).action()).isEqualTo(Action.UPDATE);
    volume.apply(disk(argument, value));

    assertThat(volume.id()).isEqualTo(id);
    assertThat(disks.volume(id, pointer)).isEqualTo(value);
    assertThat(volume.plan(disk(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void metadataAndTagsAreChangedInPlace() {
    volume.apply(disk("tags", block("a", "1", "b", "2"), "metadata", block("k", "v")));
    volume.apply(disk("tags", block("a", "3"), "metadata", block("k", "w")));
    assertThat(volume.state().map("tags")).containsExactly(Map.entry("a", "3"));
    assertThat(disks.volume(volume.id(), "/tags/b")).isEmpty();
    assertThat(disks.volume(volume.id(), "/metadata/k")).isEqualTo("w");
    assertThat(volume.plan(disk("tags", block("a", "3"), "metadata", block("k", "w"))).action())
        .isEqualTo(Action.NOTHING);
  }

  @Test
  void theDescriptionGoesWithTheArgument() {
    volume.apply(disk("description", "here"));
    volume.apply(disk());
    assertThat(disks.volume(volume.id(), "/description")).isNullOrEmpty();
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "volume_type, SSD, SAS -> SSD",
    "availability_zone, cn-north-4b, cn-north-4a -> cn-north-4b",
    "image_id, 1234, nothing -> 1234",
    "multiattach, true, false -> true",
    "snapshot_id, 1234, nothing -> 1234",
    "iops, 10, nothing -> 10",
    "throughput, 10, nothing -> 10",
    "dedicated_storage_id, 1234, nothing -> 1234"
  })
  void whatIsFixedIsRefusedUnlessAskedToBeReplaced(String argument, String value, String change) {
    volume.apply(disk());

    assertThat(volume.plan(disk(argument, value)).errors())
        .singleElement()
        .asString()
        .startsWith(argument + " can't be updated, " + change);
    assertThat(volume.plan(disk(argument, value, "enable_force_new", "true")).replacing())
        .containsExactly(argument);
  }

  @Test
  void theProviderBlockMayAskForReplacementOfAll() {
    volume.apply(disk());
    Managed taken =
        Terraform.at(cloud.url(), block("enable_force_new", true))
            .resource("huaweicloud_evsv3_volume")
            .imported(volume.id());

    assertThat(taken.plan(disk("volume_type", "SSD")).replacing()).containsExactly("volume_type");
    assertThat(taken.plan(disk("volume_type", "SSD", "enable_force_new", "false")).errors())
        .hasSize(1);
  }

  @Test
  void isImportedByItsId() {
    volume.apply(disk("tags", block("a", "b"), "cascade", true));
    Managed imported = terraform.resource("huaweicloud_evsv3_volume").imported(volume.id());

    assertThat(imported.plan(disk("tags", block("a", "b"))).action()).isEqualTo(Action.NOTHING);
    assertThat(imported.plan(disk("tags", block("a", "b"), "cascade", true)).action())
        .isEqualTo(Action.UPDATE);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    volume.apply(disk());
    cloud.http().delete("/evs/v2/" + Disks.PROJECT + "/cloudvolumes/" + volume.id());
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    volume.apply(disk());
    cloud
        .http()
        .put(
            "/evs/v2/" + Disks.PROJECT + "/cloudvolumes/" + volume.id(),
            "{\"volume\":{\"name\":\"renamed\"}}");
    assertThat(volume.plan(disk()).action()).isEqualTo(Action.UPDATE);
    volume.apply(disk());
    assertThat(disks.volume(volume.id(), "/name")).isEqualTo("data");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault(
        "{\"on\": {\"edge\": \"volume.create\"}, \"when\": {\"first\": 1}, \"do\": {\"fail\": true}}");

    assertThat(volume.attempt(disk()))
        .singleElement()
        .asString()
        .contains("unexpected status (error)");
    assertThat(volume.isTainted()).isTrue();
    volume.apply(disk());
    assertThat(volume.isTainted()).isFalse();
  }

  @Test
  void anExtensionThatFailsKeepsTheOldSizeInTheState() {
    volume.apply(disk());
    cloud.fault("{\"on\": {\"edge\": \"volume.extend\"}, \"do\": {\"fail\": true}}");

    assertThat(volume.attempt(disk("size", 20, "name", "other")))
        .singleElement()
        .asString()
        .contains("error_extending");
    assertThat(volume.state().text("name")).isEqualTo("other");
    assertThat(volume.state().number("size")).isEqualTo(10);
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    volume.apply(disk("timeouts", block("delete", "1s")));
    cloud.fault("{\"on\": {\"edge\": \"volume.delete\"}, \"do\": {\"fail\": true}}");

    assertThat(volume.tryDestroy())
        .singleElement()
        .asString()
        .contains("timeout while waiting for volume");
    assertThat(volume.exists()).isTrue();
    assertThat(disks.volume(volume.id(), "/status")).isEqualTo("error_deleting");
  }

  @Test
  void isDetachedAndGoesWithItsSnapshotsWhenItIsDestroyed() {
    volume.apply(disk("cascade", true));
    var servers = new Servers(cloud);
    Managed server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    terraform
        .resource("huaweicloud_compute_volume_attach")
        .apply("instance_id", server.id(), "volume_id", volume.id());
    disks.snapshot(volume, "force", true);
    String id = volume.id();

    volume.destroy();

    assertThat(cloud.http().get("/evs/v3/" + Disks.PROJECT + "/volumes/" + id).status())
        .isEqualTo(404);
    assertThat(cloud.resources()).noneMatch(resource -> resource.startsWith("snapshot "));
  }
}
