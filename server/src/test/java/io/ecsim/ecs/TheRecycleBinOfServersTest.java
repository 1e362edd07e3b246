package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deleted servers that are kept for a while, come back, or go for good. */
class TheRecycleBinOfServersTest {
  private static final String BIN = "/ecs/v1/" + Ecsim.PROJECT + "/recycle-bin";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer bin(String method, String path, String json) {
    return client.send(method, BIN + path, json);
  }

  /** Keeps servers from their first day on for so many hours. */
  private void keep(int hours) {
    assertThat(bin("PUT", "", "{\"recycle_bin\":{\"switch\":\"on\"}}").status()).isEqualTo(204);
    HttpAnswer laid =
        bin(
            "PUT",
            "/policy",
            "{\"policy\":{\"retention_hour\":%d,\"recycle_threshold_day\":0}}".formatted(hours));
    assertThat(laid.status()).isEqualTo(204);
  }

  private String binned(String more) {
    String server = client.running("web", more);
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Soft deleted");
    return server;
  }

  private JsonNode listed() {
    return bin("GET", "/cloudservers", null).json().path("servers");
  }

  private int used(String word) {
    return client.get("/limits").json().at("/absolute/" + word).asInt();
  }

  @Test
  void nothing_is_kept_until_somebody_says_so() {
    assertThat(bin("GET", "", null).text())
        .contains("\"switch\":\"off\"", "\"retention_hour\":168", "\"project_id\"");
    String server = client.running("web");
    client.remove(server);
    client.world().advanceToIdle();

    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(listed()).isEmpty();
  }

  @Test
  void what_is_deleted_natively_is_kept_as_well() {
    keep(10);
    String server = client.running("web");
    assertThat(client.removeNatively(server).status()).isEqualTo(204);
    client.world().advanceToIdle();

    assertThat(client.words(server)).isEqualTo("SOFT_DELETED soft-delete null 4");
    assertThat(Client.each(listed(), "/id")).containsExactly(server);
    assertThat(client.removeNatively(server).status()).isEqualTo(404);
    bin("PUT", "", "{\"recycle_bin\":{\"switch\":\"off\"}}");
    String other = client.running("other");
    assertThat(client.removeNatively(other).status()).isEqualTo(204);
    client.world().advanceToIdle();
    assertThat(client.status(other)).isEqualTo("gone");
  }

  @Test
  void the_policy_says_what_is_kept() {
    keep(10);
    assertThat(bin("GET", "", null).text())
        .contains("\"switch\":\"on\"", "\"retention_hour\":10", "\"recycle_threshold_day\":0");

    bin("PUT", "/policy", "{\"policy\":{\"recycle_threshold_day\":3}}");
    assertThat(bin("GET", "", null).at("/policy/retention_hour")).isEqualTo("10");
    String young = client.running("young");
    client.remove(young);
    client.world().advanceToIdle();
    assertThat(client.status(young)).isEqualTo("gone");

    String old = client.running("old");
    client.world().advance(Duration.ofDays(3));
    client.remove(old);
    client.world().advanceToIdle();
    assertThat(client.status(old)).isEqualTo("Soft deleted");
    bin("PUT", "", "{\"recycle_bin\":{\"switch\":\"off\"}}");
    assertThat(client.status(old)).isEqualTo("Soft deleted");
  }

  @Test
  void a_policy_that_cannot_be_is_refused() {
    keep(10);
    for (String wrong :
        new String[] {
          "{\"policy\":{\"retention_hour\":0}}",
          "{\"policy\":{\"recycle_threshold_day\":-1}}",
          "{\"policy\":{\"retention_hour\":\"long\"}}",
          "{}"
        }) {
      assertThat(bin("PUT", "/policy", wrong).at("/error/code")).isEqualTo("Ecs.0005");
    }
    assertThat(bin("PUT", "", "{\"recycle_bin\":{\"switch\":\"maybe\"}}").status()).isEqualTo(400);
    assertThat(bin("GET", "", null).at("/policy/retention_hour")).isEqualTo("10");
  }

  @Test
  void a_kept_server_is_seen_by_those_who_look_for_it() {
    keep(24);
    String server = client.running("web", ",\"server_tags\":[{\"key\":\"env\",\"value\":\"t\"}]");
    String job = client.remove(server).at("/job_id");
    assertThat(client.words(server)).isEqualTo("ACTIVE active soft-deleting 1");
    client.world().advanceToIdle();

    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("deleteServer");
    assertThat(client.words(server)).isEqualTo("SOFT_DELETED soft-delete null 4");
    assertThat(client.get("/detail").at("/count")).isEqualTo("0");
    assertThat(client.get11("/detail").json().path("servers")).isEmpty();
    JsonNode brief = client.get11("/detail?in_recycle_bin=true").json().path("servers");
    assertThat(Client.each(brief, "/id")).containsExactly(server);
    assertThat(Client.each(brief, "/in_recycle_bin")).containsExactly("true");
    assertThat(Client.each(listed(), "/id")).containsExactly(server);
    assertThat(Client.each(listed(), "/status")).containsExactly("SOFT_DELETED");
    assertThat(bin("GET", "/cloudservers/" + server, null).at("/server/name")).isEqualTo("web");
    assertThat(bin("GET", "/cloudservers?tags_key=env&name=we", null).json().path("servers"))
        .hasSize(1);
    assertThat(bin("GET", "/cloudservers?tags=t", null).json().path("servers")).hasSize(1);
    assertThat(bin("GET", "/cloudservers?tags_key=team", null).json().path("servers")).isEmpty();
  }

  @Test
  void its_disks_and_cards_stay_and_its_quota_is_free() {
    keep(24);
    int before = used("totalInstancesUsed");
    String server = binned(",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");

    assertThat(client.disks()).containsExactly("in-use", "in-use");
    assertThat(client.state().everywhere("port").count()).isEqualTo(1);
    assertThat(used("totalInstancesUsed")).isEqualTo(before);
    assertThat(client.server(server).path("os-extended-volumes:volumes_attached")).hasSize(2);
    assertThat(client.server(server).path("addresses")).isNotEmpty();
  }

  @Test
  void it_can_do_nothing_but_come_back_or_go() {
    keep(24);
    String server = binned("");

    assertThat(client.start(server).at("/error/code")).isEqualTo("Ecs.0114");
    assertThat(client.remove(server).at("/error/code")).isEqualTo("Ecs.0114");
    assertThat(client.attach(server, client.disk()).at("/error/code")).isEqualTo("Ecs.0114");
    assertThat(client.status(server)).isEqualTo("Soft deleted");
  }

  @Test
  void it_comes_back_stopped() {
    keep(24);
    String server = binned("");
    String job = bin("POST", "/cloudservers/" + server + "/actions/revert", null).at("/job_id");
    assertThat(client.words(server)).isEqualTo("SOFT_DELETED soft-delete restoring 4");
    client.world().advanceToIdle();

    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("revertRecycleBinServer");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    assertThat(used("totalInstancesUsed")).isEqualTo(1);
    assertThat(listed()).isEmpty();
    client.world().advance(Duration.ofDays(3));
    assertThat(client.start(server).status()).isEqualTo(200);
  }

  @Test
  void it_is_destroyed_at_once_where_somebody_asks_for_it() {
    keep(24);
    String server = binned(",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");
    String job = bin("DELETE", "/cloudservers/" + server, null).at("/job_id");
    assertThat(client.words(server)).isEqualTo("SOFT_DELETED soft-delete deleting 4");
    client.world().advanceToIdle();

    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.job(job).at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(client.disks()).containsExactly("available");
    assertThat(client.state().everywhere("port").count()).isZero();
  }

  @Test
  void it_is_destroyed_when_its_time_is_over_as_it_was_to_be_deleted() {
    keep(24);
    String server =
        client.running("web", ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");
    client.post(
        "/delete", "{\"delete_volume\":true,\"servers\":[{\"id\":\"%s\"}]}".formatted(server));
    client.world().advance(Duration.ofHours(23));
    assertThat(client.status(server)).isEqualTo("Soft deleted");

    client.world().advance(Duration.ofHours(2));
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
  }

  @Test
  void only_what_is_in_the_bin_comes_back_or_is_destroyed() {
    keep(24);
    String server = client.running("web");

    for (HttpAnswer answer :
        new HttpAnswer[] {
          bin("GET", "/cloudservers/" + server, null),
          bin("DELETE", "/cloudservers/" + server, null),
          bin("POST", "/cloudservers/nobody/actions/revert", null)
        }) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.at("/error/code")).isEqualTo("Ecs.0114");
    }
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void each_way_can_fail() {
    keep(24);
    String server = client.running("web");
    fail("server.recycle", "Ecs.0501");
    String job = client.remove(server).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0501");
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");

    client.remove(server);
    client.world().advanceToIdle();
    fail("server.restore", null);
    String back = bin("POST", "/cloudservers/" + server + "/actions/revert", null).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(back).path("error_code").asText()).isEqualTo("Ecs.1000");
    assertThat(client.status(server)).isEqualTo("Soft deleted");

    fail("server.destroy", "Ecs.0507");
    String end = bin("DELETE", "/cloudservers/" + server, null).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(end).path("error_code").asText()).isEqualTo("Ecs.0507");
    assertThat(client.status(server)).isEqualTo("Soft deleted");
    assertThat(client.disks()).containsExactly("in-use");
  }

  private void fail(String edge, String code) {
    client
        .world()
        .transact(
            tx ->
                tx.lay(
                    edge,
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    new When(0, 1, 0, -1, 0, 0),
                    new Effect.Fail(code)));
  }

  @Test
  void it_counts_as_soon_as_it_is_on_its_way_back() {
    keep(24);
    String server = binned("");
    assertThat(used("totalInstancesUsed")).isZero();
    bin("POST", "/cloudservers/" + server + "/actions/revert", null);

    assertThat(client.words(server)).isEqualTo("SOFT_DELETED soft-delete restoring 4");
    assertThat(used("totalInstancesUsed")).isEqualTo(1);
    assertThat(used("totalCoresUsed")).isEqualTo(2);
    assertThat(used("totalRAMUsed")).isEqualTo(4096);
    client.world().advanceToIdle();
    assertThat(used("totalInstancesUsed")).isEqualTo(1);
  }

  @Test
  void it_comes_back_into_its_group_or_joins_another_where_that_is_gone() {
    keep(24);
    String group = group("first");
    String server = binned(",\"os:scheduler_hints\":{\"group\":\"%s\"}".formatted(group));
    assertThat(members(group)).isEmpty();
    restore(server);
    assertThat(members(group)).containsExactly(server);
    String other = group("second");
    assertThat(join(other, server).at("/error/code")).isEqualTo("Ecs.0005");

    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.delete("/os-server-groups/" + group).status()).isEqualTo(204);
    restore(server);
    assertThat(join(other, server).status()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(members(other)).containsExactly(server);
  }

  private void restore(String server) {
    bin("POST", "/cloudservers/" + server + "/actions/revert", null);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  private String group(String name) {
    return client
        .post(
            "/os-server-groups",
            "{\"server_group\":{\"name\":\"%s\",\"policies\":[\"anti-affinity\"]}}".formatted(name))
        .at("/server_group/id");
  }

  private HttpAnswer join(String group, String server) {
    return client.post(
        "/os-server-groups/%s/action".formatted(group),
        "{\"add_member\":{\"instance_uuid\":\"%s\"}}".formatted(server));
  }

  private List<String> members(String group) {
    return Client.each(
        client.get("/os-server-groups/" + group).json().at("/server_group/members"), "");
  }
}
