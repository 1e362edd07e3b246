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
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots, through EVS's own API and through the native one. */
class ASnapshotInTerraformTest {
  private static final String OWN = "huaweicloud_evs_snapshot";
  private static final String NATIVE = "huaweicloud_evsv3_snapshot";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed disk;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    disk = disks.disk("data");
  }

  private Object[] config(Object... more) {
    return Disks.config(block("volume_id", disk.id(), "name", "before"), more);
  }

  private void behindItsBack(Managed snapshot) {
    String path = "/evs/v2/" + Disks.PROJECT + "/cloudsnapshots/" + snapshot.id();
    assertThat(cloud.http().delete(path).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo(String type) {
    Managed snapshot = terraform.resource(type);
    Object[] config = config("description", "why", "metadata", block("a", "b"));
    snapshot.apply(config);

    assertThat(snapshot.state().text("status")).isEqualTo("available");
    assertThat(snapshot.state().number("size")).isEqualTo(10);
    assertThat(snapshot.state().text("region")).isEqualTo("cn-north-4");
    assertThat(snapshot.state().map("metadata_origin")).containsExactly(Map.entry("a", "b"));
    assertThat(disks.snapshot(snapshot.id(), "/description")).isEqualTo("why");
    assertThat(disks.snapshot(snapshot.id(), "/metadata/a")).isEqualTo("b");
    assertThat(snapshot.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    OWN + ", name, other",
    OWN + ", description, other",
    NATIVE + ", name, other",
    NATIVE + ", description, other"
  })
  void isChangedInPlace(String type, String argument, String value) {
    Managed snapshot = terraform.resource(type).apply(config());
    String id = snapshot.id();

    assertThat(snapshot.plan(config(argument, value)).action()).isEqualTo(Action.UPDATE);
    snapshot.apply(config(argument, value));

    assertThat(snapshot.id()).isEqualTo(id);
    assertThat(disks.snapshot(id, "/" + argument)).isEqualTo(value);
    assertThat(snapshot.plan(config(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void onlyTheNativeOneLosesItsDescription() {
    Managed own = terraform.resource(OWN).apply(config("description", "why"));
    Managed ofCinder = terraform.resource(NATIVE).apply(config("description", "why"));
    own.apply(config());
    ofCinder.apply(config());

    assertThat(own.plan(config()).action()).isEqualTo(Action.UPDATE);
    assertThat(disks.snapshot(own.id(), "/description")).isEqualTo("why");
    assertThat(ofCinder.plan(config()).action()).isEqualTo(Action.NOTHING);
    assertThat(disks.snapshot(ofCinder.id(), "/description")).isNullOrEmpty();
  }

  @Test
  void whatCannotBeChangedIsReplacedByTheOneAndRefusedByTheOther() {
    Object[] other = config("metadata", block("a", "c"));
    Managed own = terraform.resource(OWN).apply(config("metadata", block("a", "b")));
    Managed ofCinder = terraform.resource(NATIVE).apply(config("metadata", block("a", "b")));

    assertThat(own.plan(other).replacing()).containsExactly("metadata");
    assertThat(ofCinder.plan(other).errors())
        .singleElement()
        .asString()
        .startsWith("metadata can't be updated, {a=b} -> {a=c}");
    assertThat(
            ofCinder
                .plan(config("metadata", block("a", "c"), "enable_force_new", "true"))
                .replacing())
        .containsExactly("metadata");
    assertThat(own.plan(config("volume_id", disks.disk("other").id())).replacing())
        .containsExactly("volume_id");
  }

  @Test
  void whatTheCloudAddsToItsMetadataIsNoDifference() {
    Object[] config = config("metadata", block("a", "b"));
    Managed snapshot = terraform.resource(OWN).apply(config);
    String path = "/evs/v3/" + Disks.PROJECT + "/snapshots/" + snapshot.id() + "/metadata";
    cloud.http().post(path, "{\"metadata\": {\"added\": \"here\"}}");

    assertThat(snapshot.plan(config).action()).isEqualTo(Action.NOTHING);
    assertThat(snapshot.state().map("metadata")).containsEntry("added", "here");
    assertThat(snapshot.plan(config("metadata", block("added", "here"))).replacing())
        .containsExactly("metadata");
  }

  @Test
  void ofADiskInUseNeedsForce() {
    var servers = new Servers(cloud);
    Managed server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    terraform
        .resource("huaweicloud_compute_volume_attach")
        .apply("instance_id", server.id(), "volume_id", disk.id());
    Managed snapshot = terraform.resource(NATIVE);

    assertThat(snapshot.attempt(config())).singleElement().asString().contains("in-use");
    snapshot.apply(config("force", true));
    assertThat(snapshot.plan(config("force", true)).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void isImportedByItsId(String type) {
    Object[] config = config("description", "why", "metadata", block("a", "b"));
    Managed snapshot = terraform.resource(type).apply(config);

    Managed imported = terraform.resource(type).imported(snapshot.id());

    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void isPlannedAnewWhenItHasVanished(String type) {
    Managed snapshot = terraform.resource(type).apply(config());
    behindItsBack(snapshot);
    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void whatSomebodyElseChangedIsSeen(String type) {
    Managed snapshot = terraform.resource(type).apply(config());
    cloud
        .http()
        .put(
            "/evs/v2/" + Disks.PROJECT + "/cloudsnapshots/" + snapshot.id(),
            "{\"snapshot\": {\"name\": \"renamed\"}}");
    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.UPDATE);
    assertThat(snapshot.state().text("name")).isEqualTo("renamed");
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void aCreationThatFailsLateIsRememberedAsTainted(String type) {
    cloud.fault("{\"on\": {\"edge\": \"snapshot.create\"}, \"do\": {\"fail\": true}}");
    Managed snapshot = terraform.resource(type);

    assertThat(snapshot.attempt(config()))
        .singleElement()
        .asString()
        .contains("unexpected status (error)");
    assertThat(snapshot.isTainted()).isTrue();
    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.REPLACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void aDeletionThatFailsLeavesItInTheState(String type) {
    Managed snapshot = terraform.resource(type).apply(config());
    cloud.fault("{\"on\": {\"edge\": \"snapshot.delete\"}, \"do\": {\"fail\": true}}");

    assertThat(snapshot.tryDestroy())
        .singleElement()
        .asString()
        .contains("unexpected status (error_deleting)");
    assertThat(snapshot.exists()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, NATIVE})
  void isGoneFromTheCloudWhenItIsDestroyed(String type) {
    Managed snapshot = terraform.resource(type).apply(config());
    String id = snapshot.id();
    snapshot.destroy();
    String path = "/evs/v2/" + Disks.PROJECT + "/cloudsnapshots/";
    assertThat(cloud.http().get(path + id).status()).isEqualTo(404);
  }
}
