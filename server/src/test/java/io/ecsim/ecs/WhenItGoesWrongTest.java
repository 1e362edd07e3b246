package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.ecs.server.Server;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Failures as a client sees them: {@code ecs-lifecycle.md} d. */
class WhenItGoesWrongTest {
  private static final String DATA =
      ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10},{\"volumetype\":\"SSD\",\"size\":20}]";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private void fail(String edge, String code, When when) {
    client()
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule", new Target.OnEdge(edge), Where.ANYWHERE, when, new Effect.Fail(code)));
  }

  private void fail(String edge, String code) {
    fail(edge, code, When.ALWAYS);
  }

  private static When nth(long n) {
    return new When(n, 0, 0, -1, 0, 0);
  }

  private long left(String type) {
    return client().state().everywhere(type).count();
  }

  @Test
  void aServerThatFailsLateVanishesWithItsDisksAndPorts() {
    Client client = client();
    fail("server.create", null);
    long ports = left("port");
    HttpAnswer answer = client.create("web", DATA);
    String server = answer.at("/serverIds/0");
    ecsim.advance(Duration.ofSeconds(30));
    assertThat(client.words(server)).startsWith("BUILD");
    assertThat(left("port")).isEqualTo(ports + 1);
    ecsim.advanceToIdle();

    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(client.disks()).isEmpty();
    assertThat(left("port")).isEqualTo(ports);
    JsonNode job = client.job(answer.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("FAIL");
    assertThat(job.path("error_code").asText()).isEqualTo("Ecs.0219");
    JsonNode sub = job.at("/entities/sub_jobs/0");
    assertThat(sub.path("job_type").asText()).isEqualTo("createSingleServer");
    assertThat(sub.path("error_code").asText()).isEqualTo("Ecs.0219");
    assertThat(sub.at("/entities/server_id").asText()).isEqualTo(server);
  }

  @Test
  void aSystemDiskThatFailsShowsInTheServersJob() {
    Client client = client();
    fail("volume.create", null, nth(1));
    String job = client.create("web", DATA).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0202");
    assertThat(client.disks()).isEmpty();
    assertThat(left("server")).isZero();
  }

  @Test
  void aDataDiskThatFailsShowsInTheServersJob() {
    Client client = client();
    fail("volume.create", null, nth(2));
    String job = client.create("web", DATA).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0203");
    assertThat(client.disks()).isEmpty();
    assertThat(left("server")).isZero();
  }

  @Test
  void aServerThatCannotBeTakenBackIsFaulty() {
    Client client = client();
    fail("server.create", "Ecs.0403");
    String server = client.create("web", "").at("/serverIds/0");
    ecsim.advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ERROR error null 0");
    JsonNode shown = client.server(server);
    assertThat(shown.at("/fault/code").asInt()).isEqualTo(500);
    assertThat(shown.at("/fault/created").asText()).isEqualTo(shown.path("updated").asText());
    assertThat(shown.path("addresses").isEmpty()).isTrue();
    client.world().transact(tx -> tx.lift(tx.state().faults().get(0).id()));
    assertThat(client.remove(server).status()).isEqualTo(200);
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void aDeleteThatFailsKeepsServerDisksAndPorts() {
    Client client = client();
    String server = client.running("web", DATA);
    fail("server.delete", null, nth(1));
    String job = client.remove(server).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0501");
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(client.server(server).path("os-extended-volumes:volumes_attached").size())
        .isEqualTo(3);

    client.remove(server);
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void aDiskThatCannotBeDeletedFailsTheDelete() {
    Client client = client();
    String server = client.running("web");
    fail("volume.delete", null, nth(1));
    String job = client.remove(server).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0501");
    assertThat(client.disks()).containsExactly("error_deleting");
    assertThat(client.status(server)).isEqualTo("Running");

    assertThat(client.remove(server).status()).isEqualTo(200);
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void aStartThatFailsLeavesTheServerStopped() {
    Client client = client();
    String server = client.running("web");
    client.stop("SOFT", server);
    ecsim.advanceToIdle();
    fail("server.start", null);
    String job = client.start(server).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0226");
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  @Test
  void aStartCanAlsoEndFaulty() {
    Client client = client();
    String server = client.running("web");
    client.stop("SOFT", server);
    ecsim.advanceToIdle();
    fail("server.start", "Ecs.0101");
    client.start(server);
    ecsim.advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ERROR error null 4");
    assertThat(client.server(server).path("addresses").size()).isEqualTo(1);
  }

  @Test
  void stopsAndRestartsThatFailLeaveTheServerRunning() {
    Client client = client();
    String server = client.running("web");
    fail("server.stop", null);
    fail("server.reboot", null);
    String stop = client.stop("SOFT", server).at("/job_id");
    ecsim.advanceToIdle();
    String reboot = client.reboot("SOFT", server).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(stop).path("error_code").asText()).isEqualTo("Ecs.1000");
    assertThat(client.job(reboot).path("error_code").asText()).isEqualTo("Ecs.0227");
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void aDeleteInterruptsTheCreationAndTakesHalfMadeDisksAlong() {
    Client client = client();
    long ports = left("port");
    HttpAnswer created = client.create("web", DATA);
    String server = created.at("/serverIds/0");
    ecsim.advance(Duration.ofSeconds(1));
    assertThat(client.remove(server).status()).isEqualTo(200);
    assertThat(client.words(server)).isEqualTo("ERROR error deleting 0");
    assertThat(client.job(created.at("/job_id")).path("status").asText()).isEqualTo("FAIL");
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
    assertThat(left("port")).isEqualTo(ports);
  }

  @Test
  void dataDisksThatAreMadeAlreadyGoOnlyIfThatIsAskedFor() {
    Client client = client();
    String kept = client.create("a", DATA).at("/serverIds/0");
    String gone = client.create("b", DATA).at("/serverIds/0");
    ecsim.advance(Duration.ofSeconds(20));
    client.remove(kept);
    client.post(
        "/delete", "{\"servers\":[{\"id\":\"%s\"}],\"delete_volume\":true}".formatted(gone));
    ecsim.advanceToIdle();
    assertThat(client.disks()).containsExactly("available", "available");
    assertThat(client.state().everywhere("volume").map(disk -> disk.spec().name()))
        .containsExactly("a-volume-0001", "a-volume-0002");
  }

  @Test
  void aDeleteThatFailsAfterInterruptingTheCreationLeavesAFaultyServer() {
    Client client = client();
    fail("server.delete", null);
    String server = client.create("web", "").at("/serverIds/0");
    client.remove(server);
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Faulty");
  }

  @Test
  void deletingWhileADiskAttachesFreesTheDisk() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    String attach = client.attach(server, disk).at("/job_id");
    client.remove(server);
    assertThat(client.job(attach).path("status").asText()).isEqualTo("FAIL");
    ecsim.advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).containsExactly("available");
  }

  @Test
  void anAttachmentThatFailsLeavesNeitherSideAttached() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    fail("volume.attach", null);
    String job = client.attach(server, disk).at("/job_id");
    assertThat(client.disks()).containsExactly("in-use", "attaching");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0205");
    assertThat(client.disks()).containsExactly("in-use", "available");
    assertThat(client.get("/" + server + "/block_device/" + disk).at("/error/code"))
        .isEqualTo("Ecs.1000");
  }

  @Test
  void aDetachmentThatFailsLeavesBothSidesAttached() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    client.attach(server, disk);
    ecsim.advanceToIdle();
    fail("volume.detach", null);
    String job = client.detach(server, disk).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0102");
    assertThat(client.disks()).containsExactly("in-use", "in-use");
    assertThat(client.get("/" + server + "/block_device/" + disk).status()).isEqualTo(200);
  }

  @Test
  void anAttachmentThatFailsOnTheServersSideIsTakenBack() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    fail("server.attach-volume", null);
    String job = client.attach(server, disk).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0205");
    assertThat(client.disks()).containsExactly("in-use", "available");
  }

  @Test
  void aDetachmentThatFailsOnTheServersSideIsTakenBack() {
    Client client = client();
    String server = client.running("web");
    String disk = client.disk();
    client.attach(server, disk);
    ecsim.advanceToIdle();
    fail("server.detach-volume", null);
    String job = client.detach(server, disk).at("/job_id");
    ecsim.advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0102");
    assertThat(client.disks()).containsExactly("in-use", "in-use");
    assertThat(client.get("/" + server + "/block_device/" + disk).at("/volumeAttachment/device"))
        .isEqualTo("/dev/vdb");
  }

  @Test
  void aLockedServerRefusesButShows() {
    Client client = client();
    String server = client.running("web");
    client
        .world()
        .transact(
            tx -> {
              var table = cloud.ecs.table();
              var ref = tx.state().require(table.servers, Ecsim.PROJECT, server).ref();
              return tx.change(table.servers, ref, WhenItGoesWrongTest::locked);
            });
    assertThat(client.remove(server).at("/error/code")).isEqualTo("Ecs.0605");
    assertThat(client.stop("HARD", server).at("/error/code")).isEqualTo("Ecs.0605");
    assertThat(client.server(server).path("locked").asBoolean()).isTrue();
  }

  private static Server locked(Server server) {
    return server.with(draft -> draft.locked = true);
  }
}
