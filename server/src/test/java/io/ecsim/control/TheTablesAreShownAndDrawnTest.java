package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can happen to a resource can be read, as data and as a picture, without trying it. */
class TheTablesAreShownAndDrawnTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  private JsonNode table(String type) {
    return cloud.http().get("/_ecsim/lifecycles/" + type).json();
  }

  private static JsonNode named(JsonNode rows, String member, String name) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.path(member).asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_row_says_from_where_through_what_to_where_and_how_it_fails() {
    JsonNode extend = named(table("volume").path("edges"), "edge", "volume.extend");

    assertThat(extend.path("from")).extracting(JsonNode::asText).contains("available", "in-use");
    assertThat(extend.at("/steps/0/status").asText()).isEqualTo("extending");
    assertThat(extend.at("/steps/0/seconds").asDouble()).isPositive();
    assertThat(extend.path("to").asText()).isEqualTo("back");
    assertThat(extend.at("/failures/0/code").asText()).isEqualTo("EVS.2026");
    assertThat(extend.at("/failures/0/to").asText()).isEqualTo("error_extending");
    assertThat(extend.path("refusal").asText()).isEqualTo("EVS.1064");
    assertThat(extend.path("guards")).extracting(JsonNode::asText).contains("EVS.1065");
  }

  @Test
  void only_some_disks_are_filled_from_an_image() {
    JsonNode steps = named(table("volume").path("edges"), "edge", "volume.create").path("steps");

    assertThat(named(steps, "status", "creating").path("sometimes").asBoolean()).isFalse();
    assertThat(named(steps, "status", "downloading").path("sometimes").asBoolean()).isTrue();
  }

  @Test
  void a_status_says_what_sort_it_is_and_what_it_allows() {
    JsonNode statuses = table("volume").path("statuses");

    assertThat(named(statuses, "status", "available").path("kind").asText()).isEqualTo("settled");
    assertThat(named(statuses, "status", "extending").path("kind").asText()).isEqualTo("passing");
    JsonNode failed = named(statuses, "status", "error_extending");
    assertThat(failed.path("kind").asText()).isEqualTo("broken");
    assertThat(failed.path("allows"))
        .extracting(JsonNode::asText)
        .contains("volume.delete")
        .doesNotContain("volume.extend");
  }

  @Test
  void every_type_has_a_table_and_each_is_drawn_for_who_accepts_a_picture() {
    JsonNode tables = cloud.http().get("/_ecsim/lifecycles").json().path("lifecycles");

    assertThat(tables).extracting(t -> t.path("type").asText()).contains("volume", "server");
    tables.forEach(
        table -> {
          String type = table.path("type").asText();
          HttpAnswer drawn =
              cloud.http().get("/_ecsim/lifecycles/" + type, "Accept", "image/svg+xml");
          assertThat(drawn.header("Content-Type")).isEqualTo("image/svg+xml");
          assertThat(drawn.text()).startsWith("<svg").contains("The life of a " + type);
        });
  }

  @Test
  void a_type_that_is_not_there_is_refused_with_the_nearest_one() {
    HttpAnswer answer = cloud.http().get("/_ecsim/lifecycles/volum");

    assertRefused(answer, 404, "unknownType");
    assertThat(answer.at("/error/hint")).contains("volume");
  }
}
