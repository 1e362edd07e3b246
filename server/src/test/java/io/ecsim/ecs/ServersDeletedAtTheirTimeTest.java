package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When servers can be asked to be deleted by themselves: {@code ecs-lifecycle.md} b.15. */
class ServersDeletedAtTheirTimeTest {
  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer appoint(String server, String time) {
    return client.post(
        "/" + server + "/actions/update-auto-terminate-time",
        "{\"auto_terminate_time\":\"%s\"}".formatted(time));
  }

  /** The world's first minute is that of the first of January 2026. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:29:00Z, 403, Ecs.0083",
    "2026-01-01T00:29:59Z, 403, Ecs.0083",
    "2029-01-01T00:01:00Z, 400, Ecs.0005",
    "soon, 400, Ecs.0082",
  })
  void the_time_is_neither_too_near_nor_too_far(String time, int status, String code) {
    HttpAnswer made = client.create("new", ",\"auto_terminate_time\":\"%s\"".formatted(time));
    assertThat(made.status()).as(made.text()).isEqualTo(status);
    assertThat(made.at("/error/code")).isEqualTo(code);
    assertThat(made.at("/error/message")).contains("auto_terminate_time", time);
    assertThat(client.state().everywhere("server")).isEmpty();
  }

  @Test
  void half_an_hour_ahead_is_enough_and_counted_when_it_is_asked_for() {
    assertThat(client.create("new", ",\"auto_terminate_time\":\"2026-01-01T00:30Z\"").status())
        .isEqualTo(200);
    String server = client.create("other", "").at("/serverIds/0");
    client.world().advance(Duration.ofMinutes(10));

    HttpAnswer late = appoint(server, "2026-01-01T00:39:00Z");
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.at("/error/code")).isEqualTo("Ecs.0083");
    assertThat(client.server(server).path("auto_terminate_time").asText()).isEmpty();
    assertThat(appoint(server, "2026-01-01T00:40:00Z").status()).isEqualTo(204);
    client.world().advance(Duration.ofMinutes(31));
    assertThat(client.status(server)).isEqualTo("gone");
  }

  /** The vendor's own provider gives a fixed date, which is over one day. */
  @Test
  void a_time_that_is_over_is_kept_and_nothing_is_done() {
    String server = client.running("web");
    assertThat(appoint(server, "2025-10-10T11:11:00Z").status()).isEqualTo(204);
    client.world().advance(Duration.ofDays(2));

    assertThat(client.status(server)).isEqualTo("Running");
    assertThat(client.server(server).path("auto_terminate_time").asText())
        .isEqualTo("2025-10-10T11:11:00Z");
  }

  @Test
  void a_server_paid_by_the_month_has_no_such_time() {
    String server =
        client.running(
            "web",
            """
            ,"extendparam":{"chargingMode":"prePaid","periodType":"month","periodNum":1,
            "isAutoPay":"true"}""");
    HttpAnswer refused = appoint(server, "2026-02-01T00:00:00Z");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0084");
    assertThat(refused.at("/error/message")).contains("auto_terminate_time", server);
    assertThat(client.server(server).path("auto_terminate_time").asText()).isEmpty();
    assertThat(appoint(server, "").status()).isEqualTo(204);
  }
}
