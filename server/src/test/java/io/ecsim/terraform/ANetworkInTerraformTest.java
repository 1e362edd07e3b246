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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ANetworkInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private final Networking network = new Networking(cloud);
  private Terraform terraform;
  private Managed vpc;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    vpc = terraform.resource("huaweicloud_vpc");
  }

  private static Object[] vpc(Object... more) {
    return Networking.with(block("name", "net", "cidr", "10.0.0.0/16"), more);
  }

  private JsonNode inTheCloud() {
    return network.older("/vpcs/" + vpc.id()).path("vpc");
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        vpc(
            "description",
            "what it is for",
            "tags",
            block("a", "b"),
            "enhanced_local_route",
            "true",
            "block_service_endpoint_states",
            "on",
            "secondary_cidrs",
            List.of("172.16.0.0/16", "172.17.0.0/16"));
    vpc.apply(config);

    assertThat(vpc.state().text("status")).isEqualTo("OK");
    assertThat(vpc.state().text("region")).isEqualTo("cn-north-4");
    assertThat(vpc.state().text("enterprise_project_id")).isEqualTo("0");
    assertThat(inTheCloud().path("description").asText()).isEqualTo("what it is for");
    assertThat(network.tags("/vpcs/" + vpc.id())).contains("{\"key\":\"a\",\"value\":\"b\"}");
    assertThat(network.newer("/vpc/vpcs/" + vpc.id()).at("/vpc/extend_cidrs")).hasSize(2);
    assertThat(vpc.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other", "cidr, 10.0.0.0/12", "description, other"})
  void isChangedInPlace(String argument, String value) {
    vpc.apply(vpc("description", "here"));
    String id = vpc.id();
    Object[] config = vpc("description", "here", argument, value);

    assertThat(vpc.plan(config).action()).isEqualTo(Action.UPDATE);
    vpc.apply(config);

    assertThat(vpc.id()).isEqualTo(id);
    assertThat(inTheCloud().path(argument).asText()).isEqualTo(value);
    assertThat(vpc.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theLocalRouteIsATextThatCanBeChanged() {
    vpc.apply(vpc());
    assertThat(vpc.state().text("enhanced_local_route")).isEqualTo("false");
    vpc.apply(vpc("enhanced_local_route", true));
    assertThat(vpc.state().text("enhanced_local_route")).isEqualTo("true");
    assertThat(vpc.plan(vpc("enhanced_local_route", "true")).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void theDescriptionGoesWithTheArgument() {
    vpc.apply(vpc("description", "here"));
    vpc.apply(vpc());
    assertThat(inTheCloud().path("description").asText()).isEmpty();
    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void tagsAreReplacedAsAWholeAndRemovedWithTheArgument() {
    vpc.apply(vpc("tags", block("a", "1", "b", "2")));
    vpc.apply(vpc("tags", block("a", "3")));
    assertThat(network.tags("/vpcs/" + vpc.id()))
        .isEqualTo("{\"tags\":[{\"key\":\"a\",\"value\":\"3\"}]}");

    vpc.apply(vpc());
    assertThat(network.tags("/vpcs/" + vpc.id())).isEqualTo("{\"tags\":[]}");
    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void secondaryBlocksComeAndGo() {
    vpc.apply(vpc("secondary_cidrs", List.of("172.16.0.0/16", "172.17.0.0/16")));
    vpc.apply(vpc("secondary_cidrs", List.of("172.17.0.0/16", "172.18.0.0/16")));

    assertThat(network.newer("/vpc/vpcs/" + vpc.id()).at("/vpc/extend_cidrs"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("172.17.0.0/16", "172.18.0.0/16");
    // What is no longer written is the cloud's own affair.
    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aSingleSecondaryBlockIsExchanged() {
    vpc.apply(vpc("secondary_cidr", "172.16.0.0/16"));
    assertThat(vpc.state().texts("secondary_cidrs")).containsExactly("172.16.0.0/16");
    vpc.apply(vpc("secondary_cidr", "172.18.0.0/16"));
    assertThat(vpc.state().texts("secondary_cidrs")).containsExactly("172.18.0.0/16");
    vpc.apply(vpc());
    assertThat(vpc.state().texts("secondary_cidrs")).isEmpty();
    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isMadeAnewInAnotherRegion() {
    vpc.apply(vpc());
    assertThat(vpc.plan(vpc("region", "cn-north-1")).replacing()).containsExactly("region");
  }

  @Test
  void aMoveThatTheCloudDoesNotKnowIsAnErrorAndNotRemembered() {
    vpc.apply(vpc());
    assertThat(vpc.attempt(vpc("enterprise_project_id", "1")))
        .singleElement()
        .asString()
        .contains("/eps/v1.0/enterprise-projects/1/resources-migrate");
    assertThat(vpc.state().text("enterprise_project_id")).isEqualTo("0");
  }

  @Test
  void isImportedByItsId() {
    Object[] config = vpc("tags", block("a", "b"), "description", "here");
    vpc.apply(config);
    Managed imported = terraform.resource("huaweicloud_vpc_v1").imported(vpc.id());
    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void anImportCannotSeeWhatIsNeverReadBack() {
    vpc.apply(vpc());
    Managed imported = terraform.resource("huaweicloud_vpc").imported(vpc.id());
    assertThat(imported.plan(vpc("block_service_endpoint_states", "on")).action())
        .isEqualTo(Action.UPDATE);
  }

  @Test
  void cannotBeImportedIfThereIsNone() {
    assertThat(vpc.tryImport("no-such-net")).isEmpty();
    assertThat(vpc.exists()).isFalse();
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    vpc.apply(vpc());
    network.delete("/vpcs/" + vpc.id());
    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void whatSomebodyElseChangedIsSeenAndTakenBack() {
    vpc.apply(vpc());
    network.put("/vpcs/" + vpc.id(), "{\"vpc\":{\"name\":\"renamed\",\"cidr\":\"10.0.0.0/16\"}}");

    assertThat(vpc.plan(vpc()).action()).isEqualTo(Action.UPDATE);
    assertThat(vpc.state().text("name")).isEqualTo("renamed");
    vpc.apply(vpc());
    assertThat(inTheCloud().path("name").asText()).isEqualTo("net");
  }

  @Test
  void aSecondaryBlockThatIsRefusedLeavesATaintedNetwork() {
    cloud.fault(
        """
        {"on": {"operation": "AddVpcExtendCidr"}, "do": {"status": 500}}""");
    assertThat(vpc.attempt(vpc("secondary_cidrs", List.of("172.16.0.0/16")))).hasSize(1);
    assertThat(vpc.isTainted()).isTrue();
    assertThat(network.isThere("/vpcs/" + vpc.id())).isTrue();
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    cloud.fault(
        """
        {"on": {"operation": "CreateVpc"}, "do": {"status": 409}}""");
    assertThat(vpc.attempt(vpc())).hasSize(1);
    assertThat(vpc.exists()).isFalse();
  }

  @Test
  void aNetworkInUseIsNotGivenUpAndTheUserIsToldWhatIsInTheWay() {
    vpc.apply(vpc("timeouts", block("delete", "1s")));
    Map<String, Object> subnet =
        block("name", "sub", "cidr", "10.0.1.0/24", "gateway_ip", "10.0.1.1", "vpc_id", vpc.id());
    Managed inside = terraform.resource("huaweicloud_vpc_subnet");
    inside.apply(Servers.arguments(subnet));

    assertThat(vpc.tryDestroy())
        .singleElement()
        .asString()
        .contains("timeout while waiting for VPC", "(timeout: 1s)", "VPC.01", "DELETE http");

    assertThat(vpc.exists()).isTrue();
    inside.destroy();
    terraform.resource("huaweicloud_vpc").imported(vpc.id()).destroy();
    assertThat(network.older("/vpcs").path("vpcs")).hasSize(1);
  }

  @Test
  void aDeletionThatIsRefusedOnceIsTriedAgain() {
    vpc.apply(vpc());
    cloud.fault(
        """
        {"on": {"operation": "DeleteVpc"}, "when": {"first": 2},
         "do": {"status": 409}}""");
    vpc.destroy();
    assertThat(network.older("/vpcs").path("vpcs")).hasSize(1);
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    vpc.apply(vpc());
    cloud.fault(
        """
        {"on": {"operation": "DeleteVpc"}, "do": {"status": 500}}""");
    assertThat(vpc.tryDestroy()).hasSize(1);
    assertThat(vpc.exists()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cidr, 10.0.0.1/16, expected cidr to contain a valid network CIDR",
    "cidr, nowhere, expected cidr to contain a valid network CIDR",
    "secondary_cidr, 10.0.0.1/16, expected secondary_cidr to contain a valid network CIDR",
    "enhanced_local_route, perhaps, expected enhanced_local_route to be one of"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(vpc.validate(vpc(argument, value))).singleElement().asString().contains(message);
  }

  @Test
  void oneSecondaryBlockOrMany() {
    Object[] config =
        vpc("secondary_cidr", "172.16.0.0/16", "secondary_cidrs", List.of("172.17.0.0/16"));
    assertThat(vpc.validate(config)).singleElement().asString().contains("conflicts with");
  }
}
