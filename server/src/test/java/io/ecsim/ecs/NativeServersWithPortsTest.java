package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Native requests that name ports which are there: ecs-schemas.md 15. */
class NativeServersWithPortsTest {
  private static final String PORTS = "/vpc/v2.0/ports";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  private String port(String name) {
    Client client = client();
    String body = "{\"port\":{\"network_id\":\"%s\",\"name\":\"%s\"}}";
    HttpAnswer made =
        client.send(
            "POST", PORTS, body.formatted(client.subnet(), name), "X-Project-Id", Ecsim.PROJECT);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/port/id");
  }

  private JsonNode shown(String port) {
    return client()
        .send("GET", PORTS + "/" + port, null, "X-Project-Id", Ecsim.PROJECT)
        .json()
        .path("port");
  }

  private HttpAnswer order(String networks, String more) {
    String body =
        """
        {'server':{'name':'web','imageRef':'%s','flavorRef':'c6.large.2',
        'availability_zone':'%s','networks':[%s]%s}}""";
    return nova()
        .post("/servers", body.formatted(cloud.image(), Surroundings.ZONE, networks, more));
  }

  @Test
  void a_server_gets_the_port_and_leaves_it_behind() {
    String port = port("mine");
    String address = shown(port).at("/fixed_ips/0/ip_address").asText();

    HttpAnswer ordered = order("{'port':'" + port + "'}", "");
    assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
    client().world().advanceToIdle();
    String id = ordered.at("/server/id");

    assertThat(nova().server(id).path("status").asText()).isEqualTo("ACTIVE");
    assertThat(nova().server(id).path("addresses").get(client().vpc()).get(0).path("addr").asText())
        .isEqualTo(address);
    assertThat(shown(port).path("device_id").asText()).isEqualTo(id);
    assertThat(shown(port).path("status").asText()).isEqualTo("ACTIVE");
    client().removeNatively(id);
    client().world().advanceToIdle();
    assertThat(shown(port).path("status").asText()).isEqualTo("DOWN");
    assertThat(shown(port).path("device_id").asText()).isEmpty();
  }

  @Test
  void a_port_wins_over_a_network_and_stands_beside_others() {
    String port = port("mine");
    String network = client().subnet();

    HttpAnswer ordered =
        order("{'uuid':'%s'},{'uuid':'%s','port':'%s'}".formatted(network, "nowhere", port), "");
    client().world().advanceToIdle();
    String id = ordered.at("/server/id");

    assertThat(nova().get("/servers/" + id + "/os-interface").json().at("/interfaceAttachments"))
        .hasSize(2);
    assertThat(shown(port).path("device_id").asText()).isEqualTo(id);
  }

  @Test
  void a_port_that_cannot_be_had_is_refused_and_nothing_is_made() {
    String port = port("mine");

    assertThat(order("{'port':'nowhere'}", "").at("/badRequest/message")).contains("nowhere");
    assertThat(order("{'port':'%s','fixed_ip':'192.168.0.9'}".formatted(port), "").status())
        .isEqualTo(400);
    assertThat(order("{'port':'" + port + "'}", ",'min_count':2").status()).isEqualTo(400);
    assertThat(client().state().everywhere("server")).isEmpty();

    order("{'port':'" + port + "'}", "");
    client().world().advanceToIdle();
    HttpAnswer again = order("{'port':'" + port + "'}", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/conflictingRequest/message")).contains(port);
    assertThat(client().state().everywhere("server")).hasSize(1);
  }

  @Test
  void a_port_is_named_once() {
    String port = port("mine");

    HttpAnswer refused = order("{'port':'%s'},{'port':'%s'}".formatted(port, port), "");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(port, "twice");
    assertThat(client().state().everywhere("server")).isEmpty();
  }

  @Test
  void a_network_has_no_other_keys() {
    HttpAnswer refused = order("{'uuid':'%s','colour':'red'}".formatted(client().subnet()), "");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("colour");
    assertThat(client().state().everywhere("server")).isEmpty();
  }
}
