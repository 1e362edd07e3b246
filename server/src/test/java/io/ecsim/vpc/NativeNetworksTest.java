package io.ecsim.vpc;

import static io.ecsim.vpc.Network.V1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Caller;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks, subnets, ports and groups as OpenStack's clients ask for them: the same as VPC's. */
class NativeNetworksTest {
  private static final String ROOT = "/vpc/v2.0/";

  @RegisterExtension final Ecsim ecsim = Ecsim.of(Network.pack());

  private HttpAnswer get(String path) {
    return ecsim.http().get(ROOT + path, "X-Project-Id", Ecsim.PROJECT);
  }

  private HttpAnswer post(String path, String body) {
    return ecsim.http().post(ROOT + path, body, "X-Project-Id", Ecsim.PROJECT);
  }

  private HttpAnswer put(String path, String body) {
    return ecsim.http().put(ROOT + path, body, "X-Project-Id", Ecsim.PROJECT);
  }

  private HttpAnswer delete(String path) {
    return ecsim.http().delete(ROOT + path, "X-Project-Id", Ecsim.PROJECT);
  }

  private List<String> ids(String path) {
    String list = path.replaceAll("\\?.*", "").replace('-', '_');
    List<String> ids = new ArrayList<>();
    for (JsonNode each : Caller.each(get(path).json().path(list))) {
      ids.add(each.path("id").asText());
    }
    return ids;
  }

  @Test
  void the_service_tells_its_version() {
    HttpAnswer versions = ecsim.http().get("/vpc/");

    assertThat(versions.status()).isEqualTo(200);
    assertThat(versions.at("/versions/0/id")).isEqualTo("v2.0");
    assertThat(versions.at("/versions/0/status")).isEqualTo("CURRENT");
    assertThat(versions.at("/versions/0/links/0/href")).isEqualTo(ecsim.url() + "/vpc/v2.0/");
  }

  /** A server names its addresses by the VPC; clients look for a network of that name. */
  @Test
  void a_network_is_a_subnet_under_the_name_of_its_vpc() {
    String subnet = Network.defaultSubnet(ecsim);
    String vpc = ecsim.http().get(V1 + "/vpcs").at("/vpcs/0/id");

    assertThat(get("networks/" + vpc).status()).isEqualTo(404);
    assertThat(ids("networks?name=" + vpc)).containsExactly(subnet);
    assertThat(ids("networks?name=nobody")).isEmpty();
    JsonNode network = get("networks/" + subnet).json().path("network");
    assertThat(network.path("name").asText()).isEqualTo(vpc);
    assertThat(network.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(network.at("/subnets/0").asText()).isEqualTo(Subnet.neutronId(subnet));
  }

  @Test
  void a_native_subnet_is_what_lies_in_a_network() {
    String network = Network.defaultSubnet(ecsim);
    JsonNode subnet = get("subnets?network_id=" + network).json().at("/subnets/0");

    assertThat(subnet.path("id").asText()).isEqualTo(Subnet.neutronId(network));
    assertThat(subnet.path("name").asText()).isEqualTo("subnet-default");
    assertThat(subnet.path("cidr").asText()).isEqualTo("192.168.0.0/24");
    assertThat(subnet.at("/allocation_pools/0/start").asText()).isEqualTo("192.168.0.2");
    assertThat(subnet.at("/allocation_pools/0/end").asText()).isEqualTo("192.168.0.251");
    assertThat(get("subnets/" + Subnet.neutronId(network)).json().path("subnet")).isEqualTo(subnet);
    assertThat(ids("subnets?name=subnet-default&ip_version=4")).hasSize(1);
    assertThat(ids("subnets?ip_version=6")).isEmpty();
  }

  @Test
  void a_subnet_with_ipv6_is_two_native_ones() {
    String vpc = Network.vpc(ecsim, "v", "10.0.0.0/16");
    String body =
        "{\"subnet\":{\"name\":\"six\",\"cidr\":\"10.0.1.0/24\",\"gateway_ip\":\"10.0.1.1\","
            + "\"vpc_id\":\"%s\",\"ipv6_enable\":true}}";
    String id = ecsim.http().post(V1 + "/subnets", body.formatted(vpc)).at("/subnet/id");

    assertThat(get("networks/" + id).at("/network/status")).isEqualTo("BUILD");
    ecsim.advanceToIdle();
    assertThat(get("networks/" + id).at("/network/status")).isEqualTo("ACTIVE");
    assertThat(ids("subnets?network_id=" + id))
        .containsExactly(Subnet.neutronId(id), Subnet.neutronId6(id));
  }

  @Test
  void a_full_page_links_to_the_next() {
    String vpc = Network.vpc(ecsim, "v", "10.0.0.0/16");
    for (int i = 1; i < 4; i++) {
      Network.subnet(ecsim, vpc, "10.0.%d.0/24".formatted(i), "10.0.%d.1".formatted(i));
    }

    for (String kind : List.of("networks", "subnets")) {
      HttpAnswer page = get(kind + "?limit=3");
      String next = page.at("/%s_links/0/href".formatted(kind));
      assertThat(next).startsWith(ecsim.url() + ROOT + kind);
      String rest = next.substring((ecsim.url() + ROOT).length());
      List<String> both =
          Stream.concat(ids(kind + "?limit=3").stream(), ids(rest).stream()).toList();
      assertThat(both).isEqualTo(ids(kind)).hasSize(4);
      assertThat(get(rest).json().has(kind + "_links")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"networks", "subnets", "ports", "security-groups", "security-group-rules"})
  void the_next_page_asks_for_the_same(String kind) {
    String vpc = Network.vpc(ecsim, "v", "10.0.0.0/16");
    for (int i = 1; i < 4; i++) {
      Network.subnet(ecsim, vpc, "10.0.%d.0/24".formatted(i), "10.0.%d.1".formatted(i));
      post("security-groups", "{\"security_group\":{\"name\":\"g%d\"}}".formatted(i));
      String port = "{\"port\":{\"network_id\":\"%s\"}}";
      post("ports", port.formatted(Network.defaultSubnet(ecsim)));
    }
    List<String> all = ids(kind);
    List<String> wanted = all.subList(0, 2);
    assertThat(all).hasSizeGreaterThan(2);

    List<String> walked = new ArrayList<>();
    String path = kind + "?id=" + String.join("&id=", wanted) + "&limit=1";
    while (!path.isEmpty()) {
      walked.addAll(ids(path));
      String next = get(path).at("/%s_links/0/href".formatted(kind.replace('-', '_')));
      path = next.isEmpty() ? "" : next.substring((ecsim.url() + ROOT).length());
    }

    assertThat(walked).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"networks", "subnets", "ports", "security-groups", "security-group-rules"})
  void a_page_of_less_than_nothing_is_refused(String kind) {
    HttpAnswer answer = get(kind + "?limit=-1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("VPC.0101").contains("limit -1");
  }

  @Test
  void a_port_is_made_shown_changed_and_deleted_for_both_doors() {
    String network = Network.defaultSubnet(ecsim);
    HttpAnswer made =
        post(
            "ports",
            "{\"port\":{\"network_id\":\"%s\",\"name\":\"p\",\"admin_state_up\":true,\"fixed_ips\":[{\"subnet_id\":\"%s\",\"ip_address\":\"192.168.0.77\"}]}}"
                .formatted(network, Subnet.neutronId(network)));
    String id = made.at("/port/id");

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("/port/status")).isEqualTo("DOWN");
    assertThat(ids("ports?name=p")).containsExactly(id);
    assertThat(ids("ports?network_id=" + network)).containsExactly(id);
    assertThat(ids("ports?device_id=server")).isEmpty();
    assertThat(ecsim.http().get(V1 + "/ports/" + id).at("/port/fixed_ips/0/ip_address"))
        .isEqualTo("192.168.0.77");
    assertThat(put("ports/" + id, "{\"port\":{\"name\":\"q\"}}").at("/port/name")).isEqualTo("q");
    assertThat(delete("ports/" + id).status()).isEqualTo(204);
    assertThat(ecsim.http().get(V1 + "/ports/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_group_and_its_rule_are_made_shown_changed_and_deleted_for_both_doors() {
    String id =
        post(
                "security-groups",
                "{\"security_group\":{\"name\":\"web\",\"description\":\"for the web\"}}")
            .at("/security_group/id");
    HttpAnswer rule =
        post(
            "security-group-rules",
            "{\"security_group_rule\":{\"security_group_id\":\"%s\",\"direction\":\"ingress\",\"protocol\":\"tcp\",\"port_range_min\":80,\"port_range_max\":88,\"remote_ip_prefix\":\"0.0.0.0/0\",\"remote_group_id\":null}}"
                .formatted(id));

    assertThat(rule.status()).as(rule.text()).isEqualTo(201);
    assertThat(rule.at("/security_group_rule/port_range_max")).isEqualTo("88");
    assertThat(ids("security-groups?name=web")).containsExactly(id);
    assertThat(ids("security-groups?name=default")).hasSize(1);
    assertThat(get("security-groups/web").status()).isEqualTo(404);
    assertThat(get("security-groups/" + id).json().at("/security_group/security_group_rules"))
        .hasSize(5);
    assertThat(ids("security-group-rules?protocol=tcp&security_group_id=" + id))
        .containsExactly(rule.at("/security_group_rule/id"));
    assertThat(ecsim.http().get(V1 + "/security-groups/" + id).at("/security_group/description"))
        .isEqualTo("for the web");

    String renamed = "{\"security_group\":{\"name\":\"www\"}}";
    assertThat(put("security-groups/" + id, renamed).at("/security_group/name")).isEqualTo("www");
    assertThat(delete("security-group-rules/" + rule.at("/security_group_rule/id")).status())
        .isEqualTo(204);
    assertThat(delete("security-groups/" + id).status()).isEqualTo(204);
    assertThat(ecsim.http().get(V1 + "/security-groups/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"networks", "subnets", "ports", "security-groups", "security-group-rules"})
  void what_is_not_there_is_told_in_the_native_form(String kind) {
    String id = "00000000-0000-4000-8000-00000000dead";
    HttpAnswer answer = get(kind + "/" + id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/NeutronError/message")).contains(id);
    assertThat(answer.at("/NeutronError/type")).isNotEmpty();
  }
}
