package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The changes of a server that take their time, and what is left when they fail. */
class AServerChangesInTerraformTest {
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
    return servers.config(more);
  }

  private String inTheCloud(String pointer) {
    return servers.get(server.id()).at("/server" + pointer);
  }

  /** A public image that the others are not made from. */
  private String anotherImage() {
    return terraform
        .data("huaweicloud_images_images", "visibility", "public", "name_regex", "^CentOS")
        .block("images")
        .text("id");
  }

  @Test
  void getsAnotherFlavorInPlace() {
    server.apply(config());
    String id = server.id();
    Object[] larger = config("flavor_id", "s3.xlarge.2");

    server.apply(larger);

    assertThat(server.id()).isEqualTo(id);
    assertThat(server.state().text("flavor_name")).isEqualTo("s3.xlarge.2");
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
    assertThat(inTheCloud("/flavor/id")).isEqualTo("s3.xlarge.2");
    assertThat(server.plan(larger).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aFlavorMayBeGivenByName() {
    server.apply(config("flavor_id", null, "flavor_name", "s3.large.2"));
    server.apply(config("flavor_id", null, "flavor_name", "s3.xlarge.2"));
    assertThat(server.state().text("flavor_id")).isEqualTo("s3.xlarge.2");
  }

  @Test
  void aResizeThatFailsLeavesTheOldFlavor() {
    server.apply(config());
    cloud.fault("{\"on\": {\"edge\": \"server.resize\"}, \"do\": {\"fail\": \"Ecs.0207\"}}");

    assertThat(server.attempt(config("flavor_id", "s3.xlarge.2", "name", "other")))
        .singleElement()
        .asString()
        .contains("Ecs.0207", "job");

    assertThat(server.isTainted()).isFalse();
    // What was done before stays done.
    assertThat(server.state().text("name")).isEqualTo("other");
    assertThat(server.state().text("flavor_id")).isEqualTo("s3.large.2");
    assertThat(server.plan(config("flavor_id", "s3.xlarge.2", "name", "other")).action())
        .isEqualTo(Action.UPDATE);
    assertThat(inTheCloud("/flavor/id")).isEqualTo("s3.large.2");
  }

  @Test
  void getsAnotherSystemInPlace() {
    server.apply(config("admin_pass", "Abcd!2345", "tags", block("role", "web")));
    String id = server.id();
    String disk = server.state().text("system_disk_id");
    String address = server.state().text("access_ip_v4");
    Object[] other =
        config("admin_pass", "Abcd!2345", "tags", block("role", "web"), "image_id", anotherImage());

    var plan = server.plan(other);
    assertThat(plan.isUnknown("system_disk_id")).isTrue();
    assertThat(plan.isUnknown("volume_attached")).isTrue();
    server.apply(other);

    assertThat(server.id()).isEqualTo(id);
    assertThat(server.state().text("image_name")).startsWith("CentOS");
    assertThat(server.state().text("system_disk_id")).isNotEqualTo(disk);
    assertThat(server.state().text("access_ip_v4")).isEqualTo(address);
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
    assertThat(server.plan(other).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aNewSystemMayComeWithALargerDisk() {
    server.apply(config("admin_pass", "Abcd!2345", "system_disk_size", 40));
    Object[] other =
        config("admin_pass", "Abcd!2345", "image_id", anotherImage(), "system_disk_size", 60);
    server.apply(other);
    assertThat(server.state().number("system_disk_size")).isEqualTo(60);
    assertThat(server.plan(other).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void aChangeOfSystemThatFailsIsTriedAgain() {
    server.apply(config("admin_pass", "Abcd!2345"));
    Object[] other = config("admin_pass", "Abcd!2345", "image_id", anotherImage());
    cloud.fault(
        """
        {"on": {"edge": "server.change-os"}, "when": {"first": 1}, "do": {"fail": true}}""");

    assertThat(server.attempt(other)).singleElement().asString().contains("Ecs.", "job");
    assertThat(server.state().text("image_id")).isEqualTo(cloud.image());
    assertThat(server.plan(other).action()).isEqualTo(Action.UPDATE);
    server.apply(other);
    assertThat(server.state().text("status")).isEqualTo("ACTIVE");
    assertThat(server.plan(other).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsFirstCardMovesToAnotherSubnet() {
    server.apply(config());
    String subnet = servers.anotherSubnet();
    Object[] elsewhere = config("network", List.of(block("uuid", subnet)));
    server.apply(elsewhere);
    assertThat(server.state().text("access_ip_v4")).startsWith("192.168.77.");
    assertThat(server.state().block("network").text("uuid")).isEqualTo(subnet);
    assertThat(server.plan(elsewhere).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsFirstCardGetsAnotherAddress() {
    server.apply(config("network", List.of(servers.card("fixed_ip_v4", "192.168.0.77"))));
    Object[] other = config("network", List.of(servers.card("fixed_ip_v4", "192.168.0.78")));
    server.apply(other);
    assertThat(server.state().text("access_ip_v4")).isEqualTo("192.168.0.78");
    assertThat(server.plan(other).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void itsSecurityGroupsByNameAreChangedInPlace() {
    String two = servers.securityGroup("two");
    servers.securityGroup("one");
    server.apply(config("security_groups", List.of("one")));
    server.apply(config("security_groups", List.of("two")));
    assertThat(server.state().texts("security_group_ids")).containsExactly(two);
    assertThat(server.plan(config("security_groups", List.of("two"))).action())
        .isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"REBOOT, ACTIVE", "FORCE-REBOOT, ACTIVE", "OFF, SHUTOFF", "FORCE-OFF, SHUTOFF"})
  void isSwitchedAsTheConfigurationSays(String action, String status) {
    server.apply(config());
    server.apply(config("power_action", action));
    assertThat(inTheCloud("/status")).isEqualTo(status);
    assertThat(server.state().text("status")).isEqualTo(status);
    assertThat(server.plan(config("power_action", action)).action()).isEqualTo(Action.NOTHING);
  }
}
