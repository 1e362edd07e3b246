package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What data sources tell of servers, flavors, zones and quotas. */
class QuestionsAboutServersTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Servers servers;
  private Terraform terraform;
  private Managed server;

  @BeforeEach
  void attach() {
    servers = new Servers(cloud);
    terraform = Terraform.at(cloud.url());
    server = terraform.resource("huaweicloud_compute_instance").apply(servers.config());
  }

  private Values ask(String source, Object... config) {
    return terraform.data("huaweicloud_compute_" + source, config);
  }

  @Test
  void zonesAreShownInTwoWays() {
    assertThat(ask("availability_zones").blocks("availability_zones"))
        .hasSize(3)
        .extracting(zone -> zone.text("availability_zone_id"))
        .contains("cn-north-4a");
    assertThat(ask("availability_zones_v2").texts("names")).contains("cn-north-4a").hasSize(3);
    assertThat(ask("availability_zones_v2", "state", "Unavailable").texts("names")).isEmpty();
  }

  @Test
  void quotasSayWhatIsUsed() {
    Values before = ask("quotas").block("absolute");
    assertThat(before.number("max_total_instances")).isPositive();
    assertThat(before.number("total_instances_used")).isEqualTo(1);
    assertThat(before.number("total_cores_used")).isEqualTo(2);
    assertThat(before.number("total_ram_used")).isEqualTo(4096);
    server.destroy();
    assertThat(ask("quotas").block("absolute").number("total_instances_used")).isZero();
  }

  @Test
  void theDisksOfAServerAreListed() {
    List<Values> disks =
        ask("volume_attachments", "server_id", server.id()).blocks("volume_attachments");
    assertThat(disks).hasSize(1);
    assertThat(disks.get(0).text("server_id")).isEqualTo(server.id());
    assertThat(disks.get(0).text("volume_id")).isEqualTo(server.state().text("system_disk_id"));
    assertThat(disks.get(0).text("device")).isEqualTo("/dev/vda");
  }

  @Test
  void itIsKnownHowManyDisksMoreFit() {
    Values quota = ask("appendable_volume_quota", "server_id", server.id());
    assertThat(quota.number("quota_count")).isPositive();
    assertThat(quota.number("free_scsi")).isPositive();
    assertThat(quota.number("free_blk")).isPositive();
  }

  @Test
  void itIsKnownHowManyCardsMoreFit() {
    Values nics = ask("attachable_nics", "server_id", server.id());
    assertThat(nics.block("attachable_quantity").number("free_nic")).isPositive();
    assertThat(nics.blocks("interface_attachments")).hasSize(1);
    Values card = nics.block("interface_attachments");
    assertThat(card.text("net_id")).isEqualTo(cloud.subnet(Servers.PROJECT));
    assertThat(card.block("fixed_ips").text("ip_address"))
        .isEqualTo(server.state().text("access_ip_v4"));
  }

  @Test
  void aFlavorIsSoldWhereItIsSold() {
    assertThat(ask("flavor_capacity", "flavor_id", "s3.large.2").blocks("resources"))
        .isNotEmpty()
        .allMatch(place -> place.text("region_id").equals("cn-north-4"));
    List<Values> policies =
        ask("flavor_sales_policies", "sell_mode", "spot").blocks("sell_policies");
    assertThat(policies)
        .isNotEmpty()
        .allMatch(policy -> policy.text("sell_mode").equals("spot"))
        .allMatch(policy -> policy.has("id"));
    String flavor = policies.get(0).text("flavor_id");
    assertThat(ask("flavor_sales_policies", "flavor_id", flavor).blocks("sell_policies"))
        .isNotEmpty()
        .allMatch(policy -> policy.text("flavor_id").startsWith(flavor));
  }

  @Test
  void aServerCanBeGivenAnotherFlavor() {
    List<Values> flavors = ask("resize_flavors", "instance_uuid", server.id()).blocks("flavors");
    assertThat(flavors)
        .extracting(flavor -> flavor.text("id"))
        .contains("s3.xlarge.2")
        .doesNotContain("s3.large.2");
    Values one = flavors.get(0);
    assertThat(one.number("ram")).isPositive();
    assertThat(one.block("extra_specs").text("ecs_performancetype")).isNotEmpty();
  }

  @Test
  void thereIsAConsole() {
    Values console = ask("instance_remote_console", "instance_id", server.id());
    assertThat(console.text("url")).startsWith("http");
    assertThat(console.text("protocol")).isEqualTo("vnc");
    assertThat(console.text("id")).isEqualTo(server.id());
  }

  @Test
  void aServerOfLinuxHasNoFirstPassword() {
    assertThat(ask("password", "server_id", server.id()).filled("password")).isNull();
  }

  @Test
  void itIsRecommendedWhereToGo() {
    Values answer =
        ask(
            "supply_recommendations",
            "flavor_ids",
            List.of("s3.large.2"),
            "locations",
            List.of(block("region_id", "cn-north-4")));
    assertThat(answer.blocks("supply_recommendations"))
        .isNotEmpty()
        .allMatch(one -> one.text("flavor_id").equals("s3.large.2"))
        .allMatch(one -> one.has("score"));
  }

  @Test
  void whatAServerIsAskedForThatThereIsNotIsAnError() {
    for (String source :
        List.of("volume_attachments", "appendable_volume_quota", "attachable_nics", "password")) {
      assertThat(terraform.ask("huaweicloud_compute_" + source, "server_id", "x").errors())
          .as(source)
          .hasSize(1);
    }
  }
}
