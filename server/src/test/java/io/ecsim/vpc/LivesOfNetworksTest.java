package io.ecsim.vpc;

import static io.ecsim.vpc.Network.V1;
import static io.ecsim.vpc.Network.V3;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LivesOfNetworksTest {
  @RegisterExtension final Ecsim ecsim = Ecsim.of(Network.pack());

  @Test
  void aVpcIsCreatingBeforeItIsOk() {
    HttpAnswer made =
        ecsim.http().post(V1 + "/vpcs", "{\"vpc\":{\"name\":\"net\",\"cidr\":\"10.0.0.0/16\"}}");
    String id = made.at("/vpc/id");

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/vpc/status")).isEqualTo("CREATING");
    assertThat(made.at("/vpc/created_at")).isEqualTo("2026-01-01T00:00:00Z");

    ecsim.advance(Duration.ofSeconds(2));

    HttpAnswer shown = ecsim.http().get(V1 + "/vpcs/" + id);
    assertThat(shown.at("/vpc/status")).isEqualTo("OK");
    assertThat(shown.at("/vpc/cidr")).isEqualTo("10.0.0.0/16");
    assertThat(shown.json().at("/vpc/routes").isArray()).isTrue();
    HttpAnswer details = ecsim.http().get(V3 + "/vpc/vpcs/" + id);
    assertThat(details.at("/vpc/name")).isEqualTo("net");
    assertThat(details.json().at("/vpc/extend_cidrs").isArray()).isTrue();
    assertThat(details.at("/request_id")).isEqualTo(details.header("X-Request-Id"));
  }

  @Test
  void aSubnetIsUnknownBeforeItIsActive() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    HttpAnswer made = Network.askSubnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");
    String id = made.at("/subnet/id");

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/subnet/status")).isEqualTo("UNKNOWN");

    ecsim.advance(Duration.ofSeconds(3));

    HttpAnswer shown = ecsim.http().get(V1 + "/subnets/" + id);
    assertThat(shown.at("/subnet/status")).isEqualTo("ACTIVE");
    assertThat(shown.at("/subnet/neutron_network_id")).isEqualTo(id);
    assertThat(shown.at("/subnet/neutron_subnet_id")).hasSize(36).isNotEqualTo(id);
    assertThat(shown.json().at("/subnet/dhcp_enable").asBoolean()).isTrue();
    assertThat(shown.json().at("/subnet/available_ip_address_count").asInt()).isEqualTo(251);
  }

  @Test
  void aSubnetNeedsAVpcThatIsReady() {
    String vpc =
        ecsim
            .http()
            .post(V1 + "/vpcs", "{\"vpc\":{\"name\":\"net\",\"cidr\":\"10.0.0.0/16\"}}")
            .at("/vpc/id");

    HttpAnswer refused = Network.askSubnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");
    HttpAnswer tooEarly = ecsim.http().delete(V1 + "/vpcs/" + vpc);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code")).isEqualTo("VPC.0004");
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.at("/code")).isEqualTo("VPC.0103");
  }

  @Test
  void whatIsDeletedIsNotFoundByEitherGeneration() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String subnet = Network.subnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");

    HttpAnswer deleted = ecsim.http().delete(V1 + "/vpcs/" + vpc + "/subnets/" + subnet);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(ecsim.http().get(V1 + "/subnets/" + subnet).status()).isEqualTo(404);
    assertThat(ecsim.http().delete(V1 + "/vpcs/" + vpc).status()).isEqualTo(204);

    HttpAnswer v1 = ecsim.http().get(V1 + "/vpcs/" + vpc);
    HttpAnswer v3 = ecsim.http().get(V3 + "/vpc/vpcs/" + vpc);
    assertThat(v1.status()).isEqualTo(404);
    assertThat(v1.at("/code")).isEqualTo("VPC.0003");
    assertThat(v3.status()).isEqualTo(404);
    assertThat(v3.at("/error_code")).isEqualTo("VPC.9904");
  }

  @Test
  void anUpdateChangesWhatItNamesAndLeavesTheRest() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    ecsim.http().put(V1 + "/vpcs/" + vpc, "{\"vpc\":{\"name\":\"new\",\"description\":\"text\"}}");
    assertThat(ecsim.http().get(V1 + "/vpcs/" + vpc).at("/vpc/cidr")).isEqualTo("10.0.0.0/16");
    assertThat(ecsim.http().get(V1 + "/vpcs/" + vpc).at("/vpc/description")).isEqualTo("text");

    HttpAnswer cleared =
        ecsim.http().put(V3 + "/vpc/vpcs/" + vpc, "{\"vpc\":{\"description\":\"\"}}");

    assertThat(cleared.status()).isEqualTo(200);
    assertThat(cleared.at("/vpc/description")).isEmpty();
    assertThat(cleared.at("/vpc/name")).isEqualTo("new");
  }

  @Test
  void aDhcpOptionGoesWhenItsValueIsNull() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String subnet = Network.subnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");
    String path = V1 + "/vpcs/" + vpc + "/subnets/" + subnet;
    ecsim
        .http()
        .put(
            path,
            "{\"subnet\":{\"name\":\"s\",\"dnsList\":[\"8.8.8.8\",\"1.1.1.1\"],\"extra_dhcp_opts\":"
                + "[{\"opt_name\":\"ntp\",\"opt_value\":\"10.0.0.9\"},"
                + "{\"opt_name\":\"domainname\",\"opt_value\":\"x\"}]}}");

    HttpAnswer updated =
        ecsim
            .http()
            .put(
                path,
                "{\"subnet\":{\"name\":\"t\",\"extra_dhcp_opts\":"
                    + "[{\"opt_name\":\"ntp\",\"opt_value\":null}]}}");

    assertThat(updated.at("/subnet/status")).isEqualTo("ACTIVE");
    HttpAnswer shown = ecsim.http().get(V1 + "/subnets/" + subnet);
    assertThat(shown.at("/subnet/name")).isEqualTo("t");
    assertThat(shown.at("/subnet/primary_dns")).isEqualTo("8.8.8.8");
    assertThat(shown.at("/subnet/secondary_dns")).isEqualTo("1.1.1.1");
    assertThat(shown.json().at("/subnet/extra_dhcp_opts")).hasSize(1);
    assertThat(shown.at("/subnet/extra_dhcp_opts/0/opt_name")).isEqualTo("domainname");
  }

  @Test
  void aSubnetBelongsToItsVpcOnly() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String other = Network.vpc(ecsim, "other", "10.0.0.0/16");
    String subnet = Network.subnet(ecsim, vpc, "10.0.1.0/24", "10.0.1.1");

    HttpAnswer refused = ecsim.http().delete(V1 + "/vpcs/" + other + "/subnets/" + subnet);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/code")).isEqualTo("VPC.0207");
    assertThat(ecsim.http().get(V1 + "/subnets/" + subnet).status()).isEqualTo(200);
  }
}
