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

class ASecurityGroupInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private final Networking network = new Networking(cloud);
  private Terraform terraform;
  private Managed group;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    group = terraform.resource("huaweicloud_networking_secgroup");
  }

  private static Object[] group(Object... more) {
    return Networking.with(block("name", "web"), more);
  }

  private JsonNode inTheCloud() {
    return network.older("/security-groups/" + group.id()).path("security_group");
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config = group("description", "what it is for", "tags", block("a", "b"));
    group.apply(config);

    assertThat(inTheCloud().path("description").asText()).isEqualTo("what it is for");
    assertThat(network.tags("/security-groups/" + group.id())).contains("\"key\":\"a\"");
    assertThat(group.state().text("created_at")).isNotEmpty();
    assertThat(group.state().text("region")).isEqualTo("cn-north-4");
    assertThat(group.state().blocks("rules"))
        .hasSize(4)
        .extracting(rule -> rule.text("action"))
        .containsOnly("allow");
    assertThat(group.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void startsWithoutRulesIfThatIsWanted() {
    group.apply(group("delete_default_rules", true));
    assertThat(inTheCloud().path("security_group_rules")).isEmpty();
    assertThat(group.state().blocks("rules")).isEmpty();
    assertThat(group.plan(group("delete_default_rules", true)).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other", "description, other"})
  void isChangedInPlace(String argument, String value) {
    group.apply(group());
    String id = group.id();
    assertThat(group.plan(group(argument, value)).action()).isEqualTo(Action.UPDATE);
    group.apply(group(argument, value));

    assertThat(group.id()).isEqualTo(id);
    assertThat(inTheCloud().path(argument).asText()).isEqualTo(value);
    assertThat(group.plan(group(argument, value)).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theDescriptionGoesWithTheArgument() {
    group.apply(group("description", "here"));
    group.apply(group());
    assertThat(inTheCloud().path("description").asText()).isEmpty();
    assertThat(group.plan(group()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void tagsAreReplacedAsAWholeAndRemovedWithTheArgument() {
    group.apply(group("tags", block("a", "1", "b", "2")));
    group.apply(group("tags", block("a", "3")));
    assertThat(network.tags("/security-groups/" + group.id()))
        .isEqualTo("{\"tags\":[{\"key\":\"a\",\"value\":\"3\"}]}");
    group.apply(group());
    assertThat(network.tags("/security-groups/" + group.id())).isEqualTo("{\"tags\":[]}");
  }

  @ParameterizedTest
  @CsvSource({"delete_default_rules, true", "enterprise_project_id, 1", "region, cn-north-1"})
  void isMadeAnewWhereTheCloudCannotChangeIt(String argument, String value) {
    group.apply(group());
    assertThat(group.plan(group(argument, value)).replacing()).containsExactly(argument);
  }

  @Test
  void isImportedByItsIdButForWhatIsNeverReadBack() {
    group.apply(group("tags", block("a", "b")));
    Managed imported =
        terraform.resource("huaweicloud_networking_secgroup_v2").imported(group.id());
    assertThat(imported.plan(group("tags", block("a", "b"))).action()).isEqualTo(Action.NOTHING);
    assertThat(
            imported.plan(group("tags", block("a", "b"), "delete_default_rules", true)).replacing())
        .containsExactly("delete_default_rules");
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    group.apply(group());
    network.delete("/security-groups/" + group.id());
    assertThat(group.plan(group()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void rulesOfOthersAreSeenButNoDifference() {
    group.apply(group());
    terraform
        .resource("huaweicloud_networking_secgroup_rule")
        .apply(
            "security_group_id",
            group.id(),
            "direction",
            "ingress",
            "ethertype",
            "IPv4",
            "protocol",
            "tcp",
            "ports",
            "8000-8080");
    assertThat(group.plan(group()).action()).isEqualTo(Action.NOTHING);
    assertThat(group.state().blocks("rules"))
        .filteredOn(rule -> "8000-8080".equals(rule.text("ports")))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.number("port_range_min")).isEqualTo(8000);
              assertThat(rule.number("port_range_max")).isEqualTo(8080);
            });
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    group.apply(group());
    network.putNewer(
        "/vpc/security-groups/" + group.id(), "{\"security_group\":{\"name\":\"renamed\"}}");
    assertThat(group.plan(group()).action()).isEqualTo(Action.UPDATE);
    assertThat(group.state().text("name")).isEqualTo("renamed");
    group.apply(group());
    assertThat(inTheCloud().path("name").asText()).isEqualTo("web");
  }

  @Test
  void aDescriptionThatIsRefusedLeavesATaintedGroup() {
    cloud.fault(
        """
        {"on": {"operation": "UpdateSecurityGroup"}, "do": {"status": 500}}""");
    assertThat(group.attempt(group("description", "here"))).hasSize(1);
    assertThat(group.isTainted()).isTrue();
    assertThat(network.isThere("/security-groups/" + group.id())).isTrue();
  }

  @Test
  void aGroupInUseStaysInTheState() {
    group.apply(group("timeouts", block("delete", "1s")));
    String json =
        "{\"port\":{\"network_id\":\"%s\",\"security_groups\":[\"%s\"]}}"
            .formatted(cloud.subnet(Servers.PROJECT), group.id());
    cloud.http().post("/vpc/v1/" + Servers.PROJECT + "/ports", json);
    assertThat(group.tryDestroy()).singleElement().asString().contains("timeout: 1s", "409");
    assertThat(group.exists()).isTrue();
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    group.apply(group());
    String id = group.id();
    group.destroy();
    assertThat(network.isThere("/security-groups/" + id)).isFalse();
  }
}
