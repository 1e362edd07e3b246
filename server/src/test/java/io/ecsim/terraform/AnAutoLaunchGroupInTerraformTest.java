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
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group that starts servers by itself. */
class AnAutoLaunchGroupInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed template;
  private Managed group;

  @BeforeEach
  void makeATemplate() {
    terraform = Terraform.at(cloud.url());
    template =
        terraform
            .resource("huaweicloud_compute_template")
            .apply(
                "name",
                "web",
                "template_data",
                List.of(
                    block(
                        "flavor_id",
                        "s3.large.2",
                        "availability_zone_id",
                        "cn-north-4a",
                        "network_interfaces",
                        List.of(
                            block(
                                "virsubnet_id",
                                cloud.subnet(Servers.PROJECT),
                                "attachment",
                                List.of(block("device_index", 0)))),
                        "block_device_mappings",
                        List.of(
                            block(
                                "source_id",
                                cloud.image(),
                                "source_type",
                                "image",
                                "volume_type",
                                "SAS",
                                "volume_size",
                                40,
                                "attachment",
                                List.of(block("boot_index", 0)))))));
    group = terraform.resource("huaweicloud_compute_auto_launch_group");
  }

  private Object[] config(Object... more) {
    Map<String, Object> config =
        block(
            "name",
            "web",
            "target_capacity",
            4,
            "stable_capacity",
            4,
            "launch_template_id",
            template.id(),
            "launch_template_version",
            "1",
            "overrides",
            List.of(
                block("availability_zone", "cn-north-4a", "flavor_id", "s3.large.2"),
                block("availability_zone", "cn-north-4b", "flavor_id", "s3.large.2")));
    config.putAll(block(more));
    return Servers.arguments(config);
  }

  @Test
  void isMadeAndThenThereIsNothingToDo() {
    group.apply(config());
    cloud.idle();
    assertThat(group.refresh()).isEmpty();
    assertThat(group.state().text("launch_template_id")).isEqualTo(template.id());
    assertThat(group.state().blocks("overrides")).hasSize(2);
    assertThat(group.plan(config()).action()).isEqualTo(Action.NOTHING);
    assertThat(
            terraform
                .data(
                    "huaweicloud_compute_auto_launch_group_instances",
                    "auto_launch_group_id",
                    group.id())
                .blocks("instances"))
        .hasSize(2);
  }

  @Test
  void theOrderOfItsOverridesMeansNothing() {
    group.apply(config());
    Object[] turned =
        config(
            "overrides",
            List.of(
                block("availability_zone", "cn-north-4b", "flavor_id", "s3.large.2"),
                block("availability_zone", "cn-north-4a", "flavor_id", "s3.large.2")));
    assertThat(group.plan(turned).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void isRenamedAndGrowsInPlace() {
    group.apply(config());
    Object[] larger = config("name", "shop", "target_capacity", 6);
    assertThat(group.plan(larger).action()).isEqualTo(Action.UPDATE);
    group.apply(larger);
    assertThat(group.refresh()).isEmpty();
    assertThat(group.state().text("name")).isEqualTo("shop");
    assertThat(group.state().number("target_capacity")).isEqualTo(6);
  }

  @Test
  void otherOverridesMeanAnotherGroup() {
    group.apply(config());
    assertThat(
            group
                .plan(
                    config(
                        "overrides",
                        List.of(
                            block("availability_zone", "cn-north-4a", "flavor_id", "s3.large.2"))))
                .replacing())
        .containsExactly("overrides");
    assertThat(group.plan(config("launch_template_version", "2")).replacing())
        .containsExactly("launch_template_version");
  }

  @Test
  void isFoundByItsName() {
    group.apply(config());
    assertThat(
            terraform
                .data("huaweicloud_compute_auto_launch_groups", "name", "web")
                .blocks("auto_launch_groups"))
        .hasSize(1);
  }

  @Test
  void goesWithItsServersIfThatIsWritten() {
    Set<String> before = cloud.resources();
    group.apply(config("delete_instances", "true"));
    cloud.idle();
    group.destroy();
    cloud.idle();
    assertThat(cloud.resources()).isEqualTo(before);
  }
}
