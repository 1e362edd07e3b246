package io.ecsim.disks;

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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of the tables of disks, set in motion by a request while time stands still: readers see
 * what the row says, step by step, when it succeeds and for each way in which it can fail; Huawei's
 * own SDK is one of them.
 */
class EveryEdgeDoesAsItsRowSaysTest {
  private static final List<String> TYPES =
      List.of("volume", "snapshot", "snapshot-group", "transfer", "backup");

  /**
   * What is done within the job of a server or of another resource, which has a code of its own.
   */
  private static final Set<String> WITHIN =
      Set.of("volume.attach", "volume.detach", "volume.release", "backup.restore");

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  /** The rows as the double tells them. */
  private static List<JsonNode> rows() {
    try (Ecsim ecsim = Ecsim.start(Options.embedded())) {
      JsonNode tables = new Http(ecsim.url()).get("/_ecsim/lifecycles").json().path("lifecycles");
      return each(tables).stream()
          .filter(table -> TYPES.contains(table.path("type").asText()))
          .flatMap(table -> each(table.path("edges")).stream())
          .toList();
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
                    .map(
                        failure ->
                            new Object[] {
                              row.path("edge").asText(), failure.path("code").asText(), failure
                            }));
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

    ride.expect(row.path("steps"), row.path("to").asText());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("failures")
  void it_fails_as_its_row_says(String edge, String code, JsonNode failure) {
    var ride = new Ride(edge, code);

    cloud.idle();
    ride.expectEnd(failure.path("to").asText());
    if (ride.answer.json().has("job_id")) {
      JsonNode job = ride.job();
      assertThat(job.path("status").asText()).isEqualTo("FAIL");
      if (!WITHIN.contains(edge)) {
        assertThat(job.path("error_code").asText()).isEqualTo(code);
      }
    }
  }

  /** An edge under way. */
  private final class Ride {
    private final Scene scene = new Scene(cloud);
    private final SdkReader sdk = SdkReader.at(cloud.url());
    private final String type;
    private final String id;
    private final String before;
    private final HttpAnswer answer;

    Ride(String edge, String fault) {
      Way way = Ways.of(edge, fault);
      type = edge.substring(0, edge.indexOf('.'));
      String prepared = way.prepared().apply(scene);
      before = prepared == null ? null : status(prepared);
      if (fault != null) {
        cloud.fault(
            """
            {"name": "f", "on": {"edge": "%s"}, "do": {"fail": "%s"}}
            """
                .formatted(edge, fault));
      }
      answer = way.begun().apply(scene, prepared);
      id = way.id().apply(prepared, answer);
    }

    JsonNode job() {
      return ok(scene.anna.get("/v1/{p}/jobs/" + answer.at("/job_id"))).json();
    }

    void expect(JsonNode steps, String end) {
      List<String> seen = new ArrayList<>(List.of(status(id)));
      while (cloud.next()) {
        theSdkAgrees();
        String status = status(id);
        if (!status.equals(seen.get(seen.size() - 1))) {
          seen.add(status);
        }
      }
      List<String> wanted =
          each(steps).stream()
              .filter(step -> !step.path("sometimes").asBoolean() && step.has("status"))
              .map(step -> step.path("status").asText())
              .toList();
      assertThat(wanted.isEmpty() || isPassed(seen, wanted)).as("%s in %s", wanted, seen).isTrue();
      expectEnd(end);
    }

    private boolean isPassed(List<String> seen, List<String> wanted) {
      return Collections.indexOfSubList(seen, wanted) >= 0;
    }

    /** Every reader tells the same end. */
    void expectEnd(String end) {
      if (id.isEmpty()) {
        assertThat(end).as("what was refused").isEqualTo("gone");
        assertThat(answer.status()).isGreaterThanOrEqualTo(500);
        return;
      }
      theSdkAgrees();
      for (String reader : readers()) {
        String status = status(reader, id);
        switch (end) {
          case "back" -> assertThat(status).as(reader).isEqualTo(before);
          case "gone" -> assertThat(status).as(reader).isEqualTo("404");
          default -> {
            if (!status.equals("there") && !end.contains(" ")) {
              assertThat(status).as(reader).isEqualTo(end);
            }
          }
        }
      }
    }

    private void theSdkAgrees() {
      HttpAnswer shown = scene.anna.get(readers().get(0) + id);
      String status = shown.status() == 404 ? "404" : shown.at("/" + type + "/status");
      switch (type) {
        case "volume" -> assertThat(sdk.disk(id)).isEqualTo(status);
        case "snapshot" -> assertThat(sdk.snapshot(id)).isEqualTo(status);
        default -> {
          // the SDK has no look at anything else
        }
      }
    }

    private List<String> readers() {
      return switch (type) {
        case "volume" -> List.of("/evs/v2/{p}/cloudvolumes/", "/evs/v3/{p}/volumes/");
        case "backup" -> List.of("/evs/v3/{p}/backups/", "/evs/v2/{p}/backups/");
        case "snapshot-group" -> List.of("/evs/v5/{p}/snapshot-groups/");
        case "snapshot" -> List.of("/evs/v2/{p}/cloudsnapshots/", "/evs/v3/{p}/snapshots/");
        default -> List.of("/evs/v2/{p}/os-volume-transfer/");
      };
    }

    private String status(String it) {
      return status(readers().get(0), it);
    }

    /** The status wherever it is now; {@code there} if it has none, or {@code 404}. */
    private String status(String reader, String it) {
      for (HttpAnswer shown :
          List.of(
              scene.anna.get(reader + it),
              scene.bert.get(reader + it),
              scene.anna.get("/evs/v3/{p}/recycle-bin-volumes/" + it))) {
        if (shown.status() != 404) {
          String member = type.replace('-', '_');
          return ok(shown).json().path(member).path("status").asText("there");
        }
      }
      return "404";
    }
  }
}
