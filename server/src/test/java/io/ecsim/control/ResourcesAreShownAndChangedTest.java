package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResourcesAreShownAndChangedTest {
  private static final String OTHER = "0123456789abcdef0123456789abcdef";

  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(cloud.http());
  }

  private HttpAnswer patch(String disk, String json) {
    return cloud.http().send("PATCH", "/_ecsim/state/volume/" + disk, json);
  }

  @Test
  void asTheKernelHasThem() {
    String disk = desk.disk("data");
    JsonNode shown = desk.state("volume", disk);
    List<String> members = new ArrayList<>();
    shown.fieldNames().forEachRemaining(members::add);
    assertThat(members)
        .containsExactlyInAnyOrder(
            "type", "id", "name", "project", "status", "edge", "since", "due", "faults", "spec");
    assertThat(shown.path("name").asText()).isEqualTo("data");
    assertThat(shown.path("status").asText()).isEqualTo("creating");
    assertThat(shown.path("edge").asText()).isEqualTo("volume.create");
    assertThat(shown.path("due").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(shown.at("/spec/size").asInt()).isEqualTo(10);
    desk.idle();
    JsonNode idle = desk.state("volume", disk);
    assertThat(idle.path("edge").isNull()).isTrue();
    assertThat(idle.path("due").isNull()).isTrue();
  }

  @Test
  void allOfATypeOrThoseOfAProject() {
    String here = desk.disk("a");
    String there = desk.diskIn(OTHER, "b");
    assertThat(cloud.http().get("/_ecsim/state/volume").json().path("resources"))
        .extracting(disk -> disk.path("id").asText())
        .containsExactlyInAnyOrder(here, there);
    assertThat(cloud.http().get("/_ecsim/state/volume?project=" + OTHER).json().path("resources"))
        .extracting(disk -> disk.path("id").asText())
        .containsExactly(there);
  }

  @Test
  void alsoWhenTheyAreNoMore() {
    String disk = desk.disk("a");
    desk.idle();
    desk.delete(disk);
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("deleted");
    assertThat(cloud.http().get("/_ecsim/state/volume").at("/resources/0/status"))
        .isEqualTo("deleted");
    assertRefused(patch(disk, "{\"name\":\"x\"}"), 409, "ended");
  }

  @Test
  void jobsAreShownLikeResources() {
    HttpAnswer order = desk.order(Desk.PROJECT, "d");
    JsonNode job = desk.state("job", order.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("RUNNING");
    assertThat(job.path("edge").asText()).isEqualTo("volume.create");
    assertRefused(
        cloud
            .http()
            .send("PATCH", "/_ecsim/state/job/" + order.at("/job_id"), "{\"status\":\"FAIL\"}"),
        400,
        "invalid");
  }

  @Test
  void whatIsNotKnown() {
    assertRefused(cloud.http().get("/_ecsim/state/volum"), 404, "unknownType");
    assertThat(cloud.http().get("/_ecsim/state/volum").at("/error/hint")).contains("volume");
    assertRefused(cloud.http().get("/_ecsim/state/volume/x"), 404, "unknownId");
    assertRefused(cloud.http().get("/_ecsim/state/job/x"), 404, "unknownId");
  }

  @Test
  void attributesAreChangedBehindTheClient() {
    String disk = desk.disk("a");
    desk.idle();
    JsonNode changed = patch(disk, "{\"name\":\"drifted\",\"metadata\":{\"k\":\"v\"}}").json();
    assertThat(changed.path("name").asText()).isEqualTo("drifted");
    assertThat(changed.at("/spec/metadata/k").asText()).isEqualTo("v");
    assertThat(changed.at("/spec/size").asInt()).isEqualTo(10);
    HttpAnswer shown = cloud.http().get("/evs/v2/" + Desk.PROJECT + "/cloudvolumes/" + disk);
    assertThat(shown.at("/volume/name")).isEqualTo("drifted");
  }

  @Test
  void attributesAreAlsoTakenAsTheyAreShown() {
    String disk = desk.disk("a");
    assertThat(patch(disk, "{\"spec\":{\"size\":77}}").at("/spec/size")).isEqualTo("77");
  }

  @Test
  void nullTakesAMemberOfAMapAway() {
    String disk = desk.disk("a");
    patch(disk, "{\"metadata\":{\"a\":\"1\",\"b\":\"2\"}}");
    JsonNode changed = patch(disk, "{\"metadata\":{\"a\":null}}").json();
    assertThat(changed.at("/spec/metadata").toString()).isEqualTo("{\"b\":\"2\"}");
  }

  @Test
  void aForcedStatusDropsWhatWasUnderWay() {
    String disk = desk.disk("a");
    JsonNode changed = patch(disk, "{\"status\":\"error_rollbacking\"}").json();
    assertThat(changed.path("status").asText()).isEqualTo("error_rollbacking");
    assertThat(changed.path("edge").isNull()).isTrue();
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("error_rollbacking");
  }

  @Test
  void aPatchThatDoesNotFitChangesNothing() {
    String disk = desk.disk("a");
    JsonNode before = desk.state("volume", disk);
    assertRefused(patch(disk, "{\"status\":\"avaliable\"}"), 400, "unknownStatus");
    assertRefused(patch(disk, "{\"nmae\":\"x\"}"), 400, "unknownAttribute");
    assertRefused(patch(disk, "{\"size\":\"big\"}"), 400, "invalid");
    assertRefused(patch(disk, "{\"name\":\"x\",\"status\":\"no\"}"), 400, "unknownStatus");
    assertRefused(patch(disk, "{}"), 400, "invalid");
    assertThat(desk.state("volume", disk)).isEqualTo(before);
  }

  @Test
  void anEdgeIsBegunByItsName() {
    String disk = desk.disk("a");
    desk.idle();
    HttpAnswer begun = begin(disk, "volume.delete");
    assertThat(begun.at("/status")).as(begun.text()).isEqualTo("deleting");
    assertThat(begun.at("/edge")).isEqualTo("volume.delete");
  }

  @Test
  void anEdgeThatMayNotBeginIsRefusedAsTheTableSays() {
    String disk = desk.disk("a");
    HttpAnswer refused = begin(disk, "volume.delete");
    assertThat(refused.status()).isBetween(400, 499);
    assertThat(refused.at("/error/code")).startsWith("EVS.");
    assertThat(desk.status(disk)).isEqualTo("creating");
  }

  @Test
  void anEdgeThatNeedsMoreThanItsNameIsRefused() {
    String disk = desk.disk("a");
    desk.idle();
    assertRefused(begin(disk, "volume.extend"), 400, "invalid");
    assertRefused(begin(disk, "volume.create"), 400, "invalid");
    assertRefused(begin(disk, "volume.freze"), 400, "unknownEdge");
    desk.advance("by", "P1D");
    assertThat(desk.status(disk)).isEqualTo("available");
  }

  private HttpAnswer begin(String disk, String edge) {
    return cloud
        .http()
        .post("/_ecsim/state/volume/" + disk + "/begin", "{\"edge\":\"%s\"}".formatted(edge));
  }
}
