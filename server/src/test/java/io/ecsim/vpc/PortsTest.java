package io.ecsim.vpc;

import static io.ecsim.vpc.Network.V1;
import static io.ecsim.vpc.Network.V3;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortsTest {
  private final VpcPack pack = Network.pack(Limit.PORTS, 6);

  @RegisterExtension final Ecsim ecsim = Ecsim.of(pack);

  @Test
  void aPortOfNobodyIsDown() {
    String subnet = Network.defaultSubnet(ecsim);

    HttpAnswer made =
        Network.askPort(
            ecsim,
            subnet,
            ",\"name\":\"vip\",\"device_owner\":\"neutron:VIP_PORT\","
                + "\"fixed_ips\":[{\"ip_address\":\"192.168.0.9\"}]");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/port/status")).isEqualTo("DOWN");
    assertThat(made.at("/port/device_owner")).isEqualTo("neutron:VIP_PORT");
    assertThat(made.at("/port/device_id")).isEmpty();
    assertThat(made.at("/port/fixed_ips/0/ip_address")).isEqualTo("192.168.0.9");
    assertThat(made.at("/port/fixed_ips/0/subnet_id")).isEqualTo(Subnet.neutronId(subnet));
  }

  @Test
  void aPortOfAServerIsActiveAndNamesIt() {
    Ref server = serverWithPort();

    HttpAnswer list = ecsim.http().get(V1 + "/ports?device_id=server&limit=100");
    JsonNode port = list.json().at("/ports/0");
    HttpAnswer native2 =
        ecsim
            .http()
            .get("/vpc/v2.0/ports/" + port.get("id").asText(), "X-Project-Id", Ecsim.PROJECT);

    assertThat(list.json().at("/ports")).hasSize(1);
    assertThat(port.get("status").asText()).isEqualTo("ACTIVE");
    assertThat(port.get("device_id").asText()).isEqualTo(server.id());
    assertThat(port.get("device_owner").asText()).isEqualTo("compute:cn-north-4b");
    assertThat(native2.at("/port/network_id")).isEqualTo(port.get("network_id").asText());
    assertThat(native2.at("/port/fixed_ips/0/ip_address"))
        .isEqualTo(port.at("/fixed_ips/0/ip_address").asText());
  }

  private Ref serverWithPort() {
    Ref server = new Ref("server", Ecsim.PROJECT, "server");
    var order = new Networks.Order(Network.defaultSubnet(ecsim), null, List.of(), false);
    ecsim
        .world()
        .transact(
            tx -> {
              pack.makePort(tx, server, 0, order);
              return null;
            });
    return server;
  }

  @Test
  void securityGroupsKeepTheirOrder() {
    String b = Network.group(ecsim, "b");
    String a = Network.group(ecsim, "a");
    String c = Network.group(ecsim, "c");
    String port = Network.askPort(ecsim, Network.defaultSubnet(ecsim), "").at("/port/id");
    String path = V1 + "/ports/" + port;

    HttpAnswer set =
        ecsim.http().put(path, "{\"port\":{\"security_groups\":[\"%s\",\"%s\"]}}".formatted(b, a));
    assertThat(groups(set)).containsExactly(b, a);

    HttpAnswer inserted =
        ecsim
            .http()
            .put(
                V3 + "/ports/" + port + "/insert-security-groups",
                "{\"port\":{\"security_groups\":[\"%s\"],\"index\":1}}".formatted(c));
    assertThat(groups(inserted)).containsExactly(b, c, a);

    HttpAnswer removed =
        ecsim
            .http()
            .put(
                V3 + "/ports/" + port + "/remove-security-groups",
                "{\"port\":{\"security_groups\":[\"%s\"]}}".formatted(b));
    assertThat(groups(removed)).containsExactly(c, a);
  }

  private static List<String> groups(HttpAnswer answer) {
    return texts(answer.json().at("/port/security_groups"));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void anUpdateWithNullChangesNothingAndAnEmptyListClears() {
    String subnet = Network.defaultSubnet(ecsim);
    String port = Network.askPort(ecsim, subnet, ",\"name\":\"one\"").at("/port/id");
    String path = V1 + "/ports/" + port;
    String group = ecsim.http().get(path).at("/port/security_groups/0");

    HttpAnswer paired =
        ecsim
            .http()
            .put(
                path,
                "{\"port\":{\"security_groups\":null,\"extra_dhcp_opts\":null,"
                    + "\"allowed_address_pairs\":[{\"ip_address\":\"1.1.1.1/0\"}]}}");
    assertThat(texts(paired.json().at("/port/security_groups"))).containsExactly(group);
    assertThat(paired.at("/port/name")).isEqualTo("one");
    assertThat(paired.at("/port/allowed_address_pairs/0/ip_address")).isEqualTo("1.1.1.1/0");

    HttpAnswer cleared =
        ecsim.http().put(path, "{\"port\":{\"security_groups\":[],\"allowed_address_pairs\":[]}}");
    assertThat(cleared.json().at("/port/security_groups")).isEmpty();
    assertThat(cleared.json().at("/port/allowed_address_pairs")).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedAndMakesNothing() {
    String subnet = Network.defaultSubnet(ecsim);
    Network.askPort(ecsim, subnet, ",\"fixed_ips\":[{\"ip_address\":\"192.168.0.9\"}]");

    assertRefused(409, "VPC.0701", subnet, ",\"fixed_ips\":[{\"ip_address\":\"192.168.0.9\"}]");
    assertRefused(400, "VPC.0705", subnet, ",\"fixed_ips\":[{\"ip_address\":\"192.168.9.9\"}]");
    assertRefused(
        400,
        "VPC.2500",
        subnet,
        ",\"fixed_ips\":[{\"subnet_id\":\"11111111-1111-1111-1111-111111111111\"}]");
    assertRefused(404, "VPC.0603", subnet, ",\"security_groups\":[\"none\"]");
    assertRefused(400, "VPC.2302", "none", "");
    assertThat(ecsim.http().get(V1 + "/ports").json().at("/ports")).hasSize(1);
  }

  private void assertRefused(int status, String code, String subnet, String more) {
    HttpAnswer answer = Network.askPort(ecsim, subnet, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/code")).isEqualTo(code);
  }

  @Test
  void listsAreFiltered() {
    String subnet = Network.defaultSubnet(ecsim);
    Network.askPort(
        ecsim, subnet, ",\"name\":\"one\",\"fixed_ips\":[{\"ip_address\":\"192.168.0.9\"}]");
    Network.askPort(ecsim, subnet, ",\"name\":\"two\"");
    serverWithPort();

    assertThat(found("?name=one")).isEqualTo(1);
    assertThat(found("?status=DOWN")).isEqualTo(2);
    assertThat(found("?device_owner=compute:cn-north-4b")).isEqualTo(1);
    assertThat(found("?fixed_ips=ip_address=192.168.0.9")).isEqualTo(1);
    assertThat(found("?fixed_ips=subnet_id=" + Subnet.neutronId(subnet))).isEqualTo(3);
    assertThat(found("?network_id=" + subnet + "&name=two")).isEqualTo(1);
    assertThat(found("?network_id=none")).isZero();
  }

  private int found(String query) {
    return ecsim.http().get(V1 + "/ports" + query).json().at("/ports").size();
  }

  @Test
  void thereAreNoMorePortsThanTheQuotaSays() {
    String subnet = Network.defaultSubnet(ecsim);
    for (int i = 0; i < 6; i++) {
      assertThat(Network.askPort(ecsim, subnet, "").status()).isEqualTo(201);
    }
    assertRefused(409, "VPC.2511", subnet, "");
  }
}
