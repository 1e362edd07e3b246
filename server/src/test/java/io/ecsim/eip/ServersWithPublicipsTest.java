package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServersWithPublicipsTest {
  private static final String EIP =
      """
      "eip":{"iptype":"5_bgp","bandwidth":{"size":5,"sharetype":"PER","chargemode":"traffic"}}""";

  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private final Town town = new Town(cloud);

  @Test
  void aBoundEipShowsAsAFloatingAddressOfTheServer() {
    String server = town.server("");
    String port = town.portOf(server);
    assertThat(town.floating(server)).isEmpty();

    String id = town.bound(port);

    String address = town.show(id).get("public_ip_address").asText();
    assertThat(town.floating(server)).containsExactly(address + " " + port);
    town.unbind(id);
    assertThat(town.floating(server)).isEmpty();
  }

  @Test
  void itDoesNotShowBeforeItIsBound() {
    String server = town.server("");

    town.bind(town.publicip(), town.portOf(server));

    assertThat(town.floating(server)).isEmpty();
  }

  @Test
  void aServerIsMadeWithAnEipOfItsOwn() {
    String server = town.server(",\"publicip\":{" + EIP + "}");

    JsonNode eip = only();
    assertThat(eip.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(eip.get("port_id").asText()).isEqualTo(town.portOf(server));
    assertThat(eip.get("bandwidth_size").asInt()).isEqualTo(5);
    assertThat(town.floating(server))
        .containsExactly(eip.get("public_ip_address").asText() + " " + eip.get("port_id").asText());
  }

  private JsonNode only() {
    JsonNode all = all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private JsonNode all() {
    return town.get(Town.V1 + "/publicips").json().at("/publicips");
  }

  @Test
  void aServerIsMadeWithAnEipThatIsThere() {
    String id = town.publicip();

    String server = town.server(",\"publicip\":{\"id\":\"%s\"}".formatted(id));

    assertThat(town.show(id).get("port_id").asText()).isEqualTo(town.portOf(server));
  }

  @Test
  void severalServersGetOneEach() {
    HttpAnswer made = town.askServer(",\"count\":2,\"publicip\":{" + EIP + "}");
    town.idle();

    List<String> first = town.floating(made.at("/serverIds/0"));
    List<String> second = town.floating(made.at("/serverIds/1"));
    assertThat(first).hasSize(1).doesNotContainAnyElementsOf(second);
    assertThat(second).hasSize(1);
  }

  @ParameterizedTest(name = "delete_on_termination {0}, delete_publicip {1}: {2}")
  @CsvSource({
    "false,      , DOWN",
    "false, false, DOWN",
    "false, true,  gone",
    "true,       , gone",
    "true,  false, DOWN",
    "true,  true,  gone",
  })
  void whatBecomesOfTheEipOfADeletedServerIsTheUsersChoice(
      boolean goes, String delete, String status) {
    String server =
        town.server(",\"publicip\":{%s,\"delete_on_termination\":%s}".formatted(EIP, goes));
    String id = only().get("id").asText();

    town.deleteServer(server, delete == null ? "" : ",\"delete_publicip\":" + delete);

    assertThat(town.status(id)).isEqualTo(status);
  }

  @Test
  void aServerThatCannotBeMadeTakesItsNewEipWithIt() {
    town.fail("server.create");

    town.askServer(",\"publicip\":{" + EIP + "}");
    town.idle();

    assertThat(all()).isEmpty();
  }

  @Test
  void aServerThatCannotBeMadeLeavesAnEipThatWasThere() {
    String id = town.publicip();
    town.fail("server.create");

    town.askServer(",\"publicip\":{\"id\":\"%s\",\"delete_on_termination\":true}".formatted(id));
    town.idle();

    assertThat(town.status(id)).isEqualTo("DOWN");
  }

  @ParameterizedTest
  @CsvSource({"publicip.create", "publicip.bind"})
  void withoutItsEipAServerIsNotMade(String edge) {
    town.fail(edge);

    HttpAnswer made = town.askServer(",\"publicip\":{" + EIP + "}");
    town.idle();

    JsonNode job = town.job(made.at("/job_id"));
    assertThat(job.get("status").asText()).isEqualTo("FAIL");
    assertThat(job.at("/sub_jobs/0/error_code").asText() + job.get("error_code").asText())
        .contains("Ecs.0210");
    assertThat(all()).isEmpty();
    assertThat(town.get("/ecs/v1/" + Town.PROJECT + "/cloudservers/detail").json().at("/servers"))
        .isEmpty();
  }

  @Test
  void aServerThatIsDeletedWhileItIsMadeLeavesNoHalfMadeEip() {
    HttpAnswer made = town.askServer(",\"publicip\":{" + EIP + "}");

    town.deleteServer(made.at("/serverIds/0"), "");

    assertThat(all()).isEmpty();
    assertThat(town.get(Town.V1 + "/bandwidths").json().at("/bandwidths")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id":"none"                                                                                                | 400 | Ecs.0005
          "delete_on_termination":true                                                                               | 400 | Ecs.0005
          "id":"x","eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"PER"}}                                          | 400 | Ecs.0005
          "eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"PER"}}                                                   | 400 | Ecs.0005
          "eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"WHOLE"}}                                                 | 400 | Ecs.0005
          "eip":{"iptype":"5_bgp","bandwidth":{"sharetype":"PER","size":5},"extendparam":{"chargingMode":"prePaid"}} | 501 | ecsim.NotModelled
          """)
  void whatCannotBeHadIsRefusedAndMakesNothing(String publicip, int status, String code) {
    HttpAnswer answer = town.askServer(",\"publicip\":{%s}".formatted(publicip));

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(all()).isEmpty();
  }

  @Test
  void anEipThatIsBoundCannotBeGivenAway() {
    String id = town.bound(town.port());

    HttpAnswer answer = town.askServer(",\"publicip\":{\"id\":\"%s\"}".formatted(id));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).contains(id);
  }

  @Test
  void theQuotaOfEipsHoldsForServersToo() {
    for (int i = 0; i < 49; i++) {
      town.ask("");
    }

    HttpAnswer answer = town.askServer(",\"count\":2,\"publicip\":{" + EIP + "}");
    HttpAnswer limits = town.get("/ecs/v1/" + Town.PROJECT + "/cloudservers/limits");

    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0013");
    assertThat(limits.at("/absolute/totalFloatingIpsUsed")).isEqualTo("49");
  }
}
