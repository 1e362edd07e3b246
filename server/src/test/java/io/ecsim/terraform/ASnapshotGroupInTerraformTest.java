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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots of several disks, made together: huaweicloud_evs_snapshot_group. */
class ASnapshotGroupInTerraformTest {
  private static final String TYPE = "huaweicloud_evs_snapshot_group";
  private static final String PATH = "/evs/v5/" + Disks.PROJECT + "/snapshot-groups/";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Disks disks;
  private Managed one;
  private Managed two;
  private Managed group;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    disks = new Disks(cloud, terraform);
    one = disks.disk("one");
    two = disks.disk("two");
    group = terraform.resource(TYPE);
  }

  private Object[] config(Object... more) {
    return Disks.config(block("volume_ids", List.of(one.id(), two.id()), "name", "both"), more);
  }

  private HttpAnswer get(String id) {
    return cloud.http().get(PATH + id);
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        config("description", "why", "tags", block("role", "log"), "incremental", true);
    group.apply(config);

    assertThat(group.state().text("status")).isEqualTo("available");
    assertThat(group.state().has("region")).isFalse();
    assertThat(get(group.id()).at("/snapshot_group/description")).isEqualTo("why");
    assertThat(get(group.id()).at("/snapshot_group/tags/role")).isEqualTo("log");
    List<Values> made =
        terraform
            .data("huaweicloud_evsv5_snapshots", "snapshot_group_id", group.id())
            .blocks("snapshots");
    assertThat(made).extracting(snapshot -> snapshot.text("volume_id")).contains(one.id());
    // The provider never sends it.
    assertThat(made).hasSize(2).noneMatch(snapshot -> snapshot.isSet("incremental"));
    assertThat(group.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aServersDisksAreMadeAGroup() {
    var servers = new Servers(cloud);
    Managed server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    group.apply("server_id", server.id());

    assertThat(get(group.id()).at("/snapshot_group/server_id")).isEqualTo(server.id());
    assertThat(
            terraform
                .data("huaweicloud_evsv5_snapshots", "snapshot_group_id", group.id())
                .blocks("snapshots"))
        .hasSize(1);
    assertThat(group.plan("server_id", server.id()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other", "description, other"})
  void isChangedInPlace(String argument, String value) {
    String id = group.apply(config("description", "why")).id();

    assertThat(group.plan(config("description", "why", argument, value)).action())
        .isEqualTo(Action.UPDATE);
    group.apply(config("description", "why", argument, value));

    assertThat(group.id()).isEqualTo(id);
    assertThat(get(id).at("/snapshot_group/" + argument)).isEqualTo(value);
  }

  @Test
  void aDescriptionAndTagsCanBeTakenAway() {
    group.apply(config("description", "why", "tags", block("a", "1", "b", "2")));
    Object[] bare = config("tags", block("b", "3"));
    group.apply(bare);

    assertThat(get(group.id()).at("/snapshot_group/description")).isEmpty();
    assertThat(get(group.id()).json().at("/snapshot_group/tags")).hasToString("{\"b\":\"3\"}");
    assertThat(group.plan(bare).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void whatIsFixedIsRefusedOrReplaced() {
    group.apply(config());
    Object[] other = config("volume_ids", List.of(one.id()));

    assertThat(group.plan(other).errors())
        .singleElement()
        .asString()
        .startsWith("volume_ids can't be updated");
    assertThat(
            group
                .plan(config("volume_ids", List.of(one.id()), "enable_force_new", "true"))
                .replacing())
        .containsExactly("volume_ids");
  }

  @Test
  void isImportedByItsIdWithoutItsDisks() {
    group.apply(config("description", "why"));

    Managed imported = terraform.resource(TYPE).imported(group.id());

    assertThat(imported.plan("name", "both", "description", "why").action())
        .isEqualTo(Action.NOTHING);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    group.apply(config());
    assertThat(cloud.http().delete(PATH + group.id()).status()).isEqualTo(202);
    assertThat(group.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeen() {
    group.apply(config());
    cloud.http().put(PATH + group.id(), "{\"snapshot_group\": {\"name\": \"renamed\"}}");

    assertThat(group.plan(config()).action()).isEqualTo(Action.UPDATE);
    assertThat(group.state().text("name")).isEqualTo("renamed");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault("{\"on\": {\"edge\": \"snapshot.create\"}, \"do\": {\"fail\": true}}");

    assertThat(group.attempt(config()))
        .singleElement()
        .asString()
        .contains("EVS snapshot group", "job failed with code EVS.2002");
    assertThat(group.isTainted()).isTrue();
    assertThat(group.plan(config()).action()).isEqualTo(Action.REPLACE);
  }

  @Test
  void aCollisionIsTriedAgain() {
    cloud.fault(
        "{\"on\": {\"operation\": \"CreateSnapshotGroup\"}, \"when\": {\"first\": 2},"
            + " \"do\": {\"refuse\": \"EVS.2409\"}}");
    group.apply(config());

    assertThat(group.state().text("status")).isEqualTo("available");
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    group.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"snapshot.delete\"}, \"do\": {\"fail\": true}}");

    assertThat(group.tryDestroy()).singleElement().asString().contains("error_deleting");
    assertThat(group.exists()).isTrue();
  }

  @Test
  void isGoneFromTheCloudWithItsSnapshotsWhenItIsDestroyed() {
    String id = group.apply(config()).id();
    group.destroy();

    assertThat(get(id).status()).isEqualTo(404);
    assertThat(terraform.data("huaweicloud_evsv5_snapshots").blocks("snapshots")).isEmpty();
  }

  @Test
  void aDataSourceFindsThemAndTheirTags() {
    group.apply(config("tags", block("role", "log")));
    Managed other = terraform.resource(TYPE).apply("volume_ids", List.of(one.id()));
    String source = "huaweicloud_evs_snapshot_groups";

    assertThat(terraform.data(source).blocks("snapshot_groups")).hasSize(2);
    Values found = terraform.data(source, "name", "both").block("snapshot_groups");
    assertThat(found.text("id")).isEqualTo(group.id());
    assertThat(found.map("tags")).containsEntry("role", "log");
    assertThat(terraform.data(source, "id", other.id()).blocks("snapshot_groups")).hasSize(1);
    assertThat(
            terraform
                .data(source, "tags", "[{\"key\":\"role\",\"value\":\"log\"}]")
                .blocks("snapshot_groups"))
        .hasSize(1);
    assertThat(terraform.data(source, "status", "error").blocks("snapshot_groups")).isEmpty();
    Values tag = terraform.data("huaweicloud_evs_snapshot_groups_tags").block("tags");
    assertThat(tag.text("key")).isEqualTo("role");
    assertThat(tag.texts("value")).containsExactly("log");
  }
}
