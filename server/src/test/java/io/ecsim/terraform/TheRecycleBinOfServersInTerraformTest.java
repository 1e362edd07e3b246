package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The recycle bin of servers: switched on, filled, emptied. */
class TheRecycleBinOfServersInTerraformTest {
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

  private Managed on() {
    return terraform
        .resource("huaweicloud_compute_recycle_policy")
        .apply("recycle_threshold_day", 1, "retention_hour", 24);
  }

  /** A server that is old enough when it is destroyed. */
  private String thrownAway() {
    server.apply(servers.config());
    String id = server.id();
    cloud.http().post("/_ecsim/clock/advance", "{\"by\": \"P2D\"}");
    server.destroy();
    return id;
  }

  private List<Values> inTheBin(Object... filters) {
    return terraform.data("huaweicloud_compute_recycle_bin_servers", filters).blocks("servers");
  }

  private HttpAnswer bin() {
    return cloud.http().get("/ecs/v1/" + Servers.PROJECT + "/recycle-bin");
  }

  @Test
  void isOnAsLongAsItsPolicyIsThere() {
    Managed policy = on();
    assertThat(policy.id()).isEqualTo(Servers.PROJECT);
    assertThat(bin().at("/switch")).isEqualTo("on");
    assertThat(bin().at("/policy/retention_hour")).isEqualTo("24");
    Object[] same = {"recycle_threshold_day", 1, "retention_hour", 24};
    assertThat(policy.plan(same).action()).isEqualTo(Action.NOTHING);

    Object[] longer = {"recycle_threshold_day", 2, "retention_hour", 48};
    assertThat(policy.plan(longer).action()).isEqualTo(Action.UPDATE);
    policy.apply(longer);
    assertThat(bin().at("/policy/recycle_threshold_day")).isEqualTo("2");
    assertThat(policy.plan(longer).action()).isEqualTo(Action.NOTHING);
    assertThat(
            terraform
                .resource("huaweicloud_compute_recycle_policy")
                .imported("whatever")
                .plan(longer)
                .action())
        .isEqualTo(Action.NOTHING);

    policy.destroy();
    assertThat(bin().at("/switch")).isEqualTo("off");
  }

  @Test
  void isPlannedAnewWhenSomebodySwitchedItOff() {
    Managed policy = on();
    cloud
        .http()
        .put(
            "/ecs/v1/" + Servers.PROJECT + "/recycle-bin",
            "{\"recycle_bin\": {\"switch\": \"off\"}}");
    assertThat(policy.plan("recycle_threshold_day", 1, "retention_hour", 24).action())
        .isEqualTo(Action.CREATE);
  }

  @Test
  void aDestroyedServerIsSeenThere() {
    on();
    String id = thrownAway();
    assertThat(server.exists()).isFalse();
    assertThat(inTheBin()).hasSize(1);
    Values found = inTheBin("name", "web").get(0);
    assertThat(found.text("id")).isEqualTo(id);
    assertThat(found.text("status")).isEqualTo("SOFT_DELETED");
    assertThat(found.text("os_ext_az_availability_zone")).isEqualTo("cn-north-4a");
    assertThat(found.block("flavor").text("id")).isEqualTo("s3.large.2");
    assertThat(inTheBin("name", "other")).isEmpty();
  }

  @Test
  void whatIsTakenOutIsAServerAgain() {
    on();
    String id = thrownAway();
    Managed recovery = terraform.resource("huaweicloud_compute_recycle_bin_server_recover");
    recovery.apply("server_id", id);

    assertThat(recovery.id()).isEqualTo(id);
    assertThat(inTheBin()).isEmpty();
    assertThat(terraform.resource("huaweicloud_compute_instance").imported(id).state().text("name"))
        .isEqualTo("web");
    assertThat(recovery.plan("server_id", id).action()).isEqualTo(Action.NOTHING);
    assertThat(recovery.plan("server_id", "x").errors())
        .singleElement()
        .asString()
        .startsWith("server_id can't be updated, " + id + " -> x");
  }

  @Test
  void whatIsDeletedThereIsGone() {
    on();
    String id = thrownAway();
    terraform.resource("huaweicloud_compute_recycle_bin_server_delete").apply("server_id", id);
    assertThat(inTheBin()).isEmpty();
    Managed again = terraform.resource("huaweicloud_compute_recycle_bin_server_recover");
    assertThat(again.attempt("server_id", id)).hasSize(1);
    assertThat(again.exists()).isFalse();
  }
}
