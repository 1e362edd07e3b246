package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots of version 5: huaweicloud_evsv5_snapshot, and the roll back to one. */
class AStandardSnapshotInTerraformTest {
  private static final String TYPE = "huaweicloud_evsv5_snapshot";
  private static final String PATH = "/evs/v5/" + Disks.PROJECT + "/snapshots/";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed disk;
  private Managed snapshot;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    disk = disks.disk("data", "volume_type", "SSD");
    snapshot = terraform.resource(TYPE);
  }

  private Object[] config(Object... more) {
    return Disks.config(block("volume_id", disk.id(), "name", "before"), more);
  }

  private HttpAnswer get(String id) {
    return cloud.http().get(PATH + id);
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        config(
            "description",
            "why",
            "instant_access",
            true,
            "incremental",
            false,
            "tags",
            block("role", "log"));
    snapshot.apply(config);

    Values state = snapshot.state();
    assertThat(state.text("status")).isEqualTo("available");
    assertThat(state.number("size")).isEqualTo(10);
    assertThat(state.text("snapshot_type")).isEqualTo("user");
    assertThat(state.text("enterprise_project_id")).isEqualTo("0");
    assertThat(state.block("snapshot_chains").number("snapshot_count")).isEqualTo(1);
    assertThat(state.has("region")).isFalse();
    HttpAnswer told = get(snapshot.id());
    assertThat(told.at("/snapshot/description")).isEqualTo("why");
    assertThat(told.json().at("/snapshot/instant_access").asBoolean()).isTrue();
    assertThat(told.json().at("/snapshot/incremental").asBoolean()).isFalse();
    assertThat(told.at("/snapshot/tags/role")).isEqualTo("log");
    assertThat(snapshot.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void nothingButADiskIsNeeded() {
    snapshot.apply("volume_id", disk.id());

    assertThat(snapshot.state().isSet("incremental")).isTrue();
    assertThat(snapshot.state().isSet("instant_access")).isFalse();
    assertThat(snapshot.plan("volume_id", disk.id()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other", "description, other"})
  void isChangedInPlace(String argument, String value) {
    String id = snapshot.apply(config()).id();

    assertThat(snapshot.plan(config(argument, value)).action()).isEqualTo(Action.UPDATE);
    snapshot.apply(config(argument, value));

    assertThat(snapshot.id()).isEqualTo(id);
    assertThat(get(id).at("/snapshot/" + argument)).isEqualTo(value);
    assertThat(snapshot.plan(config(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void instantAccessAndTagsAreChangedInPlace() {
    snapshot.apply(config("instant_access", true, "tags", block("a", "1", "b", "2")));
    Object[] other = config("instant_access", false, "tags", block("b", "3"));
    snapshot.apply(other);

    HttpAnswer told = get(snapshot.id());
    assertThat(told.json().at("/snapshot/instant_access").asBoolean()).isFalse();
    assertThat(told.json().at("/snapshot/tags")).hasToString("{\"b\":\"3\"}");
    assertThat(snapshot.plan(other).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void whatTheCloudRefusesKeepsWhatWasBefore() {
    snapshot.apply(config());

    assertThat(snapshot.attempt(config("instant_access", true)))
        .singleElement()
        .asString()
        .contains("EVS.5400");
    assertThat(snapshot.state().isSet("instant_access")).isFalse();
  }

  @Test
  void whatIsFixedIsRefusedOrReplaced() {
    snapshot.apply(config());

    assertThat(snapshot.plan(config("incremental", false)).errors())
        .singleElement()
        .asString()
        .startsWith("incremental can't be updated, true -> false");
    assertThat(snapshot.plan(config("volume_id", disks.disk("other").id())).errors()).hasSize(1);
    assertThat(snapshot.plan(config("incremental", false, "enable_force_new", "true")).replacing())
        .containsExactly("incremental");
  }

  @Test
  void isImportedByItsId() {
    Object[] config = config("description", "why", "tags", block("a", "1"));
    snapshot.apply(config);

    Managed imported = terraform.resource(TYPE).imported(snapshot.id());

    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    snapshot.apply(config());
    assertThat(cloud.http().delete(PATH + snapshot.id()).status()).isEqualTo(202);
    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeen() {
    snapshot.apply(config());
    cloud.http().put(PATH + snapshot.id(), "{\"snapshot\": {\"name\": \"renamed\"}}");

    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.UPDATE);
    assertThat(snapshot.state().text("name")).isEqualTo("renamed");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault("{\"on\": {\"edge\": \"snapshot.create\"}, \"do\": {\"fail\": true}}");

    assertThat(snapshot.attempt(config()))
        .singleElement()
        .asString()
        .contains("EVS v5 snapshot", "job failed with code EVS.2002");
    assertThat(snapshot.isTainted()).isTrue();
    assertThat(snapshot.plan(config()).action()).isEqualTo(Action.REPLACE);
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    snapshot.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"snapshot.delete\"}, \"do\": {\"fail\": true}}");

    assertThat(snapshot.tryDestroy()).singleElement().asString().contains("error_deleting");
    assertThat(snapshot.exists()).isTrue();
  }

  @Test
  void aSecondOneOfTheDiskAtATimeIsRefused() {
    cloud.fault("{\"on\": {\"edge\": \"snapshot.create\"}, \"do\": {\"stall\": true}}");
    String body = "{\"snapshot\": {\"volume_id\": \"" + disk.id() + "\"}}";
    assertThat(cloud.http().post("/evs/v5/" + Disks.PROJECT + "/snapshots", body).status())
        .isEqualTo(202);

    assertThat(snapshot.attempt(config())).singleElement().asString().contains("EVS.2409");
    assertThat(snapshot.exists()).isFalse();
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    String id = snapshot.apply(config()).id();
    snapshot.destroy();
    assertThat(get(id).status()).isEqualTo(404);
  }

  @Test
  void aDiskIsRolledBackToIt() {
    snapshot.apply(config());
    Managed rollback = terraform.resource("huaweicloud_evsv5_snapshot_rollback");
    Object[] config = {"snapshot_id", snapshot.id(), "volume_id", disk.id()};
    rollback.apply(config);

    assertThat(cloud.http().get("/_ecsim/journal?id=" + disk.id()).text()).contains("rollbacking");
    assertThat(rollback.plan(config).action()).isEqualTo(Action.NOTHING);
    assertThat(rollback.plan("snapshot_id", "other", "volume_id", disk.id()).errors())
        .singleElement()
        .asString()
        .startsWith("snapshot_id can't be updated");
    var before = cloud.resources();
    rollback.destroy();
    assertThat(cloud.resources()).isEqualTo(before);
  }

  @Test
  void anotherDiskIsWrittenDownAndNotRolledBack() {
    snapshot.apply(config());
    Managed rollback = terraform.resource("huaweicloud_evsv5_snapshot_rollback");
    rollback.apply("snapshot_id", snapshot.id(), "volume_id", disk.id());
    Managed other = disks.disk("other");
    Object[] config = {"snapshot_id", snapshot.id(), "volume_id", other.id()};

    assertThat(rollback.plan(config).action()).isEqualTo(Action.UPDATE);
    rollback.apply(config);
    assertThat(disks.volume(other.id(), "/status")).isEqualTo("available");
    assertThat(cloud.http().get("/_ecsim/journal?id=" + other.id()).text())
        .doesNotContain("rollbacking");
  }

  @Test
  void aDataSourceFindsThem() {
    snapshot.apply(config("tags", block("role", "log")));
    Managed other = terraform.resource(TYPE).apply("volume_id", disks.disk("other").id());
    String source = "huaweicloud_evsv5_snapshots";

    assertThat(terraform.data(source).blocks("snapshots")).hasSize(2);
    Values found = terraform.data(source, "volume_id", disk.id());
    assertThat(found.blocks("snapshots")).hasSize(1);
    assertThat(found.block("snapshots").text("id")).isEqualTo(snapshot.id());
    assertThat(found.block("snapshots").map("tags")).containsExactly(Map.entry("role", "log"));
    assertThat(found.block("snapshots").block("snapshot_chains").text("volume_id"))
        .isEqualTo(disk.id());
    assertThat(ids(source, "id", other.id())).isEqualTo(other.id());
    assertThat(ids(source, "ids", other.id() + ",unknown")).isEqualTo(other.id());
    assertThat(ids(source, "tag_key", "role")).isEqualTo(snapshot.id());
    assertThat(ids(source, "tags", "{\"role\":\"log\"}")).isEqualTo(snapshot.id());
    assertThat(terraform.data(source, "status", "error").blocks("snapshots")).isEmpty();
    assertThat(terraform.ask(source, "sort_key", "x").errors()).hasSize(1);
  }

  private String ids(String source, String filter, String value) {
    return String.join(
        " ",
        terraform.data(source, filter, value).blocks("snapshots").stream()
            .map(found -> found.text("id"))
            .toList());
  }

  @Test
  void theirChainsAndTagsAreFoundToo() {
    snapshot.apply(config("tags", block("role", "log")));
    disks.snapshot(disks.disk("other"));
    String source = "huaweicloud_evs_snapshot_chains";

    assertThat(terraform.data(source).blocks("snapshot_chains")).hasSize(2);
    Values chain = terraform.data(source, "volume_id", disk.id()).block("snapshot_chains");
    assertThat(chain.number("capacity")).isEqualTo(10);
    assertThat(terraform.data(source, "category", "backup").blocks("snapshot_chains")).isEmpty();
    Values tag = terraform.data("huaweicloud_evs_snapshots_tags").block("tags");
    assertThat(tag.text("key")).isEqualTo("role");
    assertThat(tag.texts("value")).containsExactly("log");
  }
}
