package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsAreLaidTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(cloud.http());
  }

  private String lay(String rule) {
    HttpAnswer answer = cloud.http().post("/_ecsim/faults", rule);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("/id");
  }

  private JsonNode rule(String id) {
    return cloud.http().get("/_ecsim/faults/" + id).json();
  }

  @Test
  void anAcceptedDeleteFails() {
    String disk = desk.disk("data-1");
    desk.idle();
    String id =
        lay(
            """
            {"name":"no end","on":{"edge":"volume.delete"},"where":{"name":"data-*"},
             "do":{"fail":"EVS.2020"}}""");
    HttpAnswer deleted = desk.delete(disk);
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(desk.state("volume", disk).path("faults").toString()).isEqualTo("[\"no end\"]");
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("error_deleting");
    JsonNode job = desk.state("job", deleted.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("FAIL");
    assertThat(job.at("/spec/code").asText()).isEqualTo("EVS.2020");
    assertThat(rule(id).path("matched").asInt()).isEqualTo(1);
    assertThat(rule(id).path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void aRuleIsShownAsItWasLaid() {
    String id =
        lay(
            """
            {"on":{"operation":"evs.ShowJob"},"when":{"every":2},"do":{"status":503}}""");
    assertThat(rule(id).toString())
        .isEqualTo(
            """
            {"do":{"status":503},"fired":0,"id":"%s","matched":0,"name":"evs.ShowJob: status 503",\
            "on":{"operation":"evs.ShowJob"},"when":{"every":2}}"""
                .formatted(id));
    assertThat(cloud.http().get("/_ecsim/faults").at("/faults/0/id")).isEqualTo(id);
  }

  @Test
  void alwaysIsAWordOrNothing() {
    lay("{\"on\":{\"edge\":\"volume.create\"},\"when\":\"always\",\"do\":{\"fail\":true}}");
    lay("{\"on\":{\"edge\":\"volume.create\"},\"when\":{\"always\":true},\"do\":{\"fail\":true}}");
    assertThat(cloud.http().get("/_ecsim/faults").json().path("faults")).hasSize(2);
  }

  @Test
  void aStallLastsUntilItsRuleIsLifted() {
    String rule = lay("{\"on\":{\"edge\":\"volume.create\"},\"do\":{\"stall\":true}}");
    String disk = desk.disk("d");
    desk.idle();
    desk.advance("by", "P1D");
    assertThat(desk.status(disk)).isEqualTo("creating");
    assertThat(cloud.http().delete("/_ecsim/faults/" + rule).at("/deleted")).isEqualTo("1");
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("available");
  }

  @Test
  void aStallOfADurationAndADelayTakeThatLong() {
    lay("{\"on\":{\"edge\":\"volume.create\"},\"do\":{\"stall\":\"PT10M\"}}");
    String disk = desk.disk("d");
    desk.advance("by", "PT9M");
    assertThat(desk.status(disk)).isEqualTo("creating");
    desk.advance("by", "PT2M");
    assertThat(desk.status(disk)).isEqualTo("available");
  }

  @Test
  void aRefusalCarriesTheNameOfItsRuleAndChangesNothing() {
    lay(
        """
        {"name":"full","on":{"edge":"volume.create"},"when":{"first":1},"do":{"refuse":"EVS.1064"}}
        """);
    HttpAnswer refused = desk.order(Desk.PROJECT, "d");
    assertThat(refused.at("/error/code")).isEqualTo("EVS.1064");
    assertThat(refused.header("X-Ecsim-Fault")).isEqualTo("full");
    assertThat(cloud.http().get("/_ecsim/state/volume").text()).isEqualTo("{\"resources\":[]}");
    assertThat(desk.disk("d")).isNotEmpty();
  }

  @Test
  void anHttpStatusOnAnOperation() {
    lay("{\"on\":{\"operation\":\"CreateVolume\"},\"do\":{\"status\":503}}");
    assertThat(desk.order(Desk.PROJECT, "d").status()).isEqualTo(503);
  }

  @Test
  void aFailureOnAnOperationStrikesTheEdgeThatItBegins() {
    lay("{\"on\":{\"operation\":\"CreateVolume\"},\"do\":{\"fail\":true}}");
    String disk = desk.disk("d");
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("error");
  }

  @Test
  void aLostAnswerOfAnEdgeOrAnOperation() {
    lay(
        "{\"on\":{\"edge\":\"volume.create\"},\"where\":{\"name\":\"a\"},\"do\":{\"drop\":\"after\"}}");
    lay(
        "{\"on\":{\"edge\":\"volume.create\"},\"where\":{\"name\":\"b\"},\"do\":{\"drop\":\"before\"}}");
    assertThatThrownBy(() -> desk.order(Desk.PROJECT, "a"))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> desk.order(Desk.PROJECT, "b"))
        .isInstanceOf(UncheckedIOException.class);
    JsonNode disks = cloud.http().get("/_ecsim/state/volume").json().path("resources");
    assertThat(disks).extracting(disk -> disk.path("name").asText()).containsExactly("a");
  }

  @Test
  void aRuleThatBeginsLater() {
    lay(
        "{\"on\":{\"edge\":\"volume.create\"},\"when\":{\"after\":\"PT1M\"},\"do\":{\"fail\":true}}");
    String early = desk.disk("d");
    desk.advance("by", "PT1M");
    String late = desk.disk("e");
    desk.idle();
    assertThat(desk.status(early)).isEqualTo("available");
    assertThat(desk.status(late)).isEqualTo("error");
  }

  @Test
  void allAreLiftedAtOnce() {
    lay("{\"on\":{\"edge\":\"volume.create\"},\"do\":{\"stall\":true}}");
    lay("{\"on\":{\"edge\":\"volume.delete\"},\"do\":{\"fail\":true}}");
    String disk = desk.disk("d");
    assertThat(cloud.http().delete("/_ecsim/faults").at("/deleted")).isEqualTo("2");
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("available");
    assertThat(cloud.http().get("/_ecsim/faults").text()).isEqualTo("{\"faults\":[]}");
  }

  @Test
  void aRuleThatIsNotThere() {
    assertRefused(cloud.http().get("/_ecsim/faults/x"), 404, "unknownFault");
    assertRefused(cloud.http().delete("/_ecsim/faults/x"), 404, "unknownFault");
  }
}
