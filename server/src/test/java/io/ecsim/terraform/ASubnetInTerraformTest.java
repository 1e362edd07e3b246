package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ASubnetInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private final Networking network = new Networking(cloud);
  private Terraform terraform;
  private Managed subnet;
  private String vpc;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    Managed around = terraform.resource("huaweicloud_vpc");
    vpc = around.apply("name", "net", "cidr", "10.0.0.0/16").id();
    subnet = terraform.resource("huaweicloud_vpc_subnet");
  }

  private Object[] subnet(Object... more) {
    return Networking.with(
        block("name", "sub", "cidr", "10.0.1.0/24", "gateway_ip", "10.0.1.1", "vpc_id", vpc), more);
  }

  private JsonNode inTheCloud() {
    return network.older("/subnets/" + subnet.id()).path("subnet");
  }

  private String option(String name) {
    for (JsonNode option : inTheCloud().path("extra_dhcp_opts")) {
      if (option.path("opt_name").asText().equals(name)) {
        return option.path("opt_value").asText();
      }
    }
    return null;
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        subnet(
            "description",
            "what it is for",
            "availability_zone",
            "cn-north-4a",
            "dhcp_enable",
            true,
            "ipv6_enable",
            true,
            "dns_list",
            List.of("100.125.1.250", "8.8.8.8"),
            "ntp_server_address",
            "10.0.0.9",
            "dhcp_domain_name",
            "example.com",
            "dhcp_lease_time",
            "24h",
            "dhcp_ipv6_lease_time",
            "4h",
            "tags",
            block("a", "b"));
    subnet.apply(config);

    JsonNode made = inTheCloud();
    assertThat(subnet.state().text("ipv4_subnet_id"))
        .isEqualTo(made.path("neutron_subnet_id").asText())
        .isEqualTo(subnet.state().text("subnet_id"))
        .isNotEqualTo(subnet.id());
    assertThat(subnet.state().text("ipv6_cidr")).isEqualTo(made.path("cidr_v6").asText());
    assertThat(subnet.state().text("ipv6_gateway")).isNotEmpty();
    assertThat(subnet.state().text("ipv6_subnet_id")).isNotEmpty();
    assertThat(made.path("description").asText()).isEqualTo("what it is for");
    assertThat(option("ntp")).isEqualTo("10.0.0.9");
    assertThat(option("domainname")).isEqualTo("example.com");
    assertThat(option("addresstime")).isEqualTo("24h");
    assertThat(option("ipv6_addresstime")).isEqualTo("4h");
    assertThat(network.tags("/subnets/" + subnet.id())).contains("\"key\":\"a\"");
    assertThat(subnet.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void getsTheNameServersOfItsRegionIfItNamesNone() {
    subnet.apply(subnet());
    assertThat(subnet.state().texts("dns_list"))
        .containsExactly("100.125.1.250", "100.125.129.250");
    assertThat(subnet.state().text("primary_dns")).isEqualTo("100.125.1.250");
    assertThat(subnet.state().isSet("dhcp_enable")).isTrue();
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void getsPublicNameServersWhereNobodyKnowsTheRegion() {
    Managed far =
        Terraform.at(cloud.url(), block("region", "eu-nowhere-1", "project_id", Servers.PROJECT))
            .resource("huaweicloud_vpc_subnet");
    far.apply(subnet());
    assertThat(far.state().texts("dns_list")).containsExactly("8.8.8.8", "114.114.114.114");
  }

  @Test
  void aFirstNameServerAloneIsNotJoinedByOthers() {
    Object[] config = subnet("primary_dns", "8.8.8.8", "secondary_dns", "8.8.4.4");
    subnet.apply(config);
    assertThat(subnet.state().texts("dns_list")).containsExactly("8.8.8.8", "8.8.4.4");
    assertThat(subnet.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "name, other, /name",
    "description, other, /description",
    "dhcp_enable, false, /dhcp_enable",
    "ipv6_enable, true, /ipv6_enable",
    "primary_dns, 9.9.9.9, /primary_dns"
  })
  void isChangedInPlace(String argument, String value, String pointer) {
    subnet.apply(subnet());
    String id = subnet.id();

    assertThat(subnet.plan(subnet(argument, value)).action()).isEqualTo(Action.UPDATE);
    subnet.apply(subnet(argument, value));

    assertThat(subnet.id()).isEqualTo(id);
    assertThat(inTheCloud().at(pointer).asText()).isEqualTo(value);
    assertThat(subnet.plan(subnet(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "ntp_server_address, 10.0.0.9, ntp",
    "dhcp_domain_name, example.com, domainname",
    "dhcp_lease_time, 24h, addresstime",
    "dhcp_ipv6_lease_time, 4h, ipv6_addresstime"
  })
  void whatDhcpHandsOutIsChangedInPlace(String argument, String value, String option) {
    subnet.apply(subnet());
    subnet.apply(subnet(argument, value));
    assertThat(option(option)).isEqualTo(value);
    assertThat(subnet.plan(subnet(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theTimeServerAndTheDomainNameGoWithTheArguments() {
    subnet.apply(
        subnet("ntp_server_address", "10.0.0.9", "dhcp_domain_name", "x.y", "description", "here"));
    subnet.apply(subnet());
    assertThat(option("ntp")).isNull();
    assertThat(option("domainname")).isNull();
    assertThat(inTheCloud().path("description").asText()).isEmpty();
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void otherNameServersAreKnownInBothWaysAfterwards() {
    subnet.apply(subnet());
    subnet.apply(subnet("dns_list", List.of("9.9.9.9", "8.8.8.8")));
    assertThat(subnet.state().text("primary_dns")).isEqualTo("9.9.9.9");
    assertThat(subnet.state().text("secondary_dns")).isEqualTo("8.8.8.8");
    // What is no longer written is the cloud's own affair.
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void tagsAreReplacedAsAWholeAndRemovedWithTheArgument() {
    subnet.apply(subnet("tags", block("a", "1", "b", "2")));
    subnet.apply(subnet("tags", block("a", "3")));
    assertThat(network.tags("/subnets/" + subnet.id()))
        .isEqualTo("{\"tags\":[{\"key\":\"a\",\"value\":\"3\"}]}");
    subnet.apply(subnet());
    assertThat(network.tags("/subnets/" + subnet.id())).isEqualTo("{\"tags\":[]}");
  }

  @Test
  void neverLosesIpv6Again() {
    subnet.apply(subnet("ipv6_enable", true));
    assertThat(subnet.attempt(subnet()))
        .singleElement()
        .asString()
        .contains("parameter cannot be disabled after IPv6 enable");
    assertThat(subnet.state().isSet("ipv6_enable")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cidr, 10.0.2.0/24",
    "gateway_ip, 10.0.1.254",
    "vpc_id, 1234",
    "availability_zone, cn-north-4b",
    "region, cn-north-1"
  })
  void isMadeAnewWhereTheCloudCannotChangeIt(String argument, String value) {
    subnet.apply(subnet());
    assertThat(subnet.plan(subnet(argument, value)).replacing()).containsExactly(argument);
  }

  @Test
  void isImportedByTheIdOfItsNetwork() {
    Object[] config = subnet("tags", block("a", "b"), "ntp_server_address", "10.0.0.9");
    subnet.apply(config);
    Managed imported = terraform.resource("huaweicloud_vpc_subnet_v1").imported(subnet.id());
    assertThat(imported.state().text("vpc_id")).isEqualTo(vpc);
    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
    imported.destroy();
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    subnet.apply(subnet());
    network.delete("/vpcs/" + vpc + "/subnets/" + subnet.id());
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    subnet.apply(subnet());
    network.put(
        "/vpcs/" + vpc + "/subnets/" + subnet.id(),
        "{\"subnet\":{\"name\":\"renamed\",\"dhcp_enable\":true}}");
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.UPDATE);
    subnet.apply(subnet());
    assertThat(inTheCloud().path("name").asText()).isEqualTo("sub");
  }

  @Test
  void aCreationThatFailsLateIsRememberedAsTainted() {
    cloud.fault(
        """
        {"on": {"edge": "subnet.create"}, "when": {"first": 1}, "do": {"fail": true}}""");
    assertThat(subnet.attempt(subnet())).singleElement().asString().contains("subnet status");
    assertThat(subnet.isTainted()).isTrue();
    assertThat(subnet.plan(subnet()).action()).isEqualTo(Action.REPLACE);
    subnet.apply(subnet());
    assertThat(subnet.isTainted()).isFalse();
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    assertThat(subnet.attempt(subnet("cidr", "192.168.0.0/24", "gateway_ip", "192.168.0.1")))
        .singleElement()
        .asString()
        .contains("VPC.");
    assertThat(subnet.exists()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"403", "409", "500"})
  void aDeletionThatIsRefusedForNowIsTriedAgain(int status) {
    subnet.apply(subnet());
    cloud.fault(
        """
        {"on": {"operation": "DeleteSubnet"}, "when": {"first": 2},
         "do": {"status": %d}}"""
            .formatted(status));
    String id = subnet.id();
    subnet.destroy();
    assertThat(network.isThere("/subnets/" + id)).isFalse();
  }

  @Test
  void aSubnetInUseStaysInTheState() {
    subnet.apply(subnet("timeouts", block("delete", "1s")));
    String json = "{\"port\":{\"network_id\":\"" + subnet.id() + "\"}}";
    cloud.http().post("/vpc/v1/" + Servers.PROJECT + "/ports", json);
    assertThat(subnet.tryDestroy()).singleElement().asString().contains("timeout: 1s", "VPC.");
    assertThat(subnet.exists()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cidr, 10.0.1.1/24, expected cidr to contain a valid network CIDR",
    "gateway_ip, first, expected gateway_ip to contain a valid IP",
    "primary_dns, here, expected primary_dns to contain a valid IP",
    "secondary_dns, 8.8.8.8, all of `primary_dns,secondary_dns` must be specified"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(subnet.validate(subnet(argument, value)))
        .anySatisfy(error -> assertThat(error).contains(message));
  }
}
