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

/** What the cloud plans to do to a server, and what its owner says to that. */
class ScheduledEventsTest {
  private static final String EVENTS = "/ecs/v3/" + Ecsim.PROJECT + "/instance-scheduled-events";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private JsonNode list(String query) {
    return client.send("GET", EVENTS + "?" + query, null).json().path("events");
  }

  /** As the control API does it: the edge by its name, without an argument. */
  private String planned(String edge, String server) {
    client
        .world()
        .transact(tx -> tx.begin(Plan.named(edge, new Ref("server", Ecsim.PROJECT, server))));
    return list("instance_id=" + server).at("/0/id").asText();
  }

  private HttpAnswer accept(String id, String body) {
    return client.send("POST", EVENTS + "/" + id + "/actions/accept", body);
  }

  private String inHours(int hours) {
    return io.ecsim.pack.Utc.seconds(client.world().now() + Duration.ofHours(hours).toMillis());
  }

  @Test
  void an_event_is_published_and_waits_for_an_answer() {
    String server = client.running("web");
    String id = planned("server.plan-redeploy", server);

    JsonNode event = list("id=" + id).path(0);
    assertThat(event.path("state").asText()).isEqualTo("inquiring");
    assertThat(event.path("type").asText()).isEqualTo("instance-redeploy");
    assertThat(event.at("/source/type").asText()).isEqualTo("platform");
    assertThat(event.path("publish_time").asText()).isLessThan(event.path("not_before").asText());
    client.world().advance(Duration.ofDays(5));
    assertThat(list("state=inquiring")).hasSize(1);
    assertThat(list("state=completed&state=failed")).isEmpty();
    assertThat(list("type=instance-reboot")).isEmpty();
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void who_agrees_has_it_done_at_once() {
    String server = client.running("web");
    String id = planned("server.plan-redeploy", server);

    assertThat(accept(id, "{}").status()).isEqualTo(200);
    client.world().advance(Duration.ofSeconds(1));
    assertThat(list("").at("/0/state").asText()).isEqualTo("executing");
    client.world().advanceToIdle();

    JsonNode event = list("").path(0);
    assertThat(event.path("state").asText()).isEqualTo("completed");
    assertThat(event.path("finish_time").asText()).isGreaterThan(event.path("start_time").asText());
    assertThat(client.status(server)).isEqualTo("Running");
    assertThat(accept(id, "{}").status()).isEqualTo(400);
  }

  @Test
  void it_can_be_put_off() {
    String server = client.running("web");
    String id = planned("server.plan-reboot", server);
    accept(id, "{\"not_before\":\"%s\"}".formatted(inHours(3)));
    assertThat(list("").at("/0/state").asText()).isEqualTo("scheduled");
    HttpAnswer later =
        client.send("PUT", EVENTS + "/" + id, "{\"not_before\":\"%s\"}".formatted(inHours(10)));
    assertThat(later.status()).isEqualTo(200);

    client.world().advance(Duration.ofHours(5));
    assertThat(list("").at("/0/state").asText()).isEqualTo("scheduled");
    client.world().advance(Duration.ofHours(6));
    assertThat(list("").at("/0/state").asText()).isEqualTo("completed");

    HttpAnswer tooLate =
        client.send("PUT", EVENTS + "/" + id, "{\"not_before\":\"%s\"}".formatted(inHours(999)));
    assertThat(tooLate.at("/error_code")).isEqualTo("Ecs.0005");
  }

  @Test
  void one_whose_server_has_gone_fails() {
    String server = client.running("web");
    String id = planned("server.plan-reboot", server);
    accept(id, "{\"not_before\":\"%s\"}".formatted(inHours(1)));
    client.remove(server);
    client.world().advance(Duration.ofHours(2));

    assertThat(list("").at("/0/state").asText()).isEqualTo("failed");
  }

  @Test
  void an_event_that_is_not_there_is_not_found() {
    HttpAnswer answer = accept("00000000-0000-0000-0000-000000000000", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error_code")).isEqualTo("Ecs.0005");
  }
}
