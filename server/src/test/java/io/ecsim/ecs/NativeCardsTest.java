package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Network cards through the native API: {@code ecs-lifecycle.md} b.11. */
class NativeCardsTest {
  private static final String NATIVE = "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/";
  private static final String PORTS = "/vpc/v1/" + Ecsim.PROJECT + "/ports";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private static HttpAnswer attach(Client client, String server, String what) {
    return client.send(
        "POST",
        NATIVE + server + "/os-interface",
        "{\"interfaceAttachment\":{%s}}".formatted(what));
  }

  private static HttpAnswer detach(Client client, String server, String port) {
    return client.send("DELETE", NATIVE + server + "/os-interface/" + port, null);
  }

  private static JsonNode cards(Client client, String server) {
    return client
        .send("GET", NATIVE + server + "/os-interface", null)
        .json()
        .path("interfaceAttachments");
  }

  private static String port(Client client) {
    return client
        .send("POST", PORTS, "{\"port\":{\"network_id\":\"%s\"}}".formatted(client.subnet()))
        .at("/port/id");
  }

  @Test
  void aCardMadeForTheServerGoesWhenItIsTakenOut() {
    Client client = client();
    String server = client.running("a");
    HttpAnswer answer =
        attach(
            client,
            server,
            "\"net_id\":\"%s\",\"fixed_ips\":[{\"ip_address\":\"192.168.0.66\"}]"
                .formatted(client.subnet()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/interfaceAttachment/port_state")).isEqualTo("DOWN");
    assertThat(answer.at("/interfaceAttachment/fixed_ips/0/ip_address")).isEqualTo("192.168.0.66");
    String port = answer.at("/interfaceAttachment/port_id");
    client.world().advanceToIdle();
    assertThat(Client.each(cards(client, server), "/port_state"))
        .containsExactly("ACTIVE", "ACTIVE");
    assertThat(detach(client, server, port).status()).isEqualTo(202);
    client.world().advanceToIdle();
    assertThat(cards(client, server)).hasSize(1);
    assertThat(client.send("GET", PORTS + "/" + port, null).status()).isEqualTo(404);
  }

  @Test
  void aPortThatWasThereStaysWhenItIsTakenOut() {
    Client client = client();
    String server = client.running("a");
    String port = port(client);
    assertThat(attach(client, server, "\"port_id\":\"%s\"".formatted(port)).status())
        .isEqualTo(200);
    client.world().advanceToIdle();
    HttpAnswer shown = client.send("GET", NATIVE + server + "/os-interface/" + port, null);
    assertThat(shown.at("/interfaceAttachment/net_id")).isEqualTo(client.subnet());
    detach(client, server, port);
    client.world().advanceToIdle();
    assertThat(client.send("GET", PORTS + "/" + port, null).at("/port/status")).isEqualTo("DOWN");
    assertThat(detach(client, server, port).at("/itemNotFound/message")).contains(port);
  }

  @Test
  void refusalsAreNative() {
    Client client = client();
    String server = client.running("a");
    String net = "\"net_id\":\"%s\"".formatted(client.subnet());
    String primary = cards(client, server).at("/0/port_id").asText();
    assertThat(attach(client, server, net + ",\"port_id\":\"x\"").status()).isEqualTo(400);
    assertThat(attach(client, server, "").status()).isEqualTo(400);
    assertThat(attach(client, server, "\"net_id\":\"nowhere\"").status()).isEqualTo(404);
    assertThat(attach(client, server, "\"port_id\":\"nowhere\"").status()).isEqualTo(404);
    assertThat(attach(client, server, "\"port_id\":\"%s\"".formatted(primary)).status())
        .isEqualTo(400);
    assertThat(attach(client, "nobody", net).status()).isEqualTo(404);
    assertThat(detach(client, server, primary).at("/forbidden/message")).contains(primary);
    client.stop("SOFT", server);
    assertThat(attach(client, server, net).at("/conflictingRequest/message")).contains(server);
    assertThat(cards(client, server)).hasSize(1);
  }

  @Test
  void addressesAreShownByNetwork() {
    Client client = client();
    String server = client.running("a");
    JsonNode all = client.send("GET", NATIVE + server + "/ips", null).json().path("addresses");
    assertThat(all.at("/" + client.vpc() + "/0/version").asInt()).isEqualTo(4);
    assertThat(
            client
                .send("GET", NATIVE + server + "/ips/" + client.vpc(), null)
                .at("/" + client.vpc() + "/0/addr"))
        .isEqualTo(all.at("/" + client.vpc() + "/0/addr").asText());
    assertThat(client.send("GET", NATIVE + server + "/ips/other", null).status()).isEqualTo(404);
  }

  @Test
  void aServerCanBeMadeWithAPortThatIsThere() {
    Client client = client();
    String port = port(client);
    String server = client.running("a", ",\"nics\":[{\"port_id\":\"%s\"}]".formatted(port));
    assertThat(Client.each(cards(client, server), "/port_id")).containsExactly(port);
    assertThat(
            client
                .create("b", ",\"nics\":[{\"port_id\":\"%s\"}]".formatted(port))
                .at("/error/code"))
        .isEqualTo("Ecs.0919");
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.send("GET", PORTS + "/" + port, null).at("/port/status")).isEqualTo("DOWN");
  }
}
