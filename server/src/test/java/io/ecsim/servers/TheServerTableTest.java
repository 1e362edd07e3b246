package io.ecsim.servers;

import static io.ecsim.testing.Caller.each;
import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The server status table of the user guide, row by row: each status is reached by requests (and
 * faults) that anybody can make, and every reader sees it. {@code ecs-lifecycle.md} a.
 */
class TheServerTableTest {
  private static final String TABLE =
      """
      console                | kind    | status        | vm_state | task_state       | power_state
      Creating               | passing | BUILD         | building | scheduling       | 0
      Starting               | passing | SHUTOFF       | stopped  | powering-on      | 4
      Running                | settled | ACTIVE        | active   | null             | 1
      Stopping               | passing | ACTIVE        | active   | powering-off     | 1
      Stopped                | settled | SHUTOFF       | stopped  | null             | 4
      Restarting             | passing | REBOOT        | active   | rebooting        | 1
      Resizing               | passing | RESIZE        | stopped  | resize_prep      | 4
      Verifying resizing     | passing | VERIFY_RESIZE | resized  | null             | 4
      Deleting               | passing | ACTIVE        | active   | deleting         | 1
      Deleted                | passing | DELETED       | deleted  | null             | 0
      Faulty                 | settled | ERROR         | error    | null             | 0
      Reinstalling OS        | passing | SHUTOFF       | stopped  | null             | 4
      Reinstalling OS failed | settled | SHUTOFF       | stopped  | null             | 4
      Changing OS            | passing | SHUTOFF       | stopped  | null             | 4
      OS change failed       | settled | SHUTOFF       | stopped  | null             | 4
      Forcibly restarting    | passing | HARD_REBOOT   | active   | rebooting_hard   | 1
      Rolling back resizing  | passing | REVERT_RESIZE | resized  | resize_reverting | 4
      Frozen                 | settled | SHUTOFF       | stopped  | null             | 4
      """;

  private static final List<String> MEMBERS =
      List.of("status", "vm_state", "task_state", "power_state");

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void each_row_shows(
      String console, String kind, String status, String vm, String task, String power) {
    var scene = new Scene(cloud);
    String id = new Reaching(scene).status(console);
    List<String> row = List.of(status, vm, task, power);

    JsonNode kept = ok(scene.anna.get("/_ecsim/state/server/" + id)).json();
    assertThat(kept.path("status").asText()).isEqualTo(console);
    if (console.equals("Deleted")) {
      assertThat(scene.anna.get("/ecs/v1/{p}/cloudservers/" + id).status()).isEqualTo(404);
      assertThat(scene.anna.get("/ecs/v2.1/{p}/servers/" + id).status()).isEqualTo(404);
      assertThat(scene.anna.servers()).doesNotContainKey(id);
      assertThat(words(natively(scene, "?changes-since=2020-01-01T00:00:00Z", id))).isEqualTo(row);
      return;
    }
    assertThat(kept.path("api")).isNotEmpty();
    assertThat(told(kept.path("api"), "")).isEqualTo(row);
    assertThat(words(ok(scene.anna.get("/ecs/v1/{p}/cloudservers/" + id)).json().path("server")))
        .isEqualTo(row);
    assertThat(words(scene.anna.servers().get(id))).isEqualTo(row);
    assertThat(told(scene.anna.briefServers().get(id), "")).isEqualTo(row);
    assertThat(words(ok(scene.anna.get("/ecs/v2.1/{p}/servers/" + id)).json().path("server")))
        .isEqualTo(row);
    assertThat(words(natively(scene, "", id))).isEqualTo(row);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
  void each_row_is_as_stable_as_the_table_says(String console, String kind) {
    HttpAnswer table = ok(new Scene(cloud).anna.get("/_ecsim/lifecycles/server"));

    assertThat(each(table.json().path("statuses")))
        .filteredOn(row -> row.path("status").asText().equals(console))
        .extracting(row -> row.path("kind").asText())
        .allMatch(shown -> shown.equals("passing") == kind.equals("passing"))
        .hasSize(console.equals("Deleted") ? 0 : 1);
  }

  private static JsonNode natively(Scene scene, String query, String id) {
    JsonNode servers = ok(scene.anna.get("/ecs/v2.1/{p}/servers/detail" + query)).json();
    return each(servers.path("servers")).stream()
        .filter(server -> server.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The four words of a server as v1 and native clients read them. */
  private static List<String> words(JsonNode server) {
    return told(server, "OS-EXT-STS:");
  }

  private static List<String> told(JsonNode server, String prefix) {
    return MEMBERS.stream()
        .map(member -> member.equals("status") ? member : prefix + member)
        .map(member -> server.path(member).asText())
        .toList();
  }
}
