package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BandwidthsTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private final Town town = new Town(cloud);

  @Test
  void anEipsOwnBandwidthIsChangedInPlace() {
    String id = town.publicip();
    String bandwidth = town.show(id).get("bandwidth_id").asText();

    HttpAnswer changed =
        town.send(
            "PUT",
            Town.V1 + "/bandwidths/" + bandwidth,
            "{\"bandwidth\":{\"name\":\"wide\",\"size\":100,\"charge_mode\":\"bandwidth\"}}");

    assertThat(changed.at("/bandwidth/size")).isEqualTo("100");
    assertThat(changed.at("/bandwidth/charge_mode")).isEqualTo("bandwidth");
    assertThat(changed.at("/bandwidth/share_type")).isEqualTo("PER");
    assertThat(changed.at("/bandwidth/status")).isEqualTo("NORMAL");
    assertThat(changed.at("/bandwidth/publicip_info/0/publicip_id")).isEqualTo(id);
    assertThat(town.show(id).get("bandwidth_size").asInt()).isEqualTo(100);
    assertThat(town.show(id).get("bandwidth_name").asText()).isEqualTo("wide");
  }

  @Test
  void whatItCannotBeIsRefused() {
    String bandwidth = town.show(town.publicip()).get("bandwidth_id").asText();
    String path = Town.V1 + "/bandwidths/" + bandwidth;

    HttpAnswer tooWide = town.send("PUT", path, "{\"bandwidth\":{\"size\":2001}}");
    HttpAnswer mode = town.send("PUT", path, "{\"bandwidth\":{\"charge_mode\":\"95peak_plus\"}}");

    assertThat(tooWide.status()).isEqualTo(400);
    assertThat(tooWide.at("/code")).isEqualTo("VPC.0301");
    assertThat(mode.at("/code")).isEqualTo("VPC.0301");
    assertThat(town.get(path).at("/bandwidth/size")).isEqualTo("5");
  }

  @Test
  void anEipsOwnBandwidthIsNotDeletedAlone() {
    String bandwidth = town.show(town.publicip()).get("bandwidth_id").asText();

    HttpAnswer refused = town.send("DELETE", Town.V2 + "/bandwidths/" + bandwidth, null);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code")).isEqualTo("VPC.0301");
  }

  @Test
  void aSharedBandwidthIsMadeUsedAndDeleted() {
    String shared = shared();
    HttpAnswer made =
        town.send(
            "POST",
            Town.V1 + "/publicips",
            """
            {"publicip":{"type":"5_bgp"},"bandwidth":{"share_type":"WHOLE","id":"%s"}}"""
                .formatted(shared));
    town.idle();
    String path = Town.V2 + "/bandwidths/" + shared;

    assertThat(town.show(made.at("/publicip/id")).get("bandwidth_id").asText()).isEqualTo(shared);
    HttpAnswer refused = town.send("DELETE", path, null);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0304");

    town.delete(made.at("/publicip/id"));
    town.idle();
    assertThat(town.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(town.get(path).status()).isEqualTo(404);
  }

  private String shared() {
    HttpAnswer made =
        town.send(
            "POST", Town.V2 + "/bandwidths", "{\"bandwidth\":{\"name\":\"all\",\"size\":50}}");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    return made.at("/bandwidth/id");
  }

  @Test
  void anEipJoinsASharedBandwidthAndLeavesIt() {
    String shared = shared();
    String id = town.publicip();
    String own = town.show(id).get("bandwidth_id").asText();
    String path = Town.V2 + "/bandwidths/" + shared;
    String info = "\"publicip_info\":[{\"publicip_id\":\"%s\"}]".formatted(id);

    HttpAnswer joined = town.send("POST", path + "/insert", "{\"bandwidth\":{" + info + "}}");
    assertThat(joined.at("/bandwidth/publicip_info/0/publicip_id")).isEqualTo(id);
    assertThat(town.show(id).get("bandwidth_share_type").asText()).isEqualTo("WHOLE");
    assertThat(town.get(Town.V1 + "/bandwidths/" + own).status()).isEqualTo(404);

    HttpAnswer left =
        town.send(
            "POST",
            path + "/remove",
            "{\"bandwidth\":{\"charge_mode\":\"traffic\",\"size\":9," + info + "}}");
    assertThat(left.status()).as(left.text()).isEqualTo(204);
    assertThat(town.show(id).get("bandwidth_share_type").asText()).isEqualTo("PER");
    assertThat(town.show(id).get("bandwidth_size").asInt()).isEqualTo(9);
    assertThat(town.get(path).json().at("/bandwidth/publicip_info")).isEmpty();
  }

  @Test
  void aPortWithIpv6JoinsASharedBandwidth() {
    String v1 = "/vpc/v1/" + Town.PROJECT;
    String subnet = town.subnet();
    String vpc = town.get(v1 + "/vpcs").at("/vpcs/0/id");
    HttpAnswer ipv6 =
        town.send(
            "PUT",
            v1 + "/vpcs/" + vpc + "/subnets/" + subnet,
            "{\"subnet\":{\"name\":\"subnet-default\",\"ipv6_enable\":true}}");
    assertThat(ipv6.status()).as(ipv6.text()).isEqualTo(200);
    town.idle();
    String port = town.port();
    String path = Town.V2 + "/bandwidths/" + shared();
    String info =
        "\"publicip_info\":[{\"publicip_id\":\"%s\",\"publicip_type\":\"5_dualStack\"}]"
            .formatted(port);

    HttpAnswer joined = town.send("POST", path + "/insert", "{\"bandwidth\":{" + info + "}}");
    assertThat(joined.at("/bandwidth/publicip_info/0/publicip_id")).isEqualTo(port);

    town.deletePort(port);
    assertThat(town.get(path).json().at("/bandwidth/publicip_info")).isEmpty();
  }

  @Test
  void whatIsNeitherEipNorIpv6PortDoesNotJoin() {
    String path = Town.V2 + "/bandwidths/" + shared() + "/insert";
    String body = "{\"bandwidth\":{\"publicip_info\":[{\"publicip_id\":\"%s\"}]}}";

    assertThat(town.send("POST", path, body.formatted("none")).status()).isEqualTo(404);
    assertThat(town.send("POST", path, body.formatted(town.port())).status()).isEqualTo(404);
  }

  @Test
  void listsTellSharedOnesFromOthers() {
    String shared = shared();
    town.publicip();

    JsonNode all = town.get(Town.V1 + "/bandwidths").json().at("/bandwidths");
    HttpAnswer whole =
        town.get(Town.V1 + "/bandwidths?share_type=WHOLE&enterprise_project_id=all_granted_eps");
    HttpAnswer third = town.get(Town.V3 + "/bandwidths?name_like=al");

    assertThat(all).hasSize(2);
    assertThat(whole.json().at("/bandwidths")).hasSize(1);
    assertThat(whole.at("/bandwidths/0/id")).isEqualTo(shared);
    assertThat(third.json().at("/eip_bandwidths")).hasSize(1);
    assertThat(third.at("/eip_bandwidths/0/id")).isEqualTo(shared);
  }

  @Test
  void theQuotaOfSharedOnesIsKeptAndShown() {
    for (int i = 0; i < 5; i++) {
      shared();
    }

    HttpAnswer refused =
        town.send("POST", Town.V2 + "/bandwidths", "{\"bandwidth\":{\"name\":\"x\",\"size\":5}}");
    HttpAnswer quota = town.get("/vpc/v1/" + Town.PROJECT + "/quotas?type=shareBandwidth");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0310");
    assertThat(quota.at("/quotas/resources/0/used")).isEqualTo("5");
  }
}
