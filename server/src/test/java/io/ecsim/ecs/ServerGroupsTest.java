package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups of servers: {@code ecs-schemas.md} 13, {@code ecs-lifecycle.md} b.15. */
class ServerGroupsTest {
  private static final String NATIVE = "/ecs/v2.1/" + Ecsim.PROJECT + "/os-server-groups";

  private final Surroundings cloud = new Surroundings(small());

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  /** Three groups; more members than a zone has hosts. */
  private static Inventory small() {
    Inventory usual = Inventory.builtIn(Surroundings.REGION);
    return new Inventory(
        usual.region(),
        usual.zones(),
        usual.account(),
        usual.volumeTypes(),
        usual.flavors(),
        usual.images(),
        usual.network(),
        usual.limits().with(Limit.SERVER_GROUPS, 3).with(Limit.SERVER_GROUP_MEMBERS, 22));
  }

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static HttpAnswer create(Client client, String name) {
    return client.post(
        "/os-server-groups",
        "{\"server_group\":{\"name\":\"%s\",\"policies\":[\"anti-affinity\"]}}".formatted(name));
  }

  private static String group(Client client) {
    return create(client, "g").at("/server_group/id");
  }

  private static List<String> members(Client client, String group) {
    JsonNode shown = client.get("/os-server-groups/" + group).json();
    return Client.each(shown.at("/server_group/members"), "");
  }

  private static String hint(String group) {
    return ",\"os:scheduler_hints\":{\"group\":\"%s\"}".formatted(group);
  }

  private static HttpAnswer act(Client client, String group, String action, String server) {
    return client.post(
        "/os-server-groups/%s/action".formatted(group),
        "{\"%s\":{\"instance_uuid\":\"%s\"}}".formatted(action, server));
  }

  private static String host(Client client, String server) {
    return client.server(server).path("OS-EXT-SRV-ATTR:host").asText();
  }

  @Test
  void aGroupIsMadeShownListedAndDeletedThroughBothApis() {
    Client client = client();
    HttpAnswer made = create(client, "web");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/server_group/name")).isEqualTo("web");
    assertThat(Client.each(made.json().at("/server_group/policies"), ""))
        .containsExactly("anti-affinity");
    String id = made.at("/server_group/id");
    JsonNode shown = client.send("GET", NATIVE + "/" + id, null).json().path("server_group");
    assertThat(shown.path("project_id").asText()).isEqualTo(Ecsim.PROJECT);
    assertThat(shown.path("members")).isEmpty();
    String other =
        client
            .send(
                "POST",
                NATIVE,
                "{\"server_group\":{\"name\":\"n\",\"policies\":[\"anti-affinity\"]}}")
            .at("/server_group/id");
    JsonNode page = client.get("/os-server-groups?limit=1").json();
    assertThat(Client.each(page.path("server_groups"), "/id")).containsExactly(id);
    assertThat(page.at("/page_info/next_marker").asText()).isEqualTo(id);
    JsonNode rest = client.get("/os-server-groups?limit=1&marker=" + id).json();
    assertThat(Client.each(rest.path("server_groups"), "/id")).containsExactly(other);
    assertThat(client.delete("/os-server-groups/" + id).status()).isEqualTo(204);
    assertThat(client.send("DELETE", NATIVE + "/" + other, null).status()).isEqualTo(204);
    assertThat(client.get("/os-server-groups/" + id).status()).isEqualTo(404);
    assertThat(client.send("GET", NATIVE + "/" + id, null).at("/itemNotFound/message"))
        .contains(id);
    assertThat(client.delete("/os-server-groups/" + id).status()).isEqualTo(404);
  }

  @Test
  void groupsHaveAQuotaAndOnePolicy() {
    Client client = client();
    assertThat(limits(client).path("totalServerGroupsUsed").asInt()).isZero();
    for (int i = 0; i < 3; i++) {
      assertThat(create(client, "g" + i).status()).isEqualTo(200);
    }
    assertThat(limits(client).path("totalServerGroupsUsed").asInt()).isEqualTo(3);
    assertThat(create(client, "more").at("/error/code")).isEqualTo("Ecs.0022");
    HttpAnswer nova =
        client.send(
            "POST", NATIVE, "{\"server_group\":{\"name\":\"n\",\"policies\":[\"anti-affinity\"]}}");
    assertThat(nova.status()).isEqualTo(403);
    assertThat(nova.at("/forbidden/message")).contains("3", "4");
    assertThat(
            client
                .post(
                    "/os-server-groups",
                    "{\"server_group\":{\"name\":\"n\",\"policies\":[\"affinity\"]}}")
                .at("/error/code"))
        .isEqualTo("Ecs.0005");
  }

  private static JsonNode limits(Client client) {
    return client.get("/limits").json().path("absolute");
  }

  @Test
  void serversThatAreMadeForAGroupAreOnHostsOfTheirOwn() {
    Client client = client();
    String group = group(client);
    List<String> ids = new ArrayList<>();
    ids.add(client.running("a", hint(group)));
    HttpAnswer many = client.create("b", hint(group) + ",\"count\":9");
    ids.addAll(Client.each(many.json().path("serverIds"), ""));
    client.world().advanceToIdle();
    assertThat(members(client, group)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids.stream().map(id -> host(client, id))).doesNotHaveDuplicates();
    assertThat(client.server(ids.get(0)).at("/os:scheduler_hints/group/0").asText())
        .isEqualTo(group);
    client.remove(ids.get(3));
    client.world().advanceToIdle();
    assertThat(members(client, group)).hasSize(9).doesNotContain(ids.get(3));
  }

  @Test
  void whatAGroupCannotTakeIsRefusedAndNothingIsMade() {
    Client client = client();
    String group = group(client);
    assertThat(client.create("a", hint("nothing")).at("/error/code")).isEqualTo("Ecs.0313");
    assertThat(client.create("a", hint(group) + ",\"count\":23").at("/error/code"))
        .isEqualTo("Ecs.0022");
    assertThat(client.create("a", hint(group) + ",\"count\":21").at("/error/code"))
        .isEqualTo("Ecs.0319");
    assertThat(client.state().everywhere("server")).isEmpty();
    assertThat(members(client, group)).isEmpty();
    assertThat(client.create("a", hint(group) + ",\"count\":20").status()).isEqualTo(200);
  }

  @Test
  void aMemberThatMovesIsPutApartAgain() {
    Client client = client();
    String group = group(client);
    HttpAnswer many = client.create("b", hint(group) + ",\"count\":19");
    List<String> ids = Client.each(many.json().path("serverIds"), "");
    client.world().advanceToIdle();
    String server = ids.get(4);
    client.stop("HARD", server);
    client.world().advanceToIdle();
    for (String move : List.of("migrate", "redeploy")) {
      String before = host(client, server);
      String path = "/" + server + (move.equals("migrate") ? "/migrate" : "/actions/redeploy");
      HttpAnswer moved = client.post(path, move.equals("migrate") ? "{\"migrate\":{}}" : "{}");
      assertThat(moved.status()).as(moved.text()).isEqualTo(200);
      client.world().advanceToIdle();
      assertThat(host(client, server)).as(move).isNotEqualTo(before);
      assertThat(ids.stream().map(id -> host(client, id))).as(move).doesNotHaveDuplicates();
    }
    assertThat(client.resize(server, "c6.xlarge.2").status()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(ids.stream().map(id -> host(client, id))).doesNotHaveDuplicates();
  }

  @Test
  void membersThatMoveAtOnceDoNotMeet() {
    Client client = client();
    String group = group(client);
    HttpAnswer many = client.create("b", hint(group) + ",\"count\":10");
    List<String> ids = Client.each(many.json().path("serverIds"), "");
    client.world().advanceToIdle();
    client.stop("HARD", ids.toArray(String[]::new));
    client.world().advanceToIdle();
    ids.forEach(id -> client.post("/" + id + "/migrate", "{\"migrate\":{}}"));
    client.world().advanceToIdle();
    assertThat(ids.stream().map(id -> host(client, id))).doesNotHaveDuplicates();
  }

  @Test
  void aStoppedServerThatJoinsIsPutOnAnotherHost() {
    Client client = client();
    String group = group(client);
    String server = client.running("a");
    List<String> others = new ArrayList<>();
    HttpAnswer many = client.create("b", hint(group) + ",\"count\":19");
    others.addAll(Client.each(many.json().path("serverIds"), ""));
    client.world().advanceToIdle();
    client.stop("HARD", server);
    client.world().advanceToIdle();
    assertThat(act(client, group, "add_member", server).status()).isEqualTo(200);
    assertThat(members(client, group)).hasSize(20).contains(server);
    assertThat(others.stream().map(id -> host(client, id))).doesNotContain(host(client, server));
    assertThat(client.server(server).path("os:scheduler_hints").path("group").isMissingNode())
        .isTrue();
    assertThat(act(client, group, "remove_member", server).status()).isEqualTo(200);
    assertThat(members(client, group)).doesNotContain(server);
  }

  @Test
  void whoCannotJoinOrLeaveIsRefused() {
    Client client = client();
    String group = group(client);
    String other = group(client);
    String server = client.running("a", hint(group));
    assertThat(act(client, other, "add_member", server).at("/error/message")).contains(group);
    assertThat(act(client, other, "remove_member", server).status()).isEqualTo(400);
    assertThat(act(client, "nothing", "add_member", server).status()).isEqualTo(404);
    assertThat(act(client, group, "add_member", "nobody").at("/error/code")).isEqualTo("Ecs.0114");
    String building = client.create("b", "").at("/serverIds/0");
    assertThat(act(client, group, "add_member", building).at("/error/code")).isEqualTo("Ecs.0603");
  }

  @Test
  void manyJoinAtOnceEachByItself() {
    Client client = client();
    String group = group(client);
    String server = client.running("a");
    String path = "/os-server-groups/%s/".formatted(group);
    HttpAnswer answer =
        client.post(path + "add_members", "{\"server_ids\":[\"%s\",\"nobody\"]}".formatted(server));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Client.each(answer.json().path("servers"), "/status"))
        .containsExactly("SUCCESS", "FAIL");
    assertThat(answer.at("/servers/1/fail_reason")).contains("nobody");
    assertThat(answer.at("/status")).isEqualTo("FAIL");
    assertThat(members(client, group)).containsExactly(server);
    answer = client.post(path + "remove_members", "{\"server_ids\":[\"%s\"]}".formatted(server));
    assertThat(answer.at("/status")).isEqualTo("SUCCESS");
    assertThat(members(client, group)).isEmpty();
  }

  @Test
  void theMembersOfADeletedGroupAreFreeForAnother() {
    Client client = client();
    String group = group(client);
    String server = client.running("a", hint(group));
    client.delete("/os-server-groups/" + group);
    String other = group(client);
    assertThat(act(client, other, "add_member", server).status()).isEqualTo(200);
    assertThat(members(client, other)).containsExactly(server);
  }
}
