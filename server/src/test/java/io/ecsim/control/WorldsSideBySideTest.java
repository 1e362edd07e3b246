package io.ecsim.control;

import static io.ecsim.control.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorldsSideBySideTest {
  private static final String[] BLUE = {"X-Ecsim-World", "blue"};

  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private Desk desk;

  @BeforeEach
  void desk() {
    desk = new Desk(cloud.http());
  }

  private HttpAnswer create(String json) {
    return cloud.http().post("/_ecsim/worlds", json);
  }

  private JsonNode disksOf(String world) {
    return cloud.http().get("/_ecsim/state/volume?world=" + world).json().path("resources");
  }

  @Test
  void thereIsOneAndTheyAreMade() {
    assertThat(cloud.http().get("/_ecsim/worlds").json().path("worlds"))
        .extracting(world -> world.path("name").asText())
        .containsExactly("default");
    HttpAnswer made = create("{\"name\":\"blue\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/clock")).isEqualTo("stepped");
    assertThat(cloud.http().get("/_ecsim/worlds").json().path("worlds")).hasSize(2);
  }

  @Test
  void theyDoNotSeeEachOther() {
    desk.disk("a");
    desk.disk("b", BLUE);
    assertThat(disksOf("default")).extracting(d -> d.path("name").asText()).containsExactly("a");
    assertThat(disksOf("blue")).extracting(d -> d.path("name").asText()).containsExactly("b");
  }

  @Test
  void aForkBeginsAsTheOtherIsAndGoesItsOwnWay() {
    String disk = desk.disk("a");
    assertThat(create("{\"name\":\"blue\",\"from\":\"default\"}").status()).isEqualTo(201);
    desk.idle();
    assertThat(desk.status(disk)).isEqualTo("available");
    assertThat(disksOf("blue").path(0).path("status").asText()).isEqualTo("creating");
  }

  @Test
  void aResetWorldIsAsNew() {
    cloud.fault("{\"on\":{\"edge\":\"volume.create\"},\"do\":{\"fail\":true}}");
    desk.disk("a");
    cloud.http().put("/_ecsim/clock", "{\"mode\":\"real\"}");
    HttpAnswer reset = cloud.http().post("/_ecsim/worlds/default/reset", "");
    assertThat(reset.status()).as(reset.text()).isEqualTo(200);
    assertThat(reset.at("/resources")).isEqualTo("0");
    assertThat(reset.at("/faults")).isEqualTo("0");
    assertThat(reset.at("/clock")).isEqualTo("stepped");
    assertThat(disksOf("default")).isEmpty();
    assertThat(cloud.http().get("/_ecsim/journal").text()).isEqualTo("{\"entries\":[]}");
  }

  @Test
  void theSameRequestsGiveTheSameIdsAfterAReset() {
    String before = desk.disk("a");
    cloud.http().post("/_ecsim/worlds/default/reset", "");
    assertThat(desk.disk("a")).isEqualTo(before);
  }

  @Test
  void aDeletedWorldIsForgotten() {
    desk.disk("b", BLUE);
    assertThat(cloud.http().delete("/_ecsim/worlds/blue").status()).isEqualTo(200);
    assertRefused(cloud.http().delete("/_ecsim/worlds/blue"), 404, "unknownWorld");
    assertThat(disksOf("blue")).isEmpty();
  }

  @Test
  void whatCannotBe() {
    assertRefused(create("{\"name\":\"default\"}"), 409, "exists");
    assertRefused(create("{\"name\":\"b\",\"from\":\"defalt\"}"), 404, "unknownWorld");
    assertThat(create("{\"name\":\"b\",\"from\":\"defalt\"}").at("/error/hint"))
        .contains("default");
    assertRefused(create("{\"name\":\"a/b\"}"), 400, "invalid");
    assertRefused(create("{}"), 400, "invalid");
    assertRefused(cloud.http().post("/_ecsim/worlds/nowhere/reset", ""), 404, "unknownWorld");
  }
}
