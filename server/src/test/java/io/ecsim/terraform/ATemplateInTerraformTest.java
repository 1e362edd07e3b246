package io.ecsim.terraform;

import static io.ecsim.terraform.protocol.Terraform.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.protocol.Managed;
import io.ecsim.terraform.protocol.Managed.Action;
import io.ecsim.terraform.protocol.Terraform;
import io.ecsim.terraform.value.Values;
import io.ecsim.testing.WholeDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A template of servers, and a group that starts servers from it by itself. */
class ATemplateInTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Managed template;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    template = terraform.resource("huaweicloud_compute_template");
  }

  private Object[] config(String flavor) {
    return Servers.arguments(
        block(
            "name",
            "web",
            "description",
            "what it is for",
            "template_data",
            List.of(
                block(
                    "flavor_id",
                    flavor,
                    "availability_zone_id",
                    "cn-north-4a",
                    "metadata",
                    block("a", "b"),
                    "network_interfaces",
                    List.of(
                        block(
                            "virsubnet_id",
                            cloud.subnet(Servers.PROJECT),
                            "attachment",
                            List.of(block("device_index", 1)))),
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
                            40))))));
  }

  @Test
  void isMadeAndThenThereIsNothingToDo() {
    template.apply(config("s3.large.2"));
    assertThat(template.state().number("latest_version")).isEqualTo(1);
    assertThat(template.state().text("version_id")).isNotEmpty();
    assertThat(template.refresh()).isEmpty();
    Values data = template.state().block("template_data");
    assertThat(data.text("flavor_id")).isEqualTo("s3.large.2");
    assertThat(data.blocks("block_device_mappings")).hasSize(1);
    assertThat(data.block("block_device_mappings").number("volume_size")).isEqualTo(40);
    assertThat(template.plan(config("s3.large.2")).action()).isEqualTo(Action.NOTHING);
  }

  @Test
  void allOfItIsFixed() {
    template.apply(config("s3.large.2"));
    assertThat(template.plan(config("s3.xlarge.2")).errors())
        .singleElement()
        .asString()
        .contains("flavor_id can't be updated, s3.large.2 -> s3.xlarge.2");
  }

  @Test
  void isImportedAndPlannedAnewWhenItIsGone() {
    template.apply(config("s3.large.2"));
    Managed imported = terraform.resource("huaweicloud_compute_template").imported(template.id());
    assertThat(imported.plan(config("s3.large.2")).action()).isEqualTo(Action.NOTHING);
    template.destroy();
    assertThat(imported.plan(config("s3.large.2")).action()).isEqualTo(Action.CREATE);
  }

  @Test
  void isFoundWithItsVersions() {
    template.apply(config("s3.large.2"));
    List<Values> found =
        terraform
            .data("huaweicloud_compute_templates", "name", List.of("web"))
            .blocks("launch_templates");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).text("id")).isEqualTo(template.id());
    List<Values> versions =
        terraform
            .data("huaweicloud_compute_template_versions", "launch_template_id", template.id())
            .blocks("launch_template_versions");
    assertThat(versions).hasSize(1);
    assertThat(versions.get(0).number("version_number")).isEqualTo(1);
    assertThat(versions.get(0).block("template_data").text("flavor_id")).isEqualTo("s3.large.2");
    assertThat(
            terraform
                .data("huaweicloud_compute_templates", "name", List.of("other"))
                .blocks("launch_templates"))
        .isEmpty();
  }
}
