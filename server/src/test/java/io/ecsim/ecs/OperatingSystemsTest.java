package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Image;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reinstalling and changing operating systems: {@code ecs-lifecycle.md} b.7, b.8. */
class OperatingSystemsTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private void fail(String edge) {
    ecsim
        .world()
        .transact(
            tx ->
                tx.lay(
                    "rule",
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    new When(1, 0, 0, -1, 0, 0),
                    new Effect.Fail(null)));
  }

  private String other() {
    return cloud.inventory.images().stream()
        .map(Image::id)
        .filter(id -> !id.equals(cloud.image()))
        .findFirst()
        .orElseThrow();
  }

  private static String systemDisk(JsonNode server) {
    return server.at("/os-extended-volumes:volumes_attached/0/id").asText();
  }

  @Test
  void aServerIsStoppedGetsItsImageAgainAndStarts() {
    Client client = client();
    String server =
        client.running("web", ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");
    JsonNode before = client.server(server);
    String job = client.reinstall(server).at("/job_id");
    assertThat(client.job(job).path("job_type").asText()).isEqualTo("reinstallOsV2");
    assertThat(client.job(job).at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(client.story(server))
        .containsExactly("Stopping", "Reinstalling OS", "Starting", "Running");
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    JsonNode after = client.server(server);
    assertThat(after.path("image")).isEqualTo(before.path("image"));
    assertThat(after.path("addresses")).isEqualTo(before.path("addresses"));
    assertThat(systemDisk(after)).isNotEqualTo(systemDisk(before));
    assertThat(after.at("/os-extended-volumes:volumes_attached/1"))
        .isEqualTo(before.at("/os-extended-volumes:volumes_attached/1"));
    assertThat(after.at("/os-extended-volumes:volumes_attached/0/device").asText())
        .isEqualTo("/dev/vda");
    assertThat(client.disks()).containsExactly("in-use", "in-use");
  }

  @Test
  void itShowsNothingOfTheReinstallationButItsJob() {
    Client client = client();
    String server = client.stopped("web");
    String job = client.reinstall(server).at("/job_id");
    assertThat(client.status(server)).isEqualTo("Reinstalling OS");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    assertThat(client.job(job).path("status").asText()).isEqualTo("RUNNING");
  }

  @Test
  void anotherImageChangesTheServersMetadata() {
    Client client = client();
    String server = client.stopped("web");
    JsonNode before = client.server(server);
    String job = client.changeOs(server, other()).at("/job_id");
    assertThat(client.story(server)).containsExactly("Changing OS", "Starting", "Running");
    assertThat(client.job(job).path("status").asText()).isEqualTo("SUCCESS");
    JsonNode after = client.server(server);
    assertThat(after.at("/image/id").asText()).isEqualTo(other());
    assertThat(after.at("/metadata/metering.image_id").asText()).isEqualTo(other());
    assertThat(after.at("/metadata/image_name")).isNotEqualTo(before.at("/metadata/image_name"));
    assertThat(after.path("addresses")).isEqualTo(before.path("addresses"));
    assertThat(systemDisk(after)).isNotEqualTo(systemDisk(before));
  }

  @Test
  void aFailedReinstallationCanBeTriedAgainAndAnOsChange() {
    Client client = client();
    String server = client.stopped("web");
    fail("server.reinstall-os");
    String job = client.reinstall(server).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Reinstalling OS failed");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    assertThat(client.server(server).path("fault").isNull()).isTrue();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0503");
    assertThat(client.start(server).at("/error/code")).isEqualTo("Ecs.0100");
    client.reinstall(server);
    assertThat(client.story(server)).containsExactly("Reinstalling OS", "Starting", "Running");
  }

  @Test
  void aFailedDiskLeavesAServerWithoutAnyUntilTheNextTry() {
    Client client = client();
    String server = client.stopped("web");
    fail("volume.create");
    String job = client.reinstall(server).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Reinstalling OS failed");
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0202");
    assertThat(client.disks()).isEmpty();
    assertThat(client.server(server).path("os-extended-volumes:volumes_attached")).isEmpty();
    assertThat(client.start(server).at("/error/code")).isEqualTo("Ecs.0105");
    client.changeOs(server, other());
    assertThat(client.story(server)).containsExactly("Changing OS", "Starting", "Running");
    assertThat(client.disks()).containsExactly("in-use");
  }

  @Test
  void aFailedChangeAllowsAnotherChangeButNoReinstallation() {
    Client client = client();
    String server = client.stopped("web");
    fail("server.change-os");
    client.changeOs(server, other());
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("OS change failed");
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
    assertThat(client.server(server).at("/image/id").asText()).isEqualTo(cloud.image());
    assertThat(client.reinstall(server).at("/error/code")).isEqualTo("Ecs.0100");
    client.changeOs(server, other());
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void aServerThatDoesNotStartAfterwardsIsStopped() {
    Client client = client();
    String server = client.stopped("web");
    fail("server.start");
    String job = client.reinstall(server).at("/job_id");
    client.world().advanceToIdle();
    assertThat(client.job(job).path("error_code").asText()).isEqualTo("Ecs.0226");
    assertThat(client.status(server)).isEqualTo("Stopped");
  }

  @Test
  void withoutItsSystemDiskAServerIsRefused() {
    Client client = client();
    String server = client.stopped("web");
    client.detach(server, systemDisk(client.server(server)));
    client.world().advanceToIdle();
    var before = client.state();
    for (HttpAnswer answer : List.of(client.reinstall(server), client.changeOs(server, other()))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("/error/code")).isEqualTo("Ecs.0105");
    }
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void anUnknownImageIsRefused() {
    Client client = client();
    String server = client.stopped("web");
    assertThat(client.changeOs(server, "00000000-0000-0000-0000-000000000000").at("/error/code"))
        .isEqualTo("Ecs.0031");
  }

  @Test
  void withoutLeaveToStopItARunningServerIsRefused() {
    Client client = client();
    String server = client.running("web");
    HttpAnswer answer =
        client.post(
            "/" + server + "/reinstallos", "{\"os-reinstall\":{\"adminpass\":\"Secret12!\"}}");
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0100");
    assertThat(client.status(server)).isEqualTo("Running");
  }
}
