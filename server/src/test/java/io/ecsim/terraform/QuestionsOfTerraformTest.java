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

class QuestionsOfTerraformTest {
  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  private Terraform terraform;
  private Servers servers;

  @BeforeEach
  void attach() {
    terraform = Terraform.at(cloud.url());
    servers = new Servers(cloud);
  }

  private Managed server(Object... more) {
    return terraform.resource("huaweicloud_compute_instance").apply(servers.config(more));
  }

  private List<String> wrong(String source, Object... config) {
    return terraform.ask(source, config).errors();
  }

  @Test
  void zonesAreSortedByName() {
    Values zones = terraform.data("huaweicloud_availability_zones");
    assertThat(zones.texts("names")).isNotEmpty().isSorted();
    assertThat(zones.text("state")).isEqualTo("available");
    assertThat(zones.text("region")).isEqualTo("cn-north-4");
    assertThat(zones.text("id")).matches("\\d+");

    Values none = terraform.data("huaweicloud_availability_zones", "state", "unavailable");
    assertThat(none.texts("names")).isEmpty();
    assertThat(none.text("id")).isEqualTo("0");
  }

  @Test
  void flavorsAreChosenByWhatTheyHave() {
    Values flavors =
        terraform.data(
            "huaweicloud_compute_flavors",
            "availability_zone",
            "cn-north-4a",
            "cpu_core_count",
            2,
            "memory_size",
            4,
            "performance_type",
            "normal");
    assertThat(flavors.texts("ids")).isNotEmpty();
    assertThat(flavors.blocks("flavors"))
        .allSatisfy(
            flavor -> {
              assertThat(flavor.number("cpu_core_count")).isEqualTo(2);
              assertThat(flavor.number("memory_size")).isEqualTo(4);
              assertThat(flavor.text("performance_type")).isEqualTo("normal");
            });
    assertThat(terraform.data("huaweicloud_compute_flavors", "cpu_core_count", 7).texts("ids"))
        .isEmpty();
  }

  @Test
  void anImageIsFoundByName() {
    Values image =
        terraform.data(
            "huaweicloud_images_image",
            "name",
            "Ubuntu 22.04 server 64bit",
            "visibility",
            "public");
    assertThat(image.text("id")).isEqualTo(cloud.image());
    assertThat(image.text("image_id")).isEqualTo(cloud.image());
    assertThat(image.text("visibility")).isEqualTo("public");
    assertThat(image.text("architecture")).isEqualTo("x86");
    assertThat(image.text("os")).isEqualTo("Ubuntu");
    assertThat(image.text("sort_key")).isEqualTo("name");
  }

  @Test
  void oneImageIsNotNoneAndNotMany() {
    assertThat(wrong("huaweicloud_images_image", "name", "nothing like it"))
        .singleElement()
        .asString()
        .contains("your query returned no results");
    assertThat(wrong("huaweicloud_images_image", "name_regex", "^Ubuntu"))
        .singleElement()
        .asString()
        .contains("more than one result");
    assertThat(
            terraform
                .data("huaweicloud_images_image", "name_regex", "^Ubuntu", "most_recent", true)
                .text("name"))
        .startsWith("Ubuntu");
  }

  @Test
  void imagesAreListed() {
    Values images = terraform.data("huaweicloud_images_images", "name_regex", "^Ubuntu");
    assertThat(images.blocks("images"))
        .hasSizeGreaterThan(1)
        .allSatisfy(image -> assertThat(image.text("name")).startsWith("Ubuntu"));
    assertThat(
            terraform.data("huaweicloud_images_images", "name", "nothing like it").blocks("images"))
        .isEmpty();
  }

  @Test
  void aServerIsFound() {
    Managed made = server("name", "web-1", "user_data", "#!/bin/sh", "tags", block("a", "b"));

    Values server = terraform.data("huaweicloud_compute_instance", "name", "web");

    assertThat(server.text("id")).isEqualTo(made.id());
    assertThat(server.text("name")).isEqualTo("web-1");
    assertThat(server.text("flavor_name")).isEqualTo("s3.large.2");
    assertThat(server.text("image_name")).isEqualTo("Ubuntu 22.04 server 64bit");
    assertThat(server.text("user_data")).isEqualTo("IyEvYmluL3No");
    assertThat(server.map("tags")).containsEntry("a", "b");
    assertThat(server.block("network").text("uuid")).isEqualTo(cloud.subnet(Servers.PROJECT));
    assertThat(server.block("volume_attached").isSet("is_sys_volume")).isTrue();
    assertThat(server.text("system_disk_id")).isEqualTo(made.state().text("system_disk_id"));
  }

  @Test
  void oneServerIsNotNoneAndNotMany() {
    assertThat(wrong("huaweicloud_compute_instance", "name", "web"))
        .singleElement()
        .asString()
        .contains("your query returned no results");
    Managed one = server("name", "web-1");
    server("name", "web-2");
    assertThat(wrong("huaweicloud_compute_instance", "name", "web"))
        .singleElement()
        .asString()
        .contains("more than one result");
    assertThat(terraform.data("huaweicloud_compute_instance", "instance_id", one.id()).text("name"))
        .isEqualTo("web-1");
  }

  @Test
  void serversAreListed() {
    server("name", "web-1", "tags", block("role", "web"));
    server("name", "db-1", "tags", block("role", "db"), "flavor_id", "s3.xlarge.2");

    assertThat(names()).containsExactlyInAnyOrder("web-1", "db-1");
    assertThat(names("tags", block("role", "db"))).containsExactly("db-1");
    assertThat(names("flavor_name", "s3.xlarge.2")).containsExactly("db-1");
    assertThat(names("flavor_id", "s3.large.2")).containsExactly("web-1");
    assertThat(names("status", "SHUTOFF")).isEmpty();
    assertThat(names("key_pair", "nobody")).isEmpty();
    assertThat(names("image_id", cloud.image())).hasSize(2);
    assertThat(names("availability_zone", "cn-north-4b")).isEmpty();
  }

  private List<String> names(Object... config) {
    return terraform.data("huaweicloud_compute_instances", config).blocks("instances").stream()
        .map(server -> server.text("name"))
        .toList();
  }

  @Test
  void disksAreListed() {
    terraform
        .resource("huaweicloud_evs_volume")
        .apply(
            "name",
            "tagged",
            "availability_zone",
            "cn-north-4a",
            "volume_type",
            "SAS",
            "size",
            10,
            "tags",
            block("a", "b"));
    servers.disk("plain");
    Managed server = server();

    Values tagged = terraform.data("huaweicloud_evs_volumes", "tags", block("a", "b"));
    assertThat(tagged.blocks("volumes")).hasSize(1);
    assertThat(tagged.block("volumes").text("name")).isEqualTo("tagged");
    assertThat(tagged.block("volumes").map("tags")).containsEntry("a", "b");
    assertThat(terraform.data("huaweicloud_evs_volumes").blocks("volumes")).hasSize(3);
    Values first = terraform.data("huaweicloud_evs_volumes", "server_id", server.id());
    assertThat(first.blocks("volumes")).hasSize(1);
    assertThat(first.block("volumes").isSet("bootable")).isTrue();
    assertThat(terraform.data("huaweicloud_evs_volumes", "name", "nobody").blocks("volumes"))
        .isEmpty();
  }
}
