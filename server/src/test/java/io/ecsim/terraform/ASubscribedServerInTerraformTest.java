package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A server that is paid for in advance, or is sold to whoever pays most. */
class ASubscribedServerInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed server;

  @BeforeEach
  void attach() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config =
        block("charging_mode", "prePaid", "period_unit", "month", "period", 1);
    config.putAll(block(more));
    return servers.config(Servers.arguments(config));
  }

  @Test
  void isThereWhenItIsPaidAndThenThereIsNothingToDo() {
    server.apply(config());
    assertThat(server.state().text("charging_mode")).isEqualTo("prePaid");
    assertThat(server.state().text("expired_time")).isNotEmpty();
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
    assertThat(server.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isGivenBackWhenItIsDestroyed() {
    server.apply(config());
    String id = server.id();
    server.destroy();
    assertThat(servers.get(id).status()).isEqualTo(404);
  }

  @Test
  void isSubscribedLaterInPlace() {
    server.apply(servers.config());
    String id = server.id();
    Object[] subscribed = config();
    assertThat(server.plan(subscribed).action()).isEqualTo(Action.UPDATE);
    server.apply(subscribed);
    assertThat(server.id()).isEqualTo(id);
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("charging_mode")).isEqualTo("prePaid");
    assertThat(server.plan(subscribed).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void renewsItselfOrNot() {
    server.apply(config("auto_renew", "false"));
    Object[] renewed = config("auto_renew", "true");
    assertThat(server.plan(renewed).action()).isEqualTo(Action.UPDATE);
    server.apply(renewed);
    assertThat(server.plan(renewed).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void getsAnotherFlavorInPlaceByAnOrder() {
    server.apply(config());
    String id = server.id();
    Object[] larger = config("flavor_id", "s3.xlarge.2");
    assertThat(server.plan(larger).action()).isEqualTo(Action.UPDATE);
    server.apply(larger);
    assertThat(server.id()).isEqualTo(id);
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("flavor_id")).isEqualTo("s3.xlarge.2");
    assertThat(server.state().text("charging_mode")).isEqualTo("prePaid");
    assertThat(server.plan(larger).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void takesItsAddressAlong() {
    Object[] config =
        config(
            "eip_type",
            "5_bgp",
            "bandwidth",
            List.of(block("share_type", "PER", "size", 5, "charge_mode", "traffic")));
    server.apply(config);
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("public_ip")).isNotEmpty();
  }

  @Test
  void maySellItselfToWhoeverPaysMost() {
    Object[] config = servers.config("charging_mode", "spot", "spot_maximum_price", "1");
    server.apply(config);
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("charging_mode")).isEqualTo("spot");
    assertThat(server.plan(config).action()).isEqualTo(Action.NOTHING);
  }
}
