package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frozen servers, servers that move, and what else keeps them going: b.12, b.15. */
class HeldServersTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static void begin(Client client, String edge, String server) {
    client
        .world()
        .transact(tx -> tx.begin(Plan.named(edge, new Ref("server", Ecsim.PROJECT, server))));
  }

  @Test
  void aFrozenServerIsStoppedAndRefusesUntilItIsPaidFor() {
    Client client = client();
    String server = client.running("web");
    begin(client, "server.freeze", server);
    assertThat(client.story(server)).containsExactly("Stopping", "Frozen");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    assertThat(client.server(server).at("/metadata/EcmResStatus").asText()).isEqualTo("freeze");
    assertThat(client.resize(server, "c6.xlarge.2").at("/error/code")).isEqualTo("Ecs.0030");
    assertThat(client.start(server).at("/error/code")).isEqualTo("Ecs.0100");
    begin(client, "server.unfreeze", server);
    assertThat(client.status(server)).isEqualTo("Stopped");
    assertThat(client.server(server).at("/metadata/EcmResStatus").asText()).isEqualTo("normal");
    client.world().advance(Duration.ofDays(16));
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  @Test
  void aFrozenServerIsReleasedWhenItsRetentionIsOver() {
    Client client = client();
    String server = client.stopped("web");
    begin(client, "server.freeze", server);
    assertThat(client.status(server)).isEqualTo("Frozen");
    client.world().advance(Duration.ofDays(15).minusSeconds(1));
    assertThat(client.status(server)).isEqualTo("Frozen");
    client.world().advance(Duration.ofSeconds(1));
    assertThat(client.status(server)).isEqualTo("Deleting");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
  }

  @Test
  void aStoppedServerMovesToAnotherHost() {
    Client client = client();
    String server = client.stopped("web");
    String host = client.server(server).path("OS-EXT-SRV-ATTR:host").asText();
    String job =
        client
            .post("/" + server + "/migrate", "{\"migrate\":{\"dedicated_host_id\":\"deh-1\"}}")
            .at("/job_id");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("migrateServer");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(client.server(server).path("OS-EXT-SRV-ATTR:host").asText()).isNotEqualTo(host);
    HttpAnswer again =
        client.post("/" + server + "/migrate", "{\"migrate\":{\"dedicated_host_id\":\"deh-1\"}}");
    assertThat(again.at("/error/code")).isEqualTo("Ecs.0221");
  }

  @Test
  void aServerThatLeavesItsDedicatedHostNoLongerShowsOne() {
    Client client = client();
    String server = client.stopped("web");
    client.post("/" + server + "/migrate", "{\"migrate\":{\"dedicated_host_id\":\"deh-1\"}}");
    client.world().advanceToIdle();
    JsonNode hints = client.server(server).path("os:scheduler_hints");
    assertThat(hints.at("/dedicated_host_id/0").asText()).isEqualTo("deh-1");
    assertThat(hints.at("/tenancy/0").asText()).isEqualTo("dedicated");
    client.post("/" + server + "/migrate", "{\"migrate\":null}");
    client.world().advanceToIdle();
    assertThat(client.server(server).path("os:scheduler_hints")).isEmpty();
  }

  @Test
  void aRedeployedServerIsStoppedMovedAndStarted() {
    Client client = client();
    String server = client.running("web");
    String host = client.server(server).path("OS-EXT-SRV-ATTR:host").asText();
    client.post("/" + server + "/actions/redeploy", null);
    assertThat(client.story(server)).containsExactly("Stopping", "Stopped", "Starting", "Running");
    assertThat(client.server(server).path("OS-EXT-SRV-ATTR:host").asText()).isNotEqualTo(host);
  }

  @Test
  void recoveryIsSwitchedOffAndOn() {
    Client client = client();
    String server = client.running("web");
    String path = "/" + server + "/autorecovery";
    assertThat(client.put(path, "{\"support_auto_recovery\":\"false\"}").status()).isEqualTo(204);
    assertThat(client.get(path).at("/support_auto_recovery")).isEqualTo("false");
    assertThat(client.put(path, "{\"support_auto_recovery\":\"true\"}").status()).isEqualTo(204);
    assertThat(client.get(path).at("/support_auto_recovery")).isEqualTo("true");
  }

  @Test
  void aRunningServerDumpsItsKernel() {
    Client client = client();
    String server = client.running("web");
    assertThat(client.post("/" + server + "/actions/trigger-crash-dump", null).status())
        .isEqualTo(202);
    String stopped = client.stopped("db");
    assertThat(client.post("/" + stopped + "/actions/trigger-crash-dump", null).status())
        .isEqualTo(400);
  }

  @Test
  void theFlavorsAServerCanHaveAreListedPageByPage() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer all = client.get("/resize_flavors?instance_uuid=" + server);
    var ids = Client.each(all.json().path("flavors"), "/id");
    assertThat(ids).contains("c6.xlarge.2").doesNotContain("c6.large.2", "kc1.large.2").isSorted();
    HttpAnswer page =
        client.get("/resize_flavors?limit=2&instance_uuid=" + server + "&marker=" + ids.get(0));
    assertThat(Client.each(page.json().path("flavors"), "/id"))
        .containsExactly(ids.get(1), ids.get(2));
    assertThat(client.get("/resize_flavors").at("/error/code")).isEqualTo("Ecs.0005");
    assertThat(client.get("/resize_flavors?source_flavor_id=c6.large.2").status()).isEqualTo(200);
  }
}
