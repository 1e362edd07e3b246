package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Options;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheClockIsSteeredTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withStart("2026-01-01T00:00:00.5Z"));

  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(cloud.http());
  }

  private JsonNode clock() {
    return cloud.http().get("/_ecsim/clock").json();
  }

  private HttpAnswer put(String json) {
    return cloud.http().put("/_ecsim/clock", json);
  }

  @Test
  void itShowsModePaceShowNowAndWhatIsDueNext() {
    assertThat(clock().toString())
        .isEqualTo(
            """
            {"mode":"stepped","nextDue":null,"now":"2026-01-01T00:00:00.500Z","pace":1,"show":0}""");
    desk.disk("d");
    assertThat(clock().path("nextDue").asText()).isGreaterThan("2026-01-01T00:00:00.500Z");
  }

  @ParameterizedTest
  @CsvSource({
    "real, real, 1",
    "fast, fast, 20",
    "60x, fast, 60",
    "2.5x, fast, 2.5",
    "stepped, stepped, 1",
    "instant, instant, null",
  })
  void itGoesOnInAnotherWay(String word, String mode, String pace) {
    JsonNode clock = put("{\"mode\":\"%s\"}".formatted(word)).json();
    assertThat(clock.path("mode").asText()).isEqualTo(mode);
    assertThat(clock.path("pace").asText()).isEqualTo(pace);
  }

  @Test
  void whatIsNotGivenStays() {
    put("{\"mode\":\"60x\",\"show\":2}");
    JsonNode clock = put("{\"pace\":30}").json();
    assertThat(clock.path("mode").asText()).isEqualTo("fast");
    assertThat(clock.path("pace").asInt()).isEqualTo(30);
    assertThat(clock.path("show").asInt()).isEqualTo(2);
  }

  @Test
  void whatItShowsCanBeSetAgain() {
    put("{\"mode\":\"instant\",\"show\":1}");
    String shown = "{\"mode\":\"instant\",\"pace\":null,\"show\":1}";
    assertThat(put(shown).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"faster\"}",
        "{\"mode\":\"REAL\"}",
        "{\"mode\":\"0x\"}",
        "{\"pace\":0}",
        "{\"mode\":\"real\",\"pace\":3}",
        "{\"show\":-1}",
        "{}",
        "[]",
        "",
      })
  void anotherWordIsRefused(String body) {
    assertRefused(put(body), 400, "invalid");
    assertThat(clock().path("mode").asText()).isEqualTo("stepped");
  }

  @Test
  void advancingByADurationTellsWhatHappened() {
    String disk = desk.disk("d");
    String due = clock().path("nextDue").asText();
    JsonNode advanced = desk.advance("by", "PT1H").json();
    assertThat(advanced.path("now").asText()).isEqualTo("2026-01-01T01:00:00.500Z");
    assertThat(advanced.path("due")).hasSize(1);
    JsonNode happened = advanced.at("/due/0");
    assertThat(happened.path("type").asText()).isEqualTo("volume");
    assertThat(happened.path("id").asText()).isEqualTo(disk);
    assertThat(happened.path("edge").asText()).isEqualTo("volume.create");
    assertThat(happened.path("status").asText()).isEqualTo("available");
    assertThat(happened.path("at").asText()).isEqualTo(due);
  }

  @Test
  void advancingToTheNextThingGoesThatFarAndNoFurther() {
    desk.disk("d");
    String due = clock().path("nextDue").asText();
    assertThat(desk.advance("to", "next").at("/now")).isEqualTo(due);
    assertThat(desk.advance("to", "next").at("/now")).isEqualTo(due);
  }

  @Test
  void advancingToIdleEndsAllSteps() {
    String first = desk.disk("d");
    String second = desk.disk("e");
    desk.idle();
    assertThat(desk.status(first)).isEqualTo("available");
    assertThat(desk.status(second)).isEqualTo("available");
    assertThat(clock().path("nextDue").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"by\":\"30s\"}",
        "{\"by\":\"-PT1S\"}",
        "{\"by\":\"P9999999D\"}",
        "{\"by\":30}",
        "{\"to\":\"end\"}",
        "{\"by\":\"PT1S\",\"to\":\"idle\"}",
        "{}",
      })
  void anotherWayToAdvanceIsRefused(String body) {
    assertRefused(cloud.http().post("/_ecsim/clock/advance", body), 400, "invalid");
    assertThat(clock().path("now").asText()).isEqualTo("2026-01-01T00:00:00.500Z");
  }

  @Test
  void aHeldStepLastsUntilItHasBeenSeen() {
    put("{\"mode\":\"instant\",\"show\":2}");
    String disk = desk.disk("d");
    assertThat(desk.status(disk)).isEqualTo("creating");
    for (int i = 0; i < 2; i++) {
      cloud.http().get("/evs/v2/" + Desk.PROJECT + "/cloudvolumes/" + disk);
    }
    assertThat(desk.status(disk)).isEqualTo("available");
  }

  @Test
  void lookingThroughTheControlApiIsNoLook() {
    put("{\"mode\":\"instant\",\"show\":1}");
    cloud
        .http()
        .post(
            "/evs/v2.1/" + Desk.PROJECT + "/cloudvolumes",
            """
        {"volume":{"name":"d","size":10,"volume_type":"SAS","availability_zone":"cn-north-4a"}}
        """);
    for (int i = 0; i < 3; i++) {
      JsonNode disks = cloud.http().get("/_ecsim/state/volume").json();
      assertThat(disks.at("/resources/0/status").asText()).isEqualTo("creating");
    }
  }
}
