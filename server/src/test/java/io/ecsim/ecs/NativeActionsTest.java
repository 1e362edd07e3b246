package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.api.ErrorCodes;
import io.ecsim.inventory.Image;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be done to a server natively: {@code ecs-lifecycle.md} b, c. */
class NativeActionsTest {
  private static final String LARGER = "c6.xlarge.2";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static HttpAnswer act(Client client, String server, String body, String... headers) {
    return client.send(
        "POST", "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/action", body, headers);
  }

  private static HttpAnswer resize(Client client, String server) {
    return act(client, server, "{\"resize\":{\"flavorRef\":\"" + LARGER + "\"}}");
  }

  private void fail(String edge, String code) {
    ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    new When(1, 0, 0, -1, 0, 0),
                    new Effect.Fail(code)));
  }

  private static void force(Client client, String server, String status) {
    var table = client.state().find(new Ref("server", Ecsim.PROJECT, server));
    client
        .world()
        .transact(
            tx -> {
              tx.force(table.ref(), io.ecsim.ecs.server.ServerStatus.valueOf(status));
              return null;
            });
  }

  @Test
  void aServerIsStoppedAndStartedWhateverStandsForNothing() {
    Client client = client();
    String server = client.running("web");
    for (String nothing : List.of("{}", "null", "\"\"")) {
      assertThat(act(client, server, "{\"os-stop\":" + nothing + "}").status()).isEqualTo(202);
      client.world().advanceToIdle();
      assertThat(client.status(server)).isEqualTo("Stopped");
      assertThat(act(client, server, "{\"os-start\":" + nothing + "}").status()).isEqualTo(202);
      client.world().advanceToIdle();
      assertThat(client.status(server)).isEqualTo("Running");
    }
  }

  @Test
  void whatCannotBeJustNowIsAConflict() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer answer = act(client, server, "{\"os-start\":{}}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/conflictingRequest/message"))
        .isEqualTo("Cannot 'start' instance %s while it is in vm_state active".formatted(server));
    act(client, server, "{\"reboot\":{\"type\":\"SOFT\"}}");
    assertThat(act(client, server, "{\"os-stop\":{}}").at("/conflictingRequest/message"))
        .contains("task_state rebooting");
    assertThat(act(client, "00000000-0000-0000-0000-000000000000", "{\"lock\":null}").status())
        .isEqualTo(404);
  }

  @Test
  void aRunningServerWaitsWithItsNewFlavorUntilSomebodyConfirms() {
    Client client = client();
    String server = client.running("web");
    assertThat(resize(client, server).status()).isEqualTo(202);
    assertThat(client.words(server)).isEqualTo("RESIZE active resize_prep 1");
    client.world().advanceToNext();
    assertThat(client.words(server)).isEqualTo("RESIZE active resize_migrating 4");
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("VERIFY_RESIZE resized null 1");
    assertThat(client.server(server).at("/flavor/id").asText()).isEqualTo(LARGER);
    HttpAnswer answer = act(client, server, "{\"confirmResize\":null}");
    assertThat(answer.status()).isEqualTo(204);
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(act(client, server, "{\"confirmResize\":null}").status()).isEqualTo(409);
  }

  @Test
  void aResizeIsTakenBack() {
    Client client = client();
    String server = client.running("web");
    resize(client, server);
    client.world().advanceToIdle();
    assertThat(act(client, server, "{\"revertResize\":null}").status()).isEqualTo(202);
    assertThat(client.words(server)).isEqualTo("REVERT_RESIZE resized resize_reverting 1");
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(client.server(server).at("/flavor/id").asText()).isEqualTo("c6.large.2");
    assertThat(act(client, server, "{\"revertResize\":null}").status()).isEqualTo(409);
  }

  @Test
  void aResizeThatFailsRunsAgainWithTheOldFlavorOrIsAnError() {
    Client client = client();
    String server = client.running("web");
    fail("server.resize", null);
    resize(client, server);
    assertThat(client.story(server))
        .containsExactly("Resizing", "Rolling back resizing", "Running");
    fail("server.resize", "Ecs.1002");
    resize(client, server);
    client.world().advanceToIdle();
    assertThat(client.words(server)).startsWith("ERROR error null");
    assertThat(client.server(server).at("/fault/code").asInt()).isEqualTo(500);
    assertThat(client.server(server).at("/flavor/id").asText()).isEqualTo("c6.large.2");
  }

  @Test
  void theSameFlavorIsABadRequestAndTooLargeAOneForbidden() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer same = act(client, server, "{\"resize\":{\"flavorRef\":\"c6.large.2\"}}");
    assertThat(same.status()).isEqualTo(400);
    assertThat(same.at("/badRequest/code")).isEqualTo("400");
  }

  @Test
  void aFaultyServerIsBroughtBackByAHardRebootOrAStop() {
    Client client = client();
    String server = client.running("web");
    force(client, server, "FAULTY");
    assertThat(act(client, server, "{\"reboot\":{\"type\":\"SOFT\"}}").status()).isEqualTo(409);
    assertThat(client.reboot("HARD", server).at("/error/code")).isEqualTo("Ecs.0100");
    act(client, server, "{\"reboot\":{\"type\":\"HARD\"}}");
    assertThat(client.words(server)).startsWith("ERROR error rebooting_hard");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Running");
    force(client, server, "FAULTY");
    act(client, server, "{\"os-stop\":null}");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Stopped");
    act(client, server, "{\"reboot\":{\"type\":\"HARD\"}}");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped rebooting_hard 4");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void whatIsLockedIsLeftAlone() {
    Client client = client();
    String server = client.running("web");
    assertThat(act(client, server, "{\"lock\":null}").status()).isEqualTo(202);
    assertThat(act(client, server, "{\"lock\":{}}").status()).isEqualTo(202);
    assertThat(client.server(server).path("locked").asBoolean()).isTrue();
    assertThat(act(client, server, "{\"os-stop\":{}}").status()).isEqualTo(409);
    assertThat(resize(client, server).status()).isEqualTo(409);
    assertThat(client.resize(server, LARGER).at("/error/code")).isEqualTo("Ecs.0605");
    assertThat(client.reinstall(server).at("/error/code")).isEqualTo("Ecs.0605");
    assertThat(act(client, server, "{\"unlock\":\"\"}").status()).isEqualTo(202);
    assertThat(act(client, server, "{\"os-stop\":{}}").status()).isEqualTo(202);
  }

  @Test
  void aRebuiltServerIsOnOrOffAsBefore() {
    Client client = client();
    String other =
        cloud.inventory.images().stream().map(Image::id).skip(1).findFirst().orElseThrow();
    String server = client.running("web");
    String body = "{\"rebuild\":{\"imageRef\":\"%s\",\"name\":\"new\"}}".formatted(other);
    HttpAnswer answer = act(client, server, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.at("/server/id")).isEqualTo(server);
    assertThat(answer.at("/server/status")).isEqualTo("REBUILD");
    assertThat(client.words(server)).isEqualTo("REBUILD active rebuilding 1");
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(client.server(server).at("/image/id").asText()).isEqualTo(other);
    assertThat(client.server(server).path("name").asText()).isEqualTo("new");
    client.stop("SOFT", server);
    client.world().advanceToIdle();
    act(client, server, body);
    assertThat(client.words(server)).isEqualTo("REBUILD stopped rebuilding 4");
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    fail("server.rebuild", null);
    act(client, server, body);
    client.world().advanceToIdle();
    assertThat(client.words(server)).startsWith("ERROR error null");
  }

  @Test
  void anImageIsMadeOfTheSystemDisk() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer answer =
        act(
            client,
            server,
            "{\"createImage\":{\"name\":\"golden\"}}",
            "X-OpenStack-Nova-API-Version",
            "2.45");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    String image = answer.at("/image_id");
    assertThat(client.words(server)).isEqualTo("ACTIVE active image_snapshot 1");
    assertThat(client.disks()).containsExactly("uploading");
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    String copy = client.create("copy", ",\"imageRef\":\"" + image + "\"").at("/serverIds/0");
    client.world().advanceToIdle();
    assertThat(client.status(copy)).isEqualTo("Running");
  }

  @Test
  void securityGroupsComeAndGo() {
    Client client = client();
    String server = client.running("web");
    assertThat(act(client, server, "{\"addSecurityGroup\":{\"name\":\"none\"}}").status())
        .isEqualTo(404);
    assertThat(act(client, server, "{\"removeSecurityGroup\":{\"name\":\"default\"}}").status())
        .isEqualTo(202);
    assertThat(act(client, server, "{\"removeSecurityGroup\":{\"name\":\"default\"}}").status())
        .isEqualTo(404);
    assertThat(client.server(server).path("security_groups")).isEmpty();
    assertThat(act(client, server, "{\"addSecurityGroup\":{\"name\":\"default\"}}").status())
        .isEqualTo(202);
    assertThat(client.server(server).at("/security_groups/0/name").asText()).isEqualTo("default");
  }

  @Test
  void theConsoleHasALogAndWhatIsNotModelledSaysSo() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer log = act(client, server, "{\"os-getConsoleOutput\":{\"length\":1}}");
    assertThat(log.status()).isEqualTo(200);
    assertThat(log.at("/output")).isEqualTo("web login: ");
    HttpAnswer pause = act(client, server, "{\"pause\":null}");
    assertThat(pause.status()).isEqualTo(501);
    assertThat(pause.text()).contains("Pause");
    assertThat(act(client, server, "{\"os-resetState\":{\"state\":\"active\"}}").status())
        .isEqualTo(403);
  }

  @Test
  void whatWasDoneIsRemembered() {
    Client client = client();
    String server = client.running("web");
    fail("server.stop", null);
    client.stop("SOFT", server);
    client.world().advanceToIdle();
    resize(client, server);
    client.world().advanceToIdle();
    String path = "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/os-instance-actions";
    HttpAnswer list = client.send("GET", path, null);
    assertThat(Client.each(list.json().path("instanceActions"), "/action"))
        .containsExactly("resize", "stop", "create");
    assertThat(Client.each(list.json().path("instanceActions"), "/message"))
        .containsExactly("null", "Error", "null");
    String request = list.at("/instanceActions/1/request_id");
    HttpAnswer one = client.send("GET", path + "/" + request, null);
    assertThat(one.at("/instanceAction/events/0/result")).isEqualTo("Error");
    assertThat(client.send("GET", path + "/req-none", null).status()).isEqualTo(404);
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.send("GET", path, null).status()).isEqualTo(404);
    HttpAnswer later = client.send("GET", path, null, "X-OpenStack-Nova-API-Version", "2.21");
    assertThat(later.at("/instanceActions/0/action")).isEqualTo("delete");
  }

  @Test
  void aRebuildSaysWhatTheServerIsToBeLike() {
    Client client = client();
    client.send(
        "POST", "/kms/v3/" + Ecsim.PROJECT + "/keypairs", "{\"keypair\":{\"name\":\"pair\"}}");
    String server = client.running("web", ",\"key_name\":\"pair\",\"metadata\":{\"old\":\"1\"}");
    String body = "{\"rebuild\":{\"imageRef\":\"%s\",%s}}";
    HttpAnswer refused =
        act(client, server, body.formatted(cloud.image(), "\"metadata\":{\"no/good\":\"x\"}"));
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(client.server(server).at("/metadata/old").asText()).isEqualTo("1");
    assertThat(client.server(server).path("key_name").asText()).isEqualTo("pair");

    HttpAnswer rebuilt =
        act(
            client,
            server,
            body.formatted(
                cloud.image(), "\"adminPass\":\"Secret-123\",\"metadata\":{\"new\":\"2\"}"));
    assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(202);
    client.world().advanceToIdle();
    assertThat(client.server(server).at("/metadata/new").asText()).isEqualTo("2");
    assertThat(client.server(server).path("metadata").has("old")).isFalse();
    assertThat(client.server(server).path("key_name").isNull()).isTrue();
  }

  @Test
  void aForcedDeletionWaitsForNothing() {
    Client client = client();
    String server = client.running("web");
    client.stop("SOFT", server);
    assertThat(client.words(server)).isEqualTo("ACTIVE active powering-off 1");
    assertThat(client.remove(server).at("/error/code")).isEqualTo("Ecs.0603");

    assertThat(act(client, server, "{\"forceDelete\":null}").status()).isEqualTo(202);
    assertThat(client.words(server)).isEqualTo("ACTIVE active deleting 1");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void aServerIsRenamedWhileItsNewFlavorIsTried() {
    Client client = client();
    String server = client.running("web");
    resize(client, server);
    client.world().advanceToIdle();
    HttpAnswer answer =
        client.send(
            "PUT",
            "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server,
            "{\"server\":{\"name\":\"tried\"}}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(client.put("/" + server, "{\"server\":{\"description\":\"d\"}}").status())
        .isEqualTo(200);
    client.world().advanceToIdle();

    assertThat(client.words(server)).isEqualTo("VERIFY_RESIZE resized null 1");
    assertThat(client.server(server).path("name").asText()).isEqualTo("tried");
    assertThat(client.server(server).path("description").asText()).isEqualTo("d");
  }

  @Test
  void aFaultyServerTellsWhatMadeItSo() {
    Client client = client();
    String server = client.running("web");
    fail("server.reboot", null);
    client.reboot("SOFT", server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Running");
    fail("server.stop", "Ecs.1002");
    client.stop("SOFT", server);
    client.world().advanceToIdle();
    assertThat(client.words(server)).startsWith("ERROR error null");
    String fault = natively(client, server);
    assertThat(fault).isEqualTo(ErrorCodes.meaning("Ecs.1002"));
    for (int seconds = 0; seconds < 2; seconds++) {
      client.world().advance(Duration.ofSeconds(seconds));
      fail("server.update", null);
      client.put("/" + server, "{\"server\":{\"name\":\"other\"}}");
      client.world().advanceToIdle();
      assertThat(client.server(server).path("name").asText()).isEqualTo("web");
      assertThat(natively(client, server)).isEqualTo(fault);
    }
    fail("server.hard-reboot", null);
    act(client, server, "{\"reboot\":{\"type\":\"HARD\"}}");
    client.world().advanceToIdle();
    assertThat(natively(client, server)).isEqualTo(ErrorCodes.meaning("Ecs.0227"));
  }

  private static String natively(Client client, String server) {
    HttpAnswer shown =
        client.send("GET", "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server, null);
    assertThat(shown.at("/server/fault/code")).isEqualTo("500");
    return shown.at("/server/fault/message");
  }
}
