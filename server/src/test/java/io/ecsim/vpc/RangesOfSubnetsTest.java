package io.ecsim.vpc;

import static io.ecsim.vpc.Network.V1;
import static io.ecsim.vpc.Network.V3;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesOfSubnetsTest {
  @RegisterExtension final Ecsim ecsim = Ecsim.of(Network.pack());

  @ParameterizedTest
  @CsvSource({
    "10.0.1.0/24,   10.0.1.1,   200, ''",
    "10.0.0.0/16,   10.0.0.1,   400, VPC.0204",
    "10.0.0.128/25, 10.0.0.129, 400, VPC.0204",
    "10.0.0.0/24,   10.0.0.1,   400, VPC.0204",
    "10.1.0.0/24,   10.1.0.1,   400, VPC.0203",
    "10.0.0.0/15,   10.0.0.1,   400, VPC.0203",
    "10.0.1.5/24,   10.0.1.1,   400, VPC.0212",
    "10.0.1.0/29,   10.0.1.1,   400, VPC.0212",
    "10.0.1.0/28,   10.0.1.1,   200, ''",
    "10.0.1.0,      10.0.1.1,   400, VPC.0212",
    "10.0.300.0/24, 10.0.1.1,   400, VPC.0212",
    "10.0.1.0/24,   10.0.2.1,   400, VPC.0201",
    "10.0.1.0/24,   10.0.1.0,   400, VPC.0201",
    "10.0.1.0/24,   10.0.1.255, 400, VPC.0201",
    "10.0.1.0/24,   gateway,    400, VPC.0201",
  })
  void aSubnetLiesInItsVpcApartFromTheOthers(String cidr, String gateway, int status, String code) {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    Network.subnet(ecsim, vpc, "10.0.0.0/24", "10.0.0.1");

    HttpAnswer answer = Network.askSubnet(ecsim, vpc, cidr, gateway);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/code")).isEqualTo(code);
    if (status == 400) {
      assertThat(answer.at("/message")).contains(code.equals("VPC.0201") ? gateway : cidr);
      assertThat(ecsim.http().get(V1 + "/subnets?vpc_id=" + vpc).json().at("/subnets")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/16, 200",
    "10.0.0.0/8, 200",
    "192.168.1.0/28, 200",
    "'', 200",
    "10.0.0.1/16, 400",
    "10.0.0.0/29, 400",
    "10.0.0.0/7, 400",
    "ten, 400",
    "10.0.0.0/x, 400"
  })
  void aVpcHasABlockFrom8To28OrAny(String cidr, int status) {
    HttpAnswer answer =
        ecsim
            .http()
            .post(V1 + "/vpcs", "{\"vpc\":{\"name\":\"net\",\"cidr\":\"%s\"}}".formatted(cidr));

    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.at("/code")).isEqualTo("VPC.0101");
      assertThat(answer.at("/message")).contains("cidr").contains(cidr);
    }
  }

  @Test
  void sameBlocksInTwoVpcsDoNotMeet() {
    String one = Network.vpc(ecsim, "one", "10.0.0.0/16");
    String two = Network.vpc(ecsim, "two", "10.0.0.0/16");

    assertThat(Network.askSubnet(ecsim, one, "10.0.1.0/24", "10.0.1.1").status()).isEqualTo(200);
    assertThat(Network.askSubnet(ecsim, two, "10.0.1.0/24", "10.0.1.1").status()).isEqualTo(200);
  }

  @Test
  void aVpcKeepsABlockThatHoldsItsSubnets() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    Network.subnet(ecsim, vpc, "10.0.200.0/24", "10.0.200.1");

    HttpAnswer refused =
        ecsim.http().put(V1 + "/vpcs/" + vpc, "{\"vpc\":{\"cidr\":\"10.0.0.0/17\"}}");
    HttpAnswer fine =
        ecsim.http().put(V1 + "/vpcs/" + vpc, "{\"vpc\":{\"cidr\":\"10.0.128.0/17\"}}");

    assertThat(refused.at("/code")).isEqualTo("VPC.0117");
    assertThat(fine.status()).isEqualTo(200);
  }

  @Test
  void aSecondaryBlockGivesRoomAndStaysWhileItIsUsed() {
    String vpc = Network.vpc(ecsim, "net", "10.0.0.0/16");
    String path = V3 + "/vpc/vpcs/" + vpc;
    String block = "{\"vpc\":{\"extend_cidrs\":[\"172.16.0.0/16\"]}}";

    HttpAnswer added = ecsim.http().put(path + "/add-extend-cidr", block);
    assertThat(added.at("/vpc/extend_cidrs/0")).isEqualTo("172.16.0.0/16");
    assertThat(ecsim.http().put(path + "/add-extend-cidr", block).at("/error_code"))
        .isEqualTo("VPC.9914");
    String subnet = Network.subnet(ecsim, vpc, "172.16.1.0/24", "172.16.1.1");
    HttpAnswer used = ecsim.http().put(path + "/remove-extend-cidr", block);
    assertThat(used.status()).isEqualTo(400);
    assertThat(used.at("/error_code")).isEqualTo("VPC.0602");

    ecsim.http().delete(V1 + "/vpcs/" + vpc + "/subnets/" + subnet);

    HttpAnswer removed = ecsim.http().put(path + "/remove-extend-cidr", block);
    assertThat(removed.status()).isEqualTo(200);
    assertThat(removed.json().at("/vpc/extend_cidrs")).isEmpty();
    assertThat(ecsim.http().put(path + "/remove-extend-cidr", block).status()).isEqualTo(404);
  }
}
