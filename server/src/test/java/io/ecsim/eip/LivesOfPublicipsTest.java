package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import io.ecsim.testing.WholeDouble;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivesOfPublicipsTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private final Town town = new Town(cloud);

  @Test
  void anEipIsPendingAndThenDown() {
    HttpAnswer made = town.ask(",\"alias\":\"front\"");
    String id = made.at("/publicip/id");

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/publicip/status")).isEqualTo("PENDING_CREATE");
    assertThat(made.at("/publicip/public_ip_address")).startsWith("198.1");
    town.idle();

    JsonNode shown = town.show(id);
    assertThat(shown.get("status").asText()).isEqualTo("DOWN");
    assertThat(shown.get("alias").asText()).isEqualTo("front");
    assertThat(shown.get("type").asText()).isEqualTo("5_bgp");
    assertThat(shown.get("bandwidth_size").asInt()).isEqualTo(5);
    assertThat(shown.get("bandwidth_share_type").asText()).isEqualTo("PER");
    assertThat(shown.get("ip_version").asInt()).isEqualTo(4);
    assertThat(shown.has("port_id")).isFalse();
    assertThat(shown.has("private_ip_address")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/eip", "/vpc", ""})
  void itIsFoundUnderTheNetworksAddressAsWell(String prefix) {
    String id = town.publicip();

    HttpAnswer shown = town.get(prefix + "/v1/" + Town.PROJECT + "/publicips/" + id);

    assertThat(shown.at("/publicip/id")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eip", "vpc"})
  void itIsFoundUnderTheHostsOfBoth(String host) {
    String id = town.publicip();

    String answer =
        new RawSocket(URI.create(cloud.url()).getPort())
            .say(
                "GET /v1/%s/publicips/%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                    .formatted(Town.PROJECT, id, host + ".cn-north-4.myhuaweicloud.com"));

    assertThat(answer).contains(" 200 ", id);
  }

  @Test
  void onceBoundItNamesPortAndPrivateAddress() {
    String id = town.publicip();
    String port = town.port();

    HttpAnswer answer = town.bind(id, port);
    assertThat(answer.at("/publicip/status")).isEqualTo("BINDING");
    town.idle();

    JsonNode shown = town.show(id);
    assertThat(shown.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(shown.get("port_id").asText()).isEqualTo(port);
    assertThat(shown.get("private_ip_address").asText()).startsWith("192.168.");
    HttpAnswer third = town.get(Town.V3 + "/publicips/" + id);
    assertThat(third.at("/publicip/associate_instance_type")).isEqualTo("PORT");
    assertThat(third.at("/publicip/associate_instance_id")).isEqualTo(port);
    assertThat(third.at("/publicip/vnic/port_id")).isEqualTo(port);
  }

  @Test
  void anEmptyUpdateUnbinds() {
    String id = town.bound(town.port());

    HttpAnswer answer = town.unbind(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/publicip/status")).isEqualTo("DOWN");
    assertThat(town.show(id).has("port_id")).isFalse();
  }

  @Test
  void whatIsNotBoundCanBeUnboundAllTheSame() {
    String id = town.publicip();

    assertThat(town.unbind(id).status()).isEqualTo(200);
    assertThat(town.status(id)).isEqualTo("DOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"alias\":\"back\"}", "{\"alias\":\"\"}", "{\"ip_version\":4}"})
  void aRenameKeepsTheBinding(String members) {
    String port = town.port();
    String id = town.bound(port);

    HttpAnswer answer = town.update(id, members);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/publicip/status")).isEqualTo("ACTIVE");
    assertThat(answer.at("/publicip/port_id")).isEqualTo(port);
  }

  @Test
  void anEmptyPortUnbindsEvenBesideANewName() {
    String id = town.bound(town.port());

    HttpAnswer answer = town.update(id, "{\"alias\":\"free\",\"port_id\":null}");

    assertThat(answer.at("/publicip/status")).isEqualTo("DOWN");
    assertThat(answer.at("/publicip/alias")).isEqualTo("free");
  }

  @Test
  void aRefusedBindingDoesNotRename() {
    String id = town.publicip();
    String port = town.port();
    town.bound(port);

    HttpAnswer refused = town.update(id, "{\"alias\":\"x\",\"port_id\":\"%s\"}".formatted(port));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0511");
    assertThat(town.show(id).get("alias").asText()).isEmpty();
  }

  @Test
  void theThirdGenerationDescribesBindsAndUnbinds() {
    String id = town.publicip();
    String port = town.port();
    String path = Town.V3 + "/publicips/" + id;

    HttpAnswer described = town.send("PUT", path, "{\"publicip\":{\"description\":\"way in\"}}");
    town.send(
        "POST",
        path + "/associate-instance",
        "{\"publicip\":{\"associate_instance_type\":\"PORT\",\"associate_instance_id\":\"%s\"}}"
            .formatted(port));
    town.idle();

    assertThat(described.at("/publicip/description")).isEqualTo("way in");
    assertThat(town.show(id).get("port_id").asText()).isEqualTo(port);
    HttpAnswer free = town.send("POST", path + "/disassociate-instance", null);
    assertThat(free.at("/publicip/status")).isEqualTo("DOWN");
    assertThat(free.at("/publicip/description")).isEqualTo("way in");
  }

  @Test
  void aGatewayCannotHaveOne() {
    String path = Town.V3 + "/publicips/" + town.publicip() + "/associate-instance";

    HttpAnswer answer =
        town.send(
            "POST",
            path,
            "{\"publicip\":{\"associate_instance_type\":\"NATGW\","
                + "\"associate_instance_id\":\"x\"}}");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("NATGW");
  }

  @Test
  void oneThatIsMadeForAPortIsBoundWhenItIsThere() {
    String port = town.port();

    HttpAnswer made = town.ask(",\"port_id\":\"%s\"".formatted(port));
    town.idle();

    assertThat(town.show(made.at("/publicip/id")).get("port_id").asText()).isEqualTo(port);
  }

  @Test
  void oneIsNotMadeForAPortThatHasOne() {
    String port = town.port();
    town.bound(port);

    HttpAnswer refused = town.ask(",\"port_id\":\"%s\"".formatted(port));

    assertThat(refused.at("/code")).isEqualTo("VPC.0511");
    assertThat(town.get(Town.V1 + "/publicips").json().at("/publicips")).hasSize(1);
  }

  @Test
  void whatIsBoundIsNotDeleted() {
    String id = town.bound(town.port());

    HttpAnswer refused = town.delete(id);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0517");
    assertThat(town.status(id)).isEqualTo("ACTIVE");

    town.unbind(id);
    assertThat(town.delete(id).status()).isEqualTo(204);
    assertThat(town.status(id)).isEqualTo("PENDING_DELETE");
    town.idle();
    assertThat(town.status(id)).isEqualTo("gone");
  }

  @Test
  void itsOwnBandwidthGoesWithIt() {
    String id = town.publicip();
    String bandwidth = town.show(id).get("bandwidth_id").asText();

    town.delete(id);
    town.idle();

    HttpAnswer gone = town.get(Town.V1 + "/bandwidths/" + bandwidth);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.at("/code")).isEqualTo("VPC.0306");
  }

  @Test
  void aPortThatIsDeletedLetsItsEipGo() {
    String port = town.port();
    String id = town.bound(port);

    assertThat(town.deletePort(port).status()).isEqualTo(204);

    assertThat(town.status(id)).isEqualTo("DOWN");
    assertThat(town.show(id).has("port_id")).isFalse();
  }

  @Test
  void aPortThatCannotBeDeletedKeepsItsEip() {
    String port = town.portOf(town.server(""));
    String id = town.bound(port);

    assertThat(town.deletePort(port).at("/code")).isEqualTo("VPC.0707");

    assertThat(town.status(id)).isEqualTo("ACTIVE");
    assertThat(town.show(id).get("port_id").asText()).isEqualTo(port);
  }

  @Test
  void whatCouldNotBeMadeIsAnErrorAndCanBeDeleted() {
    town.fail("publicip.create");
    String id = town.publicip();

    assertThat(town.status(id)).isEqualTo("ERROR");
    assertThat(town.delete(id).status()).isEqualTo(204);
    town.idle();
    assertThat(town.status(id)).isEqualTo("gone");
  }

  @Test
  void whatCouldNotBeBoundIsBoundToNothingAndCanTryAgain() {
    String id = town.publicip();
    String port = town.port();
    town.fail("publicip.bind");

    town.bind(id, port);
    town.idle();
    assertThat(town.status(id)).isEqualTo("BIND_ERROR");
    assertThat(town.show(id).has("port_id")).isFalse();

    town.bind(id, port);
    town.idle();
    assertThat(town.status(id)).isEqualTo("ACTIVE");
  }

  @Test
  void noTwoHaveTheSameAddress() {
    Set<String> addresses = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      addresses.add(town.ask("").at("/publicip/public_ip_address"));
    }

    assertThat(addresses).hasSize(50);
  }

  @Test
  void theProjectsQuotaIsKeptAndShown() {
    for (int i = 0; i < 50; i++) {
      town.ask("");
    }

    HttpAnswer refused = town.ask("");
    HttpAnswer quotas = town.get("/vpc/v1/" + Town.PROJECT + "/quotas?type=publicIp");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0521");
    assertThat(quotas.at("/quotas/resources/0/used")).isEqualTo("50");
  }
}
