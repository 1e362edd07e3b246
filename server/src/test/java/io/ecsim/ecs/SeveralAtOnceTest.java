package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs with sub jobs: {@code ecs-lifecycle.md} b.0. */
class SeveralAtOnceTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  @Test
  void eachServerHasItsSubJob() {
    Client client = client();
    JsonNode created = client.create("web", ",\"count\":3").json();
    assertThat(created.path("serverIds").size()).isEqualTo(3);
    JsonNode job = client.job(created.path("job_id").asText());
    assertThat(job.path("status").asText()).isEqualTo("RUNNING");
    assertThat(job.path("job_type").asText()).isEqualTo("createServer");
    assertThat(job.path("begin_time").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(job.path("end_time").asText()).isEmpty();
    assertThat(job.path("error_code").isNull()).isTrue();
    assertThat(job.at("/entities/sub_jobs_total").asInt()).isEqualTo(3);
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/job_type"))
        .containsOnly("createSingleServer");
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/entities/server_id"))
        .isEqualTo(Client.each(created.path("serverIds"), ""));

    ecsim.advance(Duration.ofMinutes(5));
    JsonNode over = client.job(created.path("job_id").asText());
    assertThat(over.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(over.path("end_time").asText()).isEqualTo("2026-01-01T00:00:40.000Z");
  }

  @Test
  void aBatchIsTakenAndEachServerGoesItsWay() {
    Client client = client();
    String running = client.running("a");
    String stopped = client.running("b");
    client.stop("SOFT", stopped);
    ecsim.advanceToIdle();
    String busy = client.running("c");
    client.reboot("SOFT", busy);

    JsonNode answer = client.stop("SOFT", running, stopped, busy).json();
    JsonNode job = client.job(answer.path("job_id").asText());
    assertThat(job.path("job_type").asText()).isEqualTo("stopServer");
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/status"))
        .containsExactly("RUNNING", "FAIL", "FAIL");
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/error_code"))
        .containsExactly("null", "Ecs.0100", "Ecs.0603");
    assertThat(Client.each(job.at("/entities/sub_jobs"), "/job_type"))
        .containsOnly("stopSingleServer");

    ecsim.advanceToIdle();
    JsonNode over = client.job(answer.path("job_id").asText());
    assertThat(over.path("status").asText()).isEqualTo("FAIL");
    assertThat(client.status(running)).isEqualTo("Stopped");
    assertThat(client.status(busy)).isEqualTo("Running");
  }

  @Test
  void oneUnknownServerRefusesTheWholeRequest() {
    Client client = client();
    String running = client.running("a");
    var before = client.state();
    String unknown = "00000000-0000-4000-8000-000000000000";
    assertThat(client.remove(running, unknown).status()).isEqualTo(404);
    assertThat(client.stop("SOFT", running, unknown).at("/error/code")).isEqualTo("Ecs.0114");
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void aServerThatIsNamedTwiceIsMeantOnce() {
    Client client = client();
    String server = client.running("a");
    String job = client.stop("SOFT", server, server).at("/job_id");
    assertThat(client.job(job).at("/entities/sub_jobs_total").asInt()).isEqualTo(1);
  }

  @Test
  void anUnknownJobIsRefused() {
    Client client = client();
    JsonNode answer = client.job("ff80808200000000000000000000abcd");
    assertThat(answer.at("/error/code").asText()).isEqualTo("Common.0011");
  }

  @Test
  void twoActionsInOneBodyAreRefused() {
    Client client = client();
    String server = client.running("a");
    var answer =
        client.post(
            "/action",
            """
            {"os-start":{"servers":[{"id":"%s"}]},"os-stop":{"servers":[{"id":"%s"}]}}"""
                .formatted(server, server));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0005");
  }
}
