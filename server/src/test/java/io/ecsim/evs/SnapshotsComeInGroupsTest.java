package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.group.GroupStatus;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of snapshots: one of each disk, made and deleted together. */
class SnapshotsComeInGroupsTest {
  @RegisterExtension
  final Shop shop = new Shop(Shop.offering(limits -> limits.with(Limit.SNAPSHOTS, 5)));

  private final Vault vault = new Vault(shop);

  @Test
  void create_poll_the_job_show_delete() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    HttpAnswer created =
        vault.group(
            "'volume_ids':['%s','%s'],'name':'both','description':'text','tags':{'env':'test'}"
                .formatted(one, two));
    assertThat(created.status()).isEqualTo(202);
    String id = created.at("/snapshot_group_id");
    String job = created.at("/job_id");
    assertThat(vault.groupStatus(id)).isEqualTo("creating");
    assertThat(vault.job(job).at("/status")).isEqualTo("RUNNING");
    assertThat(vault.names("status=creating&snapshot_group_id=" + id)).hasSize(2);

    shop.ecsim.advance(Duration.ofSeconds(4));
    JsonNode group = vault.showGroup(id).json().path("snapshot_group");
    assertThat(group.path("status").asText()).isEqualTo("available");
    assertThat(group.path("name").asText()).isEqualTo("both");
    assertThat(group.path("description").asText()).isEqualTo("text");
    assertThat(group.path("tags").toString()).isEqualTo("{\"env\":\"test\"}");
    assertThat(group.path("enterprise_project_id").asText()).isEqualTo("0");
    assertThat(group.has("server_id")).isFalse();
    HttpAnswer done = vault.job(job);
    assertThat(done.at("/status")).isEqualTo("SUCCESS");
    assertThat(done.at("/entities/sub_jobs/0/entities/volume_id")).isEqualTo(one);
    assertThat(done.at("/entities/sub_jobs/1/entities/volume_id")).isEqualTo(two);
    assertThat(done.json().path("entities")).hasSize(1);
    for (JsonNode snapshot : vault.list("snapshot_group_id=" + id).json().path("snapshots")) {
      assertThat(snapshot.path("status").asText()).isEqualTo("available");
      assertThat(snapshot.path("snapshot_group_id").asText()).isEqualTo(id);
      assertThat(snapshot.path("incremental").asBoolean()).isFalse();
    }

    HttpAnswer deleted = vault.deleteGroup(id);
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(vault.groupStatus(id)).isEqualTo("deleting");
    assertThat(vault.names("status=deleting")).hasSize(2);
    shop.ecsim.advanceToIdle();
    assertThat(vault.showGroup(id).status()).isEqualTo(404);
    assertThat(vault.showGroup(id).at("/error/code")).isEqualTo("EVS.5404");
    assertThat(vault.names("")).isEmpty();
    assertThat(vault.job(deleted.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
  }

  @Test
  void a_server_is_snapped_with_all_its_disks_or_some() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    String free = shop.disk("free");
    String server = vault.server("web", one, two);
    String all = made("'server_id':'" + server + "'");
    assertThat(disks(all)).containsExactlyInAnyOrder(one, two);
    assertThat(vault.showGroup(all).at("/snapshot_group/server_id")).isEqualTo(server);

    String some = made("'server_id':'" + server + "','volume_ids':['" + two + "']");
    assertThat(disks(some)).containsExactly(two);
    HttpAnswer refused = vault.group("'server_id':'" + server + "','volume_ids':['" + free + "']");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5400");
    assertThat(refused.at("/error/message")).contains(free, server);
  }

  @Test
  void one_failed_snapshot_makes_the_group_an_error() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "one of them",
                    new Target.OnEdge("snapshot.create"),
                    Where.ANYWHERE,
                    new When(2, 0, 0, -1, 0, 0),
                    new Effect.Fail(null)));
    HttpAnswer created = vault.group("'volume_ids':['" + one + "','" + two + "']");
    shop.ecsim.advanceToIdle();
    String id = created.at("/snapshot_group_id");

    assertThat(vault.groupStatus(id)).isEqualTo("error");
    assertThat(Shop.each(vault.list("snapshot_group_id=" + id), "snapshots", "status"))
        .containsExactlyInAnyOrder("available", "error");
    HttpAnswer job = vault.job(created.at("/job_id"));
    assertThat(job.at("/status")).isEqualTo("FAIL");
    assertThat(job.at("/error_code")).isEqualTo("EVS.2002");
    assertThat(job.at("/fail_reason")).isNotEmpty();
    assertThat(job.at("/entities/sub_jobs/0/status")).isEqualTo("SUCCESS");
    assertThat(job.at("/entities/sub_jobs/1/status")).isEqualTo("FAIL");
    assertThat(vault.deleteGroup(id).status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(vault.names("")).isEmpty();
  }

  @Test
  void a_group_can_fail_by_itself() {
    shop.lay("snapshot-group.create", new Effect.Fail(null));
    String id = made("'volume_ids':['" + shop.disk("data") + "']");

    assertThat(vault.groupStatus(id)).isEqualTo("error");
    assertThat(vault.names("status=available")).hasSize(1);
  }

  @Test
  void a_snapshot_that_cannot_be_deleted_keeps_its_group() {
    String id = made("'name':'kept','volume_ids':['" + shop.disk("data") + "']");
    shop.lay("snapshot.delete", new Effect.Fail(null));
    String job = vault.deleteGroup(id).at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(vault.groupStatus(id)).isEqualTo("error_deleting");
    assertThat(vault.names("status=error_deleting")).containsExactly("kept");
    assertThat(vault.job(job).at("/error_code")).isEqualTo("EVS.2019");
    HttpAnswer refused = vault.deleteGroup(id);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5400");
  }

  @Test
  void a_collision_is_a_bad_request_and_nothing_is_made() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    vault.snap(two, ",'name':'before'");
    HttpAnswer refused = vault.group("'volume_ids':['" + one + "','" + two + "']");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2409");
    assertThat(vault.names("")).containsExactly("before");
    assertThat(vault.listGroups("").json().path("count").intValue()).isZero();
    shop.ecsim.advanceToIdle();
    assertThat(vault.group("'volume_ids':['" + one + "','" + two + "']").status()).isEqualTo(202);
  }

  @Test
  void a_group_that_is_being_made_cannot_be_deleted() {
    String id = vault.group("'volume_ids':['" + shop.disk("d") + "']").at("/snapshot_group_id");

    assertThat(vault.deleteGroup(id).at("/error/code")).isEqualTo("EVS.5400");
    assertThat(vault.groupStatus(id)).isEqualTo("creating");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CREATING, EVS.5400",
    "AVAILABLE, yes",
    "DELETING, EVS.5400",
    "ERROR, yes",
    "ERROR_DELETING, EVS.5400"
  })
  void each_status_allows_what_the_table_says(GroupStatus status, String delete) {
    String id = made("'volume_ids':['" + shop.disk("data") + "']");
    shop.force("snapshot-group", id, status);

    assertThat(update(id, "'name':'renamed'").at("/snapshot_group/name")).isEqualTo("renamed");
    HttpAnswer deleted = vault.deleteGroup(id);
    assertThat(delete.equals("yes") ? "" : delete).isEqualTo(deleted.at("/error/code"));
    assertThat(deleted.status()).isEqualTo(delete.equals("yes") ? 202 : 400);
  }

  @Test
  void a_snapshot_in_a_group_has_a_life_of_its_own() {
    String id = made("'volume_ids':['" + shop.disk("one") + "','" + shop.disk("two") + "']");
    List<String> snapshots = Shop.each(vault.list(""), "snapshots", "id");
    assertThat(vault.delete(snapshots.get(0)).status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(vault.groupStatus(id)).isEqualTo("available");
    assertThat(vault.deleteGroup(id).status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(vault.show(snapshots.get(1)).status()).isEqualTo(404);
  }

  @Test
  void a_disk_that_goes_takes_its_snapshot_from_the_group() {
    String disk = shop.disk("data");
    String id = made("'volume_ids':['" + disk + "']");
    shop.delete(disk + "?cascade=true");
    shop.ecsim.advanceToIdle();

    assertThat(vault.names("")).isEmpty();
    assertThat(vault.groupStatus(id)).isEqualTo("available");
    vault.deleteGroup(id);
    shop.ecsim.advanceToIdle();
    assertThat(vault.showGroup(id).status()).isEqualTo(404);
  }

  @Test
  void the_quota_counts_each_snapshot_and_refuses_all_or_none() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    String both = "'volume_ids':['" + one + "','" + two + "']";
    made(both);
    made(both);
    HttpAnswer refused = vault.group(both);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5413");
    assertThat(vault.names("")).hasSize(4);
    assertThat(vault.listGroups("").json().path("count").intValue()).isEqualTo(2);
    assertThat(vault.group("'volume_ids':['" + one + "']").status()).isEqualTo(202);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "'name':'nothing'"                             | 400 | EVS.5400
          "'volume_ids':[]"                              | 400 | EVS.5400
          "'volume_ids':['no-such-disk']"                | 404 | EVS.5404
          "'server_id':'no-such-server'"                 | 400 | EVS.2229
          "'server_id':'empty'"                          | 400 | EVS.5400
          "'volume_ids':['DISK'],'tags':{'a*':'b'}"      | 400 | EVS.1062
          "'volume_ids':['DISK'],'instant_access':true"  | 400 | EVS.5400
          "'volume_ids':['DISK'],'enterprise_project_id':'mine'" | 400 | EVS.2059
          "'volume_ids':['BUSY']"                        | 400 | EVS.5400
          """)
  void what_cannot_be_is_refused(String members, int status, String code) {
    vault.server("empty");
    String disk = shop.disk("data");
    String busy = shop.disk("busy");
    shop.force("volume", busy, VolumeStatus.UPLOADING);
    HttpAnswer refused = vault.group(members.replace("DISK", disk).replace("BUSY", busy));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.at("/error/code")).isEqualTo(code);
    assertThat(vault.listGroups("").json().path("count").intValue()).isZero();
    assertThat(vault.names("")).isEmpty();
  }

  @Test
  void texts_can_be_changed_one_by_one() {
    String id = made("'name':'a','description':'text','volume_ids':['" + shop.disk("d") + "']");

    HttpAnswer named = update(id, "'name':'b'");
    assertThat(named.status()).isEqualTo(200);
    assertThat(named.at("/snapshot_group/name")).isEqualTo("b");
    assertThat(named.at("/snapshot_group/description")).isEqualTo("text");
    assertThat(update(id, "'name':'b','description':''").at("/snapshot_group/description"))
        .isEmpty();
    assertThat(update(id, "").at("/error/code")).isEqualTo("EVS.5400");
    assertThat(update(id, "'name':'" + "n".repeat(256) + "'").at("/error/code"))
        .isEqualTo("EVS.5400");
    assertThat(update("no-such-group", "'name':'b'").status()).isEqualTo(404);
  }

  @Test
  void tags_are_added_taken_away_and_listed() {
    String id = made("'tags':{'env':'test'},'volume_ids':['" + shop.disk("d") + "']");
    String tags = Vault.GROUPS + "/" + id + "/tags/";
    assertThat(vault.post(tags + "create", "{'tags':[{'key':'team','value':'x'}]}").status())
        .isEqualTo(204);
    assertThat(vault.post(tags + "delete", "{'tags':[{'key':'env','value':'test'}]}").status())
        .isEqualTo(204);

    assertThat(vault.showGroup(id).json().at("/snapshot_group/tags"))
        .hasToString("{\"team\":\"x\"}");
    assertThat(shop.ecsim.http().get(Vault.GROUPS + "/tags").text())
        .isEqualTo("{\"tags\":[{\"key\":\"team\",\"value\":[\"x\"]}]}");
    assertThat(vault.post(tags + "create", "{'tags':[{'key':'a*'}]}").at("/error/code"))
        .isEqualTo("EVS.1062");
  }

  @Test
  void lists_are_filtered_sorted_and_paged() {
    String one = shop.disk("one");
    String two = shop.disk("two");
    String server = vault.server("web", two);
    String a = made("'name':'a','tags':{'env':'test'},'volume_ids':['" + one + "','" + two + "']");
    made("'name':'b','tags':{'env':'prod'},'server_id':'" + server + "'");

    assertThat(groups("")).containsExactly("b", "a");
    assertThat(groups("sort_dir=asc")).containsExactly("a", "b");
    assertThat(groups("sort_key=size&sort_dir=desc")).containsExactly("a", "b");
    assertThat(groups("id=" + a)).containsExactly("a");
    assertThat(groups("name=b")).containsExactly("b");
    assertThat(groups("status=available")).hasSize(2);
    assertThat(groups("status=error")).isEmpty();
    assertThat(groups("tag_key=env")).hasSize(2);
    assertThat(groups("tags=%7B%22env%22:%22prod%22%7D")).containsExactly("b");
    assertThat(groups("tags=%5B%7B%22key%22:%22env%22,%22value%22:%22test%22%7D%5D"))
        .containsExactly("a");
    assertThat(groups("enterprise_project_id=0")).hasSize(2);
    assertThat(groups("enterprise_project_id=all_granted_eps")).hasSize(2);
    assertThat(groups("enterprise_project_id=1")).isEmpty();
    assertThat(groups("server_id=" + server)).containsExactly("b");
    assertThat(groups("limit=1")).containsExactly("b");
    assertThat(groups("limit=1&offset=1")).containsExactly("a");
    assertThat(groups("limit=1000&offset=2")).isEmpty();
    assertThat(vault.listGroups("sort_key=x").at("/error/code")).isEqualTo("EVS.1039");
    assertThat(vault.listGroups("sort_dir=x").at("/error/code")).isEqualTo("EVS.1040");
    assertThat(vault.listGroups("limit=1").json().path("count").intValue()).isEqualTo(2);
  }

  @Test
  void jobs_of_another_project_are_none_here() {
    String job = vault.group("'volume_ids':['" + shop.disk("d") + "']").at("/job_id");
    String elsewhere = "/evs/v2/" + "f".repeat(32) + "/jobs/" + job;

    assertThat(shop.ecsim.http().get(elsewhere).at("/error/code")).isEqualTo("Common.0011");
  }

  private List<String> groups(String query) {
    return Shop.each(vault.listGroups(query), "snapshot_groups", "name");
  }

  private HttpAnswer update(String id, String members) {
    return vault.put(Vault.GROUPS + "/" + id, "{'snapshot_group':{" + members + "}}");
  }

  /** A group whose making is over; its id. */
  private String made(String members) {
    String id = vault.group(members).at("/snapshot_group_id");
    shop.ecsim.advanceToIdle();
    return id;
  }

  private List<String> disks(String group) {
    return Shop.each(vault.list("snapshot_group_id=" + group), "snapshots", "volume_id");
  }
}
