package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class APublicAddressOfAServerInTerraformTest {
  private static final String EIPS = "/vpc/v1/" + Servers.PROJECT + "/publicips";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed server;
  private Managed association;
  private HttpAnswer eip;

  @BeforeEach
  void makeBoth() {
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance");
    server.apply(new Servers(cloud).config());
    association = terraform.resource("huaweicloud_compute_eip_associate");
    eip =
        cloud
            .http()
            .post(
                EIPS,
                """
                {"publicip": {"type": "5_bgp"},
                 "bandwidth": {"name": "b", "size": 5, "share_type": "PER"}}""");
    cloud.idle();
  }

  private Object[] config(Object... more) {
    Map<String, Object> config = block("instance_id", server.id(), "public_ip", address());
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  private String address() {
    return eip.at("/publicip/public_ip_address");
  }

  @Test
  void isThereAndThenThereIsNothingToDo() {
    association.apply(config());
    String fixed = server.state().text("access_ip_v4");
    assertThat(association.id()).isEqualTo(address() + "/" + server.id() + "/" + fixed);
    assertThat(association.state().text("fixed_ip")).isEqualTo(fixed);
    assertThat(association.state().text("port_id"))
        .isEqualTo(server.state().block("network").text("port"));
    assertThat(association.plan(config()).action()).isEqualTo(Action.NOTHING);

    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("public_ip")).isEqualTo(address());
  }

  @ParameterizedTest
  @CsvSource({"instance_id, 1234", "public_ip, 1.2.3.4", "fixed_ip, 10.9.9.9"})
  void everyChangeIsAnotherAssociation(String argument, String value) {
    association.apply(config());
    assertThat(association.plan(config(argument, value)).replacing()).containsExactly(argument);
  }

  @Test
  void isImported() {
    association.apply(config());
    Managed imported =
        terraform.resource("huaweicloud_compute_eip_associate").imported(association.id());
    assertThat(imported.plan(config()).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isPlannedAnewWhenSomebodyUnboundIt() {
    association.apply(config());
    cloud.http().put(EIPS + "/" + eip.at("/publicip/id"), "{\"publicip\": {}}");
    cloud.idle();
    assertThat(association.plan(config()).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void leavesServerAndAddressBehind() {
    association.apply(config());
    association.destroy();
    assertThat(cloud.http().get(EIPS + "/" + eip.at("/publicip/id")).at("/publicip/status"))
        .isEqualTo("DOWN");
  }

  @Test
  void anAddressThatIsNotThereIsNamed() {
    assertThat(association.attempt(config("public_ip", "1.2.3.4")))
        .singleElement()
        .asString()
        .contains("queried none results with 1.2.3.4");
    assertThat(association.exists()).isFalse();
  }

  @Test
  void isAnAddressOrABandwidth() {
    assertThat(association.validate("instance_id", "1234"))
        .anySatisfy(error -> assertThat(error).contains("one of `bandwidth_id,public_ip` must be"));
    assertThat(association.validate(config("bandwidth_id", "1234", "fixed_ip", "2001:db8::1")))
        .anySatisfy(error -> assertThat(error).contains("only one of"));
  }
}
