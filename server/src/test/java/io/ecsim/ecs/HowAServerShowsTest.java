package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.ecs.view.Words;
import io.ecsim.testing.Ecsim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each status and task word that a client sees, in order: {@code ecs-lifecycle.md} a and b. */
class HowAServerShowsTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  /** What a client that polls each second sees, repeated lines once. */
  private List<String> story(Client client, String server, int seconds) {
    var story = new ArrayList<String>();
    for (int i = 0; i < seconds; i++) {
      String words = client.get("/" + server).status() == 404 ? "gone" : client.words(server);
      if (story.isEmpty() || !story.get(story.size() - 1).equals(words)) {
        story.add(words);
      }
      ecsim.advance(Duration.ofSeconds(1));
    }
    return story;
  }

  @Test
  void aServerIsScheduledNetworkedGivenDisksAndSpawned() {
    Client client = client();
    String server = client.create("web", "").at("/serverIds/0");
    assertThat(story(client, server, 60))
        .containsExactly(
            "BUILD building scheduling 0",
            "BUILD building networking 0",
            "BUILD building block_device_mapping 0",
            "BUILD building spawning 0",
            "ACTIVE active null 1");
  }

  @Test
  void aSchedulingServerHasNoHostAndNoAddressYet() {
    Client client = client();
    String id = client.create("web", "").at("/serverIds/0");
    JsonNode server = client.server(id);
    assertThat(server.path("addresses").isEmpty()).isTrue();
    assertThat(server.path("OS-EXT-SRV-ATTR:host").isNull()).isTrue();
    assertThat(server.path("OS-EXT-SRV-ATTR:hypervisor_hostname").isNull()).isTrue();
    assertThat(server.path("hostId").asText()).isEmpty();
    assertThat(server.path("OS-SRV-USG:launched_at").isNull()).isTrue();

    ecsim.advance(Duration.ofSeconds(3));
    JsonNode networking = client.server(id);
    assertThat(networking.path("addresses").size()).isEqualTo(1);
    assertThat(networking.path("OS-EXT-SRV-ATTR:host").asText()).isNotEmpty();
    assertThat(networking.path("OS-SRV-USG:launched_at").isNull()).isTrue();

    ecsim.advanceToIdle();
    assertThat(client.server(id).path("OS-SRV-USG:launched_at").asText())
        .isEqualTo("2026-01-01T00:00:40.000000");
  }

  @Test
  void stoppingAndStartingShowTheOldStatusWithATask() {
    Client client = client();
    String server = client.running("web");
    client.stop("SOFT", server);
    assertThat(story(client, server, 20))
        .containsExactly("ACTIVE active powering-off 1", "SHUTOFF stopped null 4");
    client.start(server);
    assertThat(story(client, server, 20))
        .containsExactly("SHUTOFF stopped powering-on 4", "ACTIVE active null 1");
  }

  @Test
  void restartingHasThreeTasks() {
    Client client = client();
    String server = client.running("web");
    client.reboot("SOFT", server);
    assertThat(story(client, server, 30))
        .containsExactly(
            "REBOOT active rebooting 1",
            "REBOOT active reboot_pending 1",
            "REBOOT active reboot_started 1",
            "ACTIVE active null 1");
    client.reboot("HARD", server);
    assertThat(story(client, server, 30))
        .containsExactly(
            "HARD_REBOOT active rebooting_hard 1",
            "HARD_REBOOT active reboot_pending_hard 1",
            "HARD_REBOOT active reboot_started_hard 1",
            "ACTIVE active null 1");
  }

  @Test
  void deletingShowsTheStatusThatWas() {
    Client client = client();
    String running = client.running("a");
    String stopped = client.running("b");
    client.stop("HARD", stopped);
    ecsim.advanceToIdle();
    client.remove(running);
    client.remove(stopped);
    assertThat(client.words(stopped)).isEqualTo("SHUTOFF stopped deleting 4");
    assertThat(story(client, running, 30)).containsExactly("ACTIVE active deleting 1", "gone");
    assertThat(client.get("/" + running).at("/error/code")).isEqualTo("Ecs.0114");
  }

  @Test
  void aHardRebootEndsARestartThatIsStuck() {
    Client client = client();
    String server = client.running("web");
    String stuck = client.reboot("SOFT", server).at("/job_id");
    client.reboot("HARD", server);
    assertThat(client.words(server)).startsWith("HARD_REBOOT");
    assertThat(client.job(stuck).path("status").asText()).isEqualTo("FAIL");
    ecsim.advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
  }

  @Test
  void aHardStopEndsAStopThatIsStuck() {
    Client client = client();
    String server = client.running("web");
    client.stop("SOFT", server);
    client.stop("HARD", server);
    ecsim.advance(Duration.ofSeconds(4));
    assertThat(client.words(server)).isEqualTo("SHUTOFF stopped null 4");
  }

  @Test
  void theControlApiShowsTheSameWords() {
    Client client = client();
    client.create("web", "");
    var exhibit = cloud.ecs.exhibits().get(0);
    assertThat(exhibit.lifecycle().type()).isEqualTo("server");
    var words = Words.of(client.state().everywhere(cloud.ecs.table().servers).findFirst().get());
    assertThat(words.asMap())
        .containsEntry("status", "BUILD")
        .containsEntry("vm_state", "building")
        .containsEntry("task_state", "scheduling")
        .containsEntry("power_state", 0);
  }
}
