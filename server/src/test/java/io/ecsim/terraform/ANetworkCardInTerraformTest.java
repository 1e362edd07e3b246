package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A network card at a server. */
class ANetworkCardInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed server;
  private Managed card;

  @BeforeEach
  void attach() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
    card = terraform.resource("huaweicloud_compute_interface_attach");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config =
        block("instance_id", server.id(), "network_id", cloud.subnet(Servers.PROJECT));
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  private HttpAnswer cards() {
    return cloud
        .http()
        .get("/ecs/v1/" + Servers.PROJECT + "/cloudservers/" + server.id() + "/os-interface");
  }

  private HttpAnswer port() {
    return cloud.http().get("/vpc/v1/" + Servers.PROJECT + "/ports/" + card.id());
  }

  @Test
  void isThereAndThenThereIsNothingToDo() {
    card.apply(config());

    assertThat(cards().json().at("/interfaceAttachments")).hasSize(2);
    Values state = card.state();
    assertThat(state.text("port_id")).isEqualTo(card.id());
    assertThat(state.text("fixed_ip")).startsWith("192.168.");
    assertThat(state.text("mac")).isNotEmpty();
    assertThat(state.isSet("source_dest_check")).isTrue();
    assertThat(card.plan(config()).action()).isEqualTo(Action.NOTHING);
    // Cards that are attached are nobody's business but their own.
    assertThat(server.plan(servers.config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isMadeWithAllThatIsWritten() {
    String one = servers.securityGroup("one");
    String two = servers.securityGroup("two");
    Object[] config =
        config(
            "fixed_ip",
            "192.168.0.78",
            "security_group_ids",
            List.of(two, one),
            "source_dest_check",
            false,
            "delete_on_termination",
            "false");
    card.apply(config);

    assertThat(card.refresh()).isEmpty();
    assertThat(card.state().text("fixed_ip")).isEqualTo("192.168.0.78");
    assertThat(card.state().texts("security_group_ids")).containsExactly(two, one);
    assertThat(card.state().text("delete_on_termination")).isEqualTo("false");
    assertThat(card.state().isSet("source_dest_check")).isFalse();
    assertThat(card.plan(config).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void whatItLetsThroughIsChangedInPlace() {
    card.apply(config());
    String id = card.id();
    String group = servers.securityGroup("one");
    Object[] open = config("source_dest_check", false, "security_group_ids", List.of(group));

    assertThat(card.plan(open).action()).isEqualTo(Action.UPDATE);
    card.apply(open);

    assertThat(card.id()).isEqualTo(id);
    assertThat(port().at("/port/allowed_address_pairs/0/ip_address")).isEqualTo("1.1.1.1/0");
    assertThat(port().at("/port/security_groups/0")).isEqualTo(group);
    assertThat(card.plan(open).action()).isEqualTo(Action.NOTHING);

    card.apply(config("security_group_ids", List.of(group)));
    assertThat(port().json().at("/port/allowed_address_pairs")).isEmpty();
  }

  @Test
  void mayOutliveItsServer() {
    card.apply(config());
    Object[] stays = config("delete_on_termination", "false");
    card.apply(stays);
    assertThat(card.refresh()).isEmpty();
    assertThat(card.state().text("delete_on_termination")).isEqualTo("false");
    assertThat(card.plan(stays).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void anotherAddressIsAskedForInPlaceButOnlyTheFirstCardOfAStoppedServerGetsOne() {
    card.apply(config("fixed_ip", "192.168.0.78"));
    Object[] other = config("fixed_ip", "192.168.0.79", "source_dest_check", false);
    assertThat(card.plan(other).action()).isEqualTo(Action.UPDATE);
    assertThat(card.attempt(other)).singleElement().asString().contains("Ecs.0100");
    assertThat(card.refresh()).isEmpty();
    assertThat(card.state().text("fixed_ip")).isEqualTo("192.168.0.78");
    assertThat(card.state().isSet("source_dest_check")).isTrue();
  }

  @Test
  void anotherSubnetIsAskedForInPlaceAndTheCloudWantsAnAddressWithIt() {
    card.apply(config());
    Object[] elsewhere = config("network_id", servers.anotherSubnet());
    var plan = card.plan(elsewhere);
    assertThat(plan.action()).isEqualTo(Action.UPDATE);
    assertThat(plan.isUnknown("fixed_ip")).isTrue();
    assertThat(card.attempt(elsewhere)).singleElement().asString().contains("Ecs.0005");
    assertThat(card.state().text("network_id")).isEqualTo(cloud.subnet(Servers.PROJECT));
  }

  @Test
  void anotherServerMeansAnotherCard() {
    card.apply(config());
    assertThat(card.plan(config("instance_id", "1234")).replacing()).containsExactly("instance_id");
    assertThat(card.plan(config("ipv6_bandwidth_id", "1234")).replacing())
        .containsExactly("ipv6_bandwidth_id");
  }

  @Test
  void isInOneNetworkOrOnOnePort() {
    assertThat(card.validate(config("network_id", null)))
        .anySatisfy(error -> assertThat(error).contains("one of `network_id,port_id`"));
    assertThat(card.validate(config("port_id", "1234")))
        .anySatisfy(error -> assertThat(error).contains("only one of `network_id,port_id`"));
  }

  @Test
  void isImportedByBothIds() {
    card.apply(config());
    Managed imported =
        terraform
            .resource("huaweicloud_compute_interface_attach")
            .imported(server.id() + "/" + card.id());
    assertThat(imported.plan(config()).action()).isEqualTo(Action.NOTHING);
    assertThat(card.tryImport(card.id()))
        .singleElement()
        .asString()
        .contains("must be <instance_id>/<port_id>");
  }

  @Test
  void isPlannedAnewWhenSomebodyTookItAway() {
    card.apply(config());
    cloud
        .http()
        .post(
            "/ecs/v1/" + Servers.PROJECT + "/cloudservers/" + server.id() + "/nics/delete",
            "{\"nics\": [{\"id\": \"" + card.id() + "\"}]}");
    cloud.idle();
    assertThat(card.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void aCardThatCannotBeAddedIsNotRemembered() {
    cloud.fault("{\"on\": {\"edge\": \"server.add-nic\"}, \"do\": {\"fail\": true}}");
    assertThat(card.attempt(config())).singleElement().asString().contains("job");
    assertThat(card.exists()).isFalse();
  }

  @Test
  void aCardThatCannotBeTakenAwayStaysInTheState() {
    card.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"server.delete-nic\"}, \"do\": {\"fail\": true}}");
    assertThat(card.tryDestroy()).hasSize(1);
    assertThat(card.exists()).isTrue();
  }

  @Test
  void goesWithoutTrace() {
    Set<String> before = cloud.resources();
    card.apply(config());
    card.destroy();
    assertThat(cloud.resources()).isEqualTo(before);
  }
}
