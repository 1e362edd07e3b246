package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Another flavor for a server: {@code ecs-lifecycle.md} b.6. */
class ResizingTest {
  private static final String LARGER = "c6.xlarge.2";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
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
                    When.ALWAYS,
                    new Effect.Fail(code)));
  }

  private static String flavor(Client client, String server) {
    return client.server(server).at("/flavor/id").asText();
  }

  @Test
  void aRunningServerIsStoppedResizedConfirmedAndStarted() {
    Client client = client();
    String server = client.running("web");
    String job = client.resize(server, LARGER).at("/job_id");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("resizeServer");
    assertThat(client.job(job).at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(client.story(server))
        .containsExactly("Stopping", "Resizing", "Verifying resizing", "Starting", "Running");
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(flavor(client, server)).isEqualTo(LARGER);
    assertThat(client.server(server).at("/metadata/metering.resourcespeccode").asText())
        .isEqualTo(LARGER + ".linux");
  }

  @Test
  void aStoppedServerStaysStopped() {
    Client client = client();
    String server = client.stopped("web");
    client.resize(server, LARGER);
    assertThat(client.story(server)).containsExactly("Resizing", "Verifying resizing", "Stopped");
    assertThat(flavor(client, server)).isEqualTo(LARGER);
  }

  @Test
  void theFlavorIsTheOldOneUntilTheServerIsVerified() {
    Client client = client();
    String server = client.stopped("web");
    client.resize(server, LARGER);
    assertThat(client.words(server)).isEqualTo("RESIZE stopped resize_prep 4");
    assertThat(flavor(client, server)).isEqualTo("c6.large.2");
    while (!client.status(server).equals("Verifying resizing")) {
      assertThat(flavor(client, server)).isEqualTo("c6.large.2");
      client.world().advanceToNext();
    }
    assertThat(client.words(server)).isEqualTo("VERIFY_RESIZE resized resize_confirming 4");
    assertThat(flavor(client, server)).isEqualTo(LARGER);
  }

  @Test
  void aFailedResizeRollsBackToTheOldFlavor() {
    Client client = client();
    String server = client.stopped("web");
    fail("server.resize", null);
    String job = client.resize(server, LARGER).at("/job_id");
    assertThat(client.story(server))
        .containsExactly("Resizing", "Rolling back resizing", "Stopped");
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0207");
    assertThat(flavor(client, server)).isEqualTo("c6.large.2");
    assertThat(client.server(server).path("fault").isNull()).isTrue();
  }

  @Test
  void aFailedConfirmationLeavesTheServerToBeVerified() {
    Client client = client();
    String server = client.stopped("web");
    fail("server.confirm-resize", null);
    String job = client.resize(server, LARGER).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0209");
    assertThat(client.words(server)).isEqualTo("VERIFY_RESIZE resized null 4");
    assertThat(flavor(client, server)).isEqualTo(LARGER);
  }

  @Test
  void aServerThatCannotBeStoppedIsNotResized() {
    Client client = client();
    String server = client.running("web");
    fail("server.stop", null);
    String job = client.resize(server, LARGER).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.1000");
    assertThat(client.status(server)).isEqualTo("Running");
    assertThat(flavor(client, server)).isEqualTo("c6.large.2");
  }

  @Test
  void withoutLeaveToStopItARunningServerIsRefused() {
    Client client = client();
    String server = client.running("web");
    refused(
        client,
        client.post("/" + server + "/resize", "{\"resize\":{\"flavorRef\":\"" + LARGER + "\"}}"),
        "Ecs.0100");
  }

  private static void refused(Client client, HttpAnswer answer, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(client.state().jobs().values()).allMatch(job -> job.phase().over());
  }

  @Test
  void whatCannotBeAFlavorOfThisServerIsRefused() {
    Client client = client();
    String server = client.running("web");
    refused(client, client.resize(server, "c6.large.2"), "Ecs.0009");
    refused(client, client.resize(server, "none.such"), "Ecs.0029");
    refused(client, client.resize(server, "kc1.large.2"), "Ecs.0804");
    assertThat(client.resize("00000000-0000-0000-0000-000000000000", LARGER).status())
        .isEqualTo(404);
  }

  @Test
  void aDryRunChecksAndChangesNothing() {
    Client client = client();
    String server = client.stopped("web");
    HttpAnswer answer =
        client.post(
            "/" + server + "/resize",
            "{\"dry_run\":true,\"resize\":{\"flavorRef\":\"" + LARGER + "\"}}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  @Test
  void bothFlavorsAreReservedWhileTheServerIsResized() {
    Client client = client();
    String server = client.stopped("web");
    assertThat(cores(client)).isEqualTo(2);
    client.resize(server, LARGER);
    assertThat(cores(client)).isEqualTo(4);
    client.world().advanceToIdle();
    assertThat(cores(client)).isEqualTo(4);
    client.resize(server, "c6.large.2");
    assertThat(cores(client)).isEqualTo(4);
    client.world().advanceToIdle();
    assertThat(cores(client)).isEqualTo(2);
    fail("server.resize", null);
    client.resize(server, LARGER);
    assertThat(cores(client)).isEqualTo(4);
    client.world().advanceToIdle();
    assertThat(cores(client)).isEqualTo(2);
  }

  private static int cores(Client client) {
    return client.get("/limits").json().at("/absolute/totalCoresUsed").asInt(-1);
  }

  @Test
  void ofABatchEachServerHasItsOwnOutcome() {
    Client client = client();
    String web = client.running("web");
    String db = client.running("db", ",\"flavorRef\":\"" + LARGER + "\"");
    String job =
        client
            .post(
                "/batch-resize",
                """
                {"resize":{"flavorRef":"%s","mode":"withStopServer",
                "servers":[{"id":"%s"},{"id":"%s"}]}}"""
                    .formatted(LARGER, web, db))
            .at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("status").asText()).isEqualTo("FAIL");
    assertThat(Client.each(client.job(job).at("/entities/sub_jobs"), "/status"))
        .containsExactly("SUCCESS", "FAIL");
    assertThat(Client.each(client.job(job).at("/entities/sub_jobs"), "/error_code"))
        .containsExactly("null", "Ecs.0009");
    assertThat(Client.each(client.job(job).at("/entities/sub_jobs"), "/entities/server_id"))
        .containsExactly(web, db);
    assertThat(client.status(db)).isEqualTo("Running");
    assertThat(flavor(client, web)).isEqualTo(LARGER);
  }

  @Test
  void deletingAServerThatIsResizedEndsTheResize() {
    Client client = client();
    String server = client.stopped("web");
    String job = client.resize(server, LARGER).at("/job_id");
    client.removeNatively(server);
    assertThat(client.job(job).path("status").asText()).isEqualTo("FAIL");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void theThreadsOfItsCoresAreChangedWithTheFlavorAndTakenBackWithIt() {
    Client client = client();
    String server = client.running("web", ",\"cpu_options\":{\"hw:cpu_threads\":2}");
    threaded(client, server, LARGER, 1);
    client.world().advanceToIdle();
    assertThat(threads(client, server)).isEqualTo(1);

    fail("server.confirm-resize", "Ecs.0209");
    threaded(client, server, "c6.large.2", 2);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Verifying resizing");
    assertThat(threads(client, server)).isEqualTo(2);
    client.send(
        "POST",
        "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/action",
        "{\"revertResize\":null}");
    client.world().advanceToIdle();
    assertThat(flavor(client, server)).isEqualTo(LARGER);
    assertThat(threads(client, server)).isEqualTo(1);
  }

  @Test
  void withoutAWordOfThemTheThreadsStay() {
    Client client = client();
    String server = client.running("web", ",\"cpu_options\":{\"hw:cpu_threads\":1}");
    client.resize(server, LARGER);
    client.world().advanceToIdle();
    assertThat(flavor(client, server)).isEqualTo(LARGER);
    assertThat(threads(client, server)).isEqualTo(1);
  }

  private static void threaded(Client client, String server, String flavor, int threads) {
    HttpAnswer answer =
        client.post(
            "/" + server + "/resize",
            """
            {"resize":{"flavorRef":"%s","mode":"withStopServer",
            "cpu_options":{"hw:cpu_threads":%d}}}"""
                .formatted(flavor, threads));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static int threads(Client client, String server) {
    return client.server(server).at("/cpu_options/hw:cpu_threads").asInt();
  }
}
