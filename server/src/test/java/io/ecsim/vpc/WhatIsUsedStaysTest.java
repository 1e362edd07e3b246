package io.ecsim.vpc;

import static io.ecsim.vpc.Network.V1;
import static io.ecsim.vpc.Network.V3;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatIsUsedStaysTest {
  private final VpcPack pack = Network.pack();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(pack);

  @Test
  void aVpcWithSubnets() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String subnet = Network.subnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");

    HttpAnswer refused = ecsim.http().delete(V1 + "/vpcs/" + vpc);
    HttpAnswer v3 = ecsim.http().delete(V3 + "/vpc/vpcs/" + vpc);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0104");
    assertThat(refused.at("/message")).contains(subnet);
    assertThat(v3.status()).isEqualTo(409);
    assertThat(v3.at("/error_code")).isEqualTo("VPC.0104");
  }

  @Test
  void aSubnetWithPortsOfNobody() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String subnet = Network.subnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");
    String port = Network.askPort(ecsim, subnet, "").at("/port/id");
    String path = V1 + "/vpcs/" + vpc + "/subnets/" + subnet;

    HttpAnswer refused = ecsim.http().delete(path);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0208");
    assertThat(ecsim.http().delete(V1 + "/ports/" + port).status()).isEqualTo(204);
    assertThat(ecsim.http().delete(path).status()).isEqualTo(204);
  }

  @Test
  void aSubnetWithServers() {
    String subnet = Network.defaultSubnet(ecsim);
    String vpc = ecsim.http().get(V1 + "/vpcs").at("/vpcs/0/id");
    Ref port = serverPort(subnet);

    HttpAnswer refused = ecsim.http().delete(V1 + "/vpcs/" + vpc + "/subnets/" + subnet);
    HttpAnswer portRefused = ecsim.http().delete(V1 + "/ports/" + port.id());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0209");
    assertThat(portRefused.status()).isEqualTo(409);
    assertThat(portRefused.at("/code")).isEqualTo("VPC.0707");
  }

  @Test
  void aSecurityGroupWithPorts() {
    String group = Network.group(ecsim, "web");
    String subnet = Network.defaultSubnet(ecsim);
    String port =
        Network.askPort(ecsim, subnet, ",\"security_groups\":[\"" + group + "\"]").at("/port/id");

    HttpAnswer v1 = ecsim.http().delete(V1 + "/security-groups/" + group);
    HttpAnswer v3 = ecsim.http().delete(V3 + "/vpc/security-groups/" + group);

    assertThat(v1.status()).isEqualTo(409);
    assertThat(v1.at("/code")).isEqualTo("VPC.0602");
    assertThat(v3.status()).isEqualTo(409);
    assertThat(v3.at("/error_code")).isEqualTo("VPC.9902");
    ecsim.http().delete(V1 + "/ports/" + port);
    assertThat(ecsim.http().delete(V1 + "/security-groups/" + group).status()).isEqualTo(204);
  }

  @Test
  void aSecurityGroupThatAnotherOnesRuleNames() {
    String named = Network.group(ecsim, "named");
    String naming = Network.group(ecsim, "naming");
    ecsim
        .http()
        .post(
            V3 + "/vpc/security-group-rules",
            "{\"security_group_rule\":{\"security_group_id\":\"%s\",\"direction\":\"ingress\","
                    .formatted(naming)
                + "\"protocol\":\"tcp\",\"multiport\":\"80\",\"remote_group_id\":\"%s\"}}"
                    .formatted(named));

    assertThat(ecsim.http().delete(V1 + "/security-groups/" + named).status()).isEqualTo(409);
    assertThat(ecsim.http().delete(V1 + "/security-groups/" + naming).status()).isEqualTo(204);
    assertThat(ecsim.http().delete(V1 + "/security-groups/" + named).status()).isEqualTo(204);
  }

  @Test
  void theDefaultSecurityGroupAlways() {
    String id =
        ecsim.http().get(V3 + "/vpc/security-groups?name=default").at("/security_groups/0/id");

    HttpAnswer refused = ecsim.http().delete(V1 + "/security-groups/" + id);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/code")).isEqualTo("VPC.0602");
    assertThat(ecsim.http().get(V1 + "/security-groups/" + id).status()).isEqualTo(200);
  }

  @Test
  void rulesGoWithTheirGroup() {
    String group = Network.group(ecsim, "web");
    String rule =
        ecsim
            .http()
            .get(V3 + "/vpc/security-group-rules?security_group_id=" + group)
            .at("/security_group_rules/0/id");

    ecsim.http().delete(V1 + "/security-groups/" + group);

    assertThat(ecsim.http().get(V3 + "/vpc/security-group-rules/" + rule).status()).isEqualTo(404);
  }

  private Ref serverPort(String subnet) {
    Ref server = new Ref("server", Ecsim.PROJECT, "server");
    ecsim
        .world()
        .transact(
            tx -> {
              pack.makePort(tx, server, 0, new Networks.Order(subnet, null, List.of(), false));
              return null;
            });
    return pack.of(ecsim.world().read(), server).get(0).port();
  }
}
