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

class AnEipInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private final Networking network = new Networking(cloud);
  private Terraform terraform;
  private Managed eip;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    eip = terraform.resource("huaweicloud_vpc_eip");
  }

  private static Object[] eip(Object... more) {
    return Networking.with(block("publicip", address(), "bandwidth", bandwidth()), more);
  }

  private static List<Object> address(Object... more) {
    return listed(block("type", "5_bgp"), more);
  }

  private static List<Object> bandwidth(Object... more) {
    return listed(
        block("name", "bw", "size", 5, "share_type", "PER", "charge_mode", "traffic"), more);
  }

  private static List<Object> listed(Map<String, Object> least, Object... more) {
    least.putAll(block(more));
    return List.of(least);
  }

  private JsonNode inTheCloud() {
    return network.older("/publicips/" + eip.id()).path("publicip");
  }

  private JsonNode itsBandwidth() {
    return network
        .older("/bandwidths/" + inTheCloud().path("bandwidth_id").asText())
        .path("bandwidth");
  }

  @Test
  void isMadeWithAllThatIsWrittenAndThenThereIsNothingToDo() {
    Object[] config =
        eip("name", "front", "description", "what it is for", "tags", block("a", "b"));
    eip.apply(config);

    assertThat(eip.state().text("address"))
        .isEqualTo(inTheCloud().path("public_ip_address").asText())
        .isEqualTo(eip.state().block("publicip").text("ip_address"));
    assertThat(eip.state().text("status")).isEqualTo("UNBOUND");
    assertThat(eip.state().text("charging_mode")).isEqualTo("postPaid");
    assertThat(eip.state().text("region")).isEqualTo("cn-north-4");
    assertThat(eip.state().block("bandwidth").text("id")).isNotEmpty();
    assertThat(inTheCloud().path("alias").asText()).isEqualTo("front");
    assertThat(inTheCloud().path("tags").toString()).contains("a=b");
    assertThat(network.newer("/eip/publicips/" + eip.id()).at("/publicip/description").asText())
        .isEqualTo("what it is for");
    assertThat(eip.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsNameIsChangedInPlaceAndGoesWithTheArgument() {
    String port = network.port();
    Object[] bound = eip("name", "front", "publicip", address("port_id", port));
    eip.apply(bound);
    eip.apply(eip("name", "other", "publicip", address("port_id", port)));
    assertThat(inTheCloud().path("alias").asText()).isEqualTo("other");
    eip.apply(eip("publicip", address("port_id", port)));
    assertThat(inTheCloud().path("alias").asText()).isEmpty();
    assertThat(inTheCloud().path("port_id").asText()).as("still bound").isEqualTo(port);
  }

  @Test
  void itsDescriptionAndTagsAreChangedInPlace() {
    eip.apply(eip("description", "here", "tags", block("a", "1", "b", "2")));
    eip.apply(eip("description", "there", "tags", block("a", "3")));
    assertThat(eip.state().text("description")).isEqualTo("there");
    assertThat(inTheCloud().path("tags").toString()).isEqualTo("[\"a=3\"]");
    eip.apply(eip());
    assertThat(inTheCloud().path("tags")).isEmpty();
    assertThat(eip.plan(eip()).action()).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"name, other", "size, 10", "charge_mode, bandwidth"})
  void itsBandwidthIsChangedInPlace(String argument, String value) {
    eip.apply(eip());
    String id = eip.id();
    Object[] config = eip("bandwidth", bandwidth(argument, value));
    assertThat(eip.plan(config).action()).isEqualTo(Action.UPDATE);
    eip.apply(config);
    assertThat(eip.id()).isEqualTo(id);
    assertThat(itsBandwidth().path(argument).asText()).isEqualTo(value);
    assertThat(eip.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void goesFromPortToPort() {
    String first = network.port();
    String second = network.port();
    eip.apply(eip("publicip", address("port_id", first)));
    assertThat(eip.state().text("status")).isEqualTo("BOUND");
    assertThat(eip.state().text("port_id")).isEqualTo(first);
    String address = eip.state().text("private_ip");
    assertThat(address).isNotEmpty();

    Object[] moved = eip("publicip", address("port_id", second));
    eip.apply(moved);
    assertThat(inTheCloud().path("port_id").asText()).isEqualTo(second);
    assertThat(eip.state().text("port_id")).isEqualTo(second);
    assertThat(eip.state().text("private_ip")).isNotEqualTo(address);
    assertThat(eip.plan(moved).action()).isEqualTo(Action.NOTHING);
    eip.destroy();
  }

  @Test
  void takesItsBandwidthFromOneThatIsThere() {
    List<Object> lent = List.of(block("share_type", "WHOLE", "id", sharedBandwidth()));
    eip.apply(eip("bandwidth", lent));
    assertThat(eip.state().block("bandwidth").text("name")).isEqualTo("shared");
    assertThat(eip.state().block("bandwidth").number("size")).isEqualTo(10);
    assertThat(eip.plan(eip("bandwidth", lent)).action()).isEqualTo(Action.NOTHING);
  }

  private String sharedBandwidth() {
    return cloud
        .http()
        .post(
            "/vpc/v2.0/" + Servers.PROJECT + "/bandwidths",
            "{\"bandwidth\":{\"name\":\"shared\",\"size\":10}}")
        .at("/bandwidth/id");
  }

  @ParameterizedTest
  @CsvSource({"type, 5_sbgp", "ip_address, 198.18.0.9"})
  void anotherAddressIsAnotherEip(String argument, String value) {
    eip.apply(eip());
    assertThat(eip.plan(eip("publicip", address(argument, value))).replacing())
        .containsExactly("publicip.0." + argument);
  }

  @Test
  void aSharedBandwidthMeansAnotherEip() {
    eip.apply(eip());
    assertThat(
            eip.plan(eip("bandwidth", List.of(block("share_type", "WHOLE", "id", "1234"))))
                .replacing())
        .containsExactlyInAnyOrder("bandwidth.0.share_type", "bandwidth.0.id");
    assertThat(eip.plan(eip("region", "cn-north-1")).replacing()).containsExactly("region");
    assertThat(eip.plan(eip("auto_pay", "false")).replacing()).containsExactly("auto_pay");
  }

  @Test
  void aSubscriptionIsRefusedByNameAndNotMade() {
    Object[] config =
        eip(
            "charging_mode",
            "prePaid",
            "period_unit",
            "month",
            "period",
            1,
            "bandwidth",
            bandwidth("charge_mode", "bandwidth"));
    assertThat(eip.attempt(config)).singleElement().asString().contains("CreatePrePaidPublicip");
    assertThat(eip.exists()).isFalse();

    eip.apply(eip("bandwidth", bandwidth("charge_mode", "bandwidth")));
    assertThat(eip.attempt(config)).singleElement().asString().contains("ChangePublicipToPeriod");
    assertThat(eip.state().text("charging_mode")).isEqualTo("postPaid");
    assertThat(eip.attempt(eip("auto_renew", "true"))).singleElement().asString().contains("/bss/");
  }

  @Test
  void aSubscriptionWantsABandwidthOfItsOwnThatIsPaidBySize() {
    Object[] subscription = {"charging_mode", "prePaid", "period_unit", "month", "period", 1};
    assertThat(eip.attempt(eip(subscription)))
        .singleElement()
        .asString()
        .contains("the EIP can only be billed by bandwidth in prePaid charging mode");
    Object[] shared = eip(subscription);
    shared[3] = List.of(block("share_type", "WHOLE", "id", "1234"));
    assertThat(eip.attempt(shared))
        .singleElement()
        .asString()
        .contains("shared bandwidth is not supported in prePaid charging mode");
  }

  @Test
  void isImportedByItsId() {
    Object[] config = eip("name", "front", "tags", block("a", "b"));
    eip.apply(config);
    Managed imported = terraform.resource("huaweicloud_vpc_eip_v1").imported(eip.id());
    assertThat(imported.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isPlannedAnewWhenItHasVanished() {
    eip.apply(eip());
    network.delete("/publicips/" + eip.id());
    assertThat(eip.plan(eip()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void isBoundAgainWhenSomebodyElseTookItOffItsPort() {
    Object[] config = eip("publicip", address("port_id", network.port()));
    eip.apply(config);
    network.put("/publicips/" + eip.id(), "{\"publicip\":{}}");
    assertThat(eip.plan(config).action()).isEqualTo(Action.UPDATE);
    eip.apply(config);
    assertThat(inTheCloud().path("status").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void aBindingThatIsRefusedLeavesATaintedEip() {
    assertThat(eip.attempt(eip("publicip", address("port_id", "no-such-port")))).hasSize(1);
    assertThat(eip.isTainted()).isTrue();
    assertThat(inTheCloud().path("status").asText()).isEqualTo("DOWN");
  }

  @Test
  void aRefusedCreationIsNotRemembered() {
    assertThat(eip.attempt(eip("bandwidth", bandwidth("size", 100_000)))).hasSize(1);
    assertThat(eip.exists()).isFalse();
  }

  @Test
  void aDeletionThatFailsLeavesItInTheState() {
    eip.apply(eip());
    cloud.fault("{\"on\": {\"operation\": \"DeletePublicip\"}, \"do\": {\"status\": 500}}");
    assertThat(eip.tryDestroy()).hasSize(1);
    assertThat(eip.exists()).isTrue();
  }

  @Test
  void isGoneFromTheCloudWhenItIsDestroyed() {
    eip.apply(eip());
    String id = eip.id();
    eip.destroy();
    assertThat(network.isThere("/publicips/" + id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "charging_mode, later, expected charging_mode to be one of",
    "period_unit, week, expected period_unit to be one of",
    "auto_renew, perhaps, expected auto_renew to be one of",
    "period, 1, all of `period,period_unit` must be specified"
  })
  void whatCannotBeIsSaidBeforeAnythingIsDone(String argument, String value, String message) {
    assertThat(eip.validate(eip(argument, value)))
        .anySatisfy(error -> assertThat(error).contains(message));
  }

  @Test
  void itsBlocksAreCheckedToo() {
    assertThat(eip.validate(eip("publicip", address("ip_address", "here"))))
        .singleElement()
        .asString()
        .contains("valid IPv4 address");
    assertThat(eip.validate(eip("publicip", address("ip_version", 5))))
        .singleElement()
        .asString()
        .contains("ip_version to be one of");
    assertThat(eip.validate(eip("bandwidth", bandwidth("id", "1234"))))
        .anySatisfy(error -> assertThat(error).contains("only one of"));
    assertThat(eip.validate(eip("bandwidth", List.of(block("share_type", "PER", "name", "bw")))))
        .anySatisfy(error -> assertThat(error).contains("must be specified"));
    assertThat(
            eip.validate(
                eip("publicip", address("ip_address", "198.18.0.9"), "auto_renew", "true")))
        .anySatisfy(error -> assertThat(error).contains("conflicts with"));
  }
}
