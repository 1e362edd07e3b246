package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TheJournalTellsTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(cloud.http());
  }

  private List<JsonNode> journal(String query) {
    JsonNode entries = cloud.http().get("/_ecsim/journal" + query).json().path("entries");
    return StreamSupport.stream(entries.spliterator(), false).toList();
  }

  @Test
  void requestsTransitionsAndFaultsInOrder() {
    HttpAnswer order = desk.order(Desk.PROJECT, "d");
    desk.idle();
    cloud.fault("{\"name\":\"f\",\"on\":{\"edge\":\"volume.delete\"},\"do\":{\"fail\":true}}");
    String disk = cloud.http().get("/_ecsim/state/volume").at("/resources/0/id");
    desk.delete(disk);
    desk.idle();
    assertThat(journal("?id=" + disk))
        .extracting(
            e ->
                e.path("kind").asText()
                    + " "
                    + (e.has("to")
                            ? e.path("to")
                            : e.has("fault") ? e.path("fault") : e.path("operation"))
                        .asText())
        .containsExactly(
            "transition creating",
            "transition available",
            "fault f",
            "transition deleting",
            "request f",
            "transition error_deleting");
    String request = order.header("X-Request-Id");
    assertThat(journal("?id=" + request))
        .extracting(e -> e.path("kind").asText())
        .contains("request", "transition");
  }

  @Test
  void aTransitionSaysWhoseWhatAndWhy() {
    HttpAnswer order = desk.order(Desk.PROJECT, "d");
    JsonNode first = journal("?type=volume").get(0);
    assertThat(first.path("type").asText()).isEqualTo("volume");
    assertThat(first.path("edge").asText()).isEqualTo("volume.create");
    assertThat(first.has("from")).isFalse();
    assertThat(first.path("to").asText()).isEqualTo("creating");
    assertThat(first.path("job").asText()).isEqualTo(order.at("/job_id"));
    assertThat(first.path("cause").asText()).isEqualTo(order.header("X-Request-Id"));
    assertThat(first.path("at").asText()).endsWith("Z");
  }

  @Test
  void aRequestSaysWhatWasAnswered() {
    HttpAnswer order = desk.order(Desk.PROJECT, "d");
    JsonNode request = journal("?type=request").get(0);
    assertThat(request.path("request").asText()).isEqualTo(order.header("X-Request-Id"));
    assertThat(request.path("method").asText()).isEqualTo("POST");
    assertThat(request.path("operation").asText()).isEqualTo("CreateVolume");
    assertThat(request.path("status").asInt()).isEqualTo(order.status());
  }

  @Test
  void theLastOfThemOrThoseSince() {
    desk.disk("d");
    desk.advance("by", "PT1H");
    desk.disk("e");
    assertThat(journal("?type=volume&limit=1")).hasSize(1);
    assertThat(journal("?type=volume&since=PT1M"))
        .extracting(e -> e.path("to").asText())
        .containsExactly("creating");
    String now = cloud.http().get("/_ecsim/clock").at("/now");
    assertThat(journal("?type=volume&since=" + now)).hasSize(1);
  }

  @Test
  void whatCannotBeAsked() {
    assertRefused(cloud.http().get("/_ecsim/journal?type=volum"), 404, "unknownType");
    assertRefused(cloud.http().get("/_ecsim/journal?since=yesterday"), 400, "invalid");
    assertRefused(cloud.http().get("/_ecsim/journal?limit=0"), 400, "invalid");
  }
}
