package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ASecurityGroupRuleInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private final Networking network = new Networking(cloud);
  private Terraform terraform;
  private Managed rule;
  private String group;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    group = terraform.resource("huaweicloud_networking_secgroup").apply("name", "web").id();
    rule = terraform.resource("huaweicloud_networking_secgroup_rule");
  }

  private Object[] rule(Object... more) {
    return Networking.with(
        block("security_group_id", group, "direction", "ingress", "ethertype", "IPv4"), more);
  }

  private JsonNode inTheCloud() {
    return network.newer("/vpc/security-group-rules/" + rule.id()).path("security_group_rule");
  }

  private boolean wasCalled(String operation) {
    return cloud.http().get("/_ecsim/journal").text().contains(operation);
  }

  @Test
  void isMadeByTheOlderApiFromARangeOfPorts() {
    Object[] config =
        rule(
            "protocol", "tcp",
            "port_range_min", 22,
            "port_range_max", 80,
            "remote_ip_prefix", "10.0.0.0/8",
            "description", "what it is for");
    rule.apply(config);

    assertThat(inTheCloud().path("multiport").asText()).isEqualTo("22-80");
    assertThat(rule.state().text("ports")).isEqualTo("22-80");
    assertThat(rule.state().text("action")).isEqualTo("allow");
    assertThat(rule.state().number("priority")).isEqualTo(1);
    assertThat(rule.state().text("region")).isEqualTo("cn-north-4");
    assertThat(wasCalled("/v1/" + Servers.PROJECT + "/security-group-rules")).isTrue();
    assertThat(rule.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "ports, '80,443,8000-8080', multiport",
    "action, deny, action",
    "priority, 7, priority"
  })
  void isMadeByTheNewerApiFromWhatOnlyThatKnows(String argument, String value, String member) {
    Object[] config = rule("protocol", "tcp", argument, value);
    rule.apply(config);
    assertThat(inTheCloud().path(member).asText()).isEqualTo(value);
    assertThat(wasCalled("/v3/" + Servers.PROJECT + "/vpc/security-group-rules")).isTrue();
    assertThat(rule.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void mayNameAnotherGroupAndNoProtocol() {
    rule.apply(rule("remote_group_id", group));
    assertThat(inTheCloud().path("remote_group_id").asText()).isEqualTo(group);
    assertThat(rule.state().text("protocol")).isNullOrEmpty();
    assertThat(rule.plan(rule("remote_group_id", group)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void capitalsInARangeOfAddressesAreNoDifference() {
    Object[] config = rule("ethertype", "IPv6", "remote_ip_prefix", "2001:DB8::/32");
    rule.apply(config);
    assertThat(inTheCloud().path("remote_ip_prefix").asText()).isEqualTo("2001:db8::/32");
    assertThat(rule.plan(config).action()).isEqualTo(Action.NOTHING);

    Managed imported = terraform.resource("huaweicloud_networking_secgroup_rule");
    assertThat(imported.imported(rule.id()).plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "direction, egress",
    "ethertype, IPv6",
    "security_group_id, 1234",
    "protocol, udp",
    "port_range_min, 21",
    "port_range_max, 81",
    "remote_ip_prefix, 10.0.0.0/9",
    "remote_group_id, 1234",
    "description, other",
    "region, cn-north-1"
  })
  void isNeverChangedInPlace(String argument, String value) {
    Object[] before =
        rule(
            "protocol",
            "tcp",
            "port_range_min",
            22,
            "port_range_max",
            80,
            "remote_ip_prefix",
            "10.0.0.0/8");
    rule.apply(before);
    Object[] after =
        rule(
            "protocol",
            "tcp",
            "port_range_min",
            22,
            "port_range_max",
            80,
            "remote_ip_prefix",
            "10.0.0.0/8",
            argument,
            value);
    assertThat(rule.plan(after).replacing()).containsExactly(argument);
  }

  @ParameterizedTest
  @CsvSource({"ports, 81", "action, deny", "priority, 5", "remote_address_group_id, 1234"})
  void norIsWhatTheNewerApiKnows(String argument, String value) {
    rule.apply(rule("protocol", "tcp", "ports", "80"));
    assertThat(rule.plan(rule("protocol", "tcp", "ports", "80", argument, value)).replacing())
        .containsExactly(argument);
  }

  @Test
  void isImportedByItsId() {
    Object[] config = rule("protocol", "tcp", "ports", "80", "remote_ip_prefix", "10.0.0.0/8");
    rule.apply(config);
    Managed imported =
        terraform.resource("huaweicloud_networking_secgroup_rule_v2").imported(rule.id());
    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    rule.apply(rule());
    network.delete("/security-group-rules/" + rule.id());
    assertThat(rule.plan(rule()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    assertThat(rule.attempt(rule("security_group_id", "no-such-group"))).hasSize(1);
    assertThat(rule.exists()).isFalse();
  }

  @Test
  void aDeletionThatIsRefusedLeavesItInTheState() {
    rule.apply(rule());
    cloud.fault(
        """
        {"on": {"operation": "DeleteSecurityGroupRuleV1"}, "do": {"status": 409}}""");
    assertThat(rule.tryDestroy()).hasSize(1);
    assertThat(rule.exists()).isTrue();
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    rule.apply(rule());
    String id = rule.id();
    rule.destroy();
    assertThat(network.isThere("/security-group-rules/" + id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "direction, sideways, expected direction to be one of",
    "ethertype, IPv5, expected ethertype to be one of",
    "protocol, TCP, a number from 0 to 255",
    "protocol, 256, a number from 0 to 255",
    "action, drop, expected action to be one of",
    "remote_ip_prefix, 10.0.0.1/8, expected remote_ip_prefix to contain a valid network CIDR",
    "ports, 80, all of `ports,protocol` must be specified",
    "port_range_max, 80, all of `port_range_max,port_range_min` must be specified",
    "port_range_min, 80, all of `port_range_min,protocol` must be specified"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(rule.validate(rule(argument, value)))
        .anySatisfy(error -> assertThat(error).contains(message));
  }

  @ParameterizedTest
  @CsvSource({"ports, 80", "action, deny", "priority, 5", "remote_address_group_id, 1234"})
  void aRangeOfPortsExcludesWhatOnlyTheNewerApiKnows(String argument, String value) {
    Object[] config =
        rule("protocol", "tcp", "port_range_min", 80, "port_range_max", 80, argument, value);
    assertThat(rule.validate(config))
        .anySatisfy(error -> assertThat(error).contains("conflicts with"));
  }
}
