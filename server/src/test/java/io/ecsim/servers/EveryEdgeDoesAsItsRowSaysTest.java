package io.ecsim.servers;

import static io.ecsim.testing.Caller.each;
import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.testing.Http;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of the table of servers, set in motion by a request while time stands still: it goes the
 * way the row says, or fails as the row says, and all readers tell one story at each step.
 */
class EveryEdgeDoesAsItsRowSaysTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  /** The rows as the double tells them. */
  private static List<JsonNode> rows() {
    try (Ecsim ecsim = Ecsim.start(Options.embedded())) {
      JsonNode table = new Http(ecsim.url()).get("/_ecsim/lifecycles/server").json();
      return each(table.path("edges"));
    }
  }

  static Stream<Object[]> successes() {
    return rows().stream().map(row -> new Object[] {row.path("edge").asText(), row});
  }

  static Stream<Object[]> failures() {
    return rows().stream()
        .flatMap(
            row ->
                each(row.path("failures")).stream()
                    .map(failure -> failure(row.path("edge").asText(), failure)));
  }

  private static Object[] failure(String edge, JsonNode failure) {
    return new Object[] {edge, failure.path("code").asText(), failure};
  }

  @Test
  void users_can_set_every_one_in_motion() {
    assertThat(Ways.all().keySet())
        .containsExactlyInAnyOrderElementsOf(
            rows().stream().map(row -> row.path("edge").asText()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("successes")
  void it_goes_the_way_of_its_row(String edge, JsonNode row) {
    var ride = new Ride(edge, null);
    ok(ride.answer);

    ride.expect(row);
    if (ride.answer.json().has("job_id")) {
      assertThat(ride.job().path("status").asText()).isEqualTo("SUCCESS");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("failures")
  void it_fails_as_its_row_says(String edge, String code, JsonNode failure) {
    var ride = new Ride(edge, failure);

    ride.expect(failure);
    if (ride.answer.json().has("job_id")) {
      assertThat(ride.job().path("status").asText()).isEqualTo("FAIL");
      assertThat(codesOf(ride.job())).contains(code);
    }
  }

  /** The codes of a job and of its parts. */
  private static List<String> codesOf(JsonNode job) {
    return Stream.concat(Stream.of(job), each(job.at("/entities/sub_jobs")).stream())
        .map(one -> one.path("error_code").asText())
        .toList();
  }

  /** An edge under way. */
  private final class Ride {
    private final Scene scene = new Scene(cloud);
    private final Readers readers = Readers.of(scene.anna, cloud.url());
    private final String id;
    private final String before;
    private final String next;
    private final HttpAnswer answer;

    Ride(String edge, JsonNode failure) {
      Way way = Ways.of(edge, failure);
      assertThat(way).as("a way to " + edge).isNotNull();
      next = failure == null ? way.next() : null;
      String prepared = way.prepared().apply(scene);
      before = prepared == null ? null : readers.status(prepared);
      if (failure != null) {
        cloud.fault(
            """
            {"name": "f", "on": {"edge": "%s"}, "do": {"fail": "%s"}}
            """
                .formatted(edge, failure.path("code").asText()));
      }
      answer = way.begun().apply(scene, prepared);
      id = way.id().apply(prepared, answer);
    }

    JsonNode job() {
      return ok(scene.anna.get("/ecs/v1/{p}/jobs/" + answer.at("/job_id"))).json();
    }

    /** The statuses that follow each other; all readers agree in each. */
    List<String> seen() {
      List<String> seen = new ArrayList<>();
      do {
        readers.agreed(id);
        String status = readers.status(id);
        if (seen.isEmpty() || !status.equals(seen.get(seen.size() - 1))) {
          seen.add(status);
        }
      } while (cloud.next());
      return seen;
    }

    /** The statuses of steps that always happen. */
    List<String> wanted(JsonNode steps) {
      var wanted = new ArrayList<String>();
      for (JsonNode step : each(steps)) {
        String status = step.path("status").asText();
        boolean again = !wanted.isEmpty() && wanted.get(wanted.size() - 1).equals(status);
        if (step.hasNonNull("status") && !step.path("sometimes").asBoolean() && !again) {
          wanted.add(status);
        }
      }
      return wanted;
    }

    /** The way and its end; what a job does afterwards (starting the server) follows. */
    void expect(JsonNode row) {
      List<String> seen = seen();
      List<String> wanted = wanted(row.path("steps"));
      String end = next == null ? row.path("to").asText() : next;
      end = end.equals("back") ? before : end;
      boolean there = wanted.size() > 0 && wanted.get(wanted.size() - 1).equals(end);
      if (!end.contains("before") && !there) {
        wanted.add(end);
      }
      assertThat(Collections.indexOfSubList(seen, wanted))
          .as("%s in %s", wanted, seen)
          .isNotNegative();
    }
  }
}
