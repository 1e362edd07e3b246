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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deeds done to servers: done once, never looked at again, never undone. */
class WhatIsDoneToServersOnceInTerraformTest {
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

  private String inTheCloud(String pointer) {
    return servers.get(server.id()).at("/server" + pointer);
  }

  private void staysDone(Managed deed, Object... config) {
    assertThat(deed.id()).isEqualTo(server.id());
    assertThat(deed.plan(config).action()).isEqualTo(Action.NOTHING);
    assertThat(deed.plan(with(config, "server_id", "x")).errors())
        .singleElement()
        .asString()
        .startsWith("server_id can't be updated, " + server.id() + " -> x");
    assertThat(deed.plan(with(config, "server_id", "x", "enable_force_new", "true")).replacing())
        .containsExactly("server_id");
    var before = cloud.resources();
    deed.destroy();
    assertThat(cloud.resources()).isEqualTo(before);
    assertThat(deed.tryImport("x")).singleElement().asString().contains("doesn't support import");
  }

  private static Object[] with(Object[] config, Object... more) {
    Map<String, Object> changed = block(config);
    changed.putAll(block(more));
    return Servers.arguments(changed);
  }

  private Object[] change(String initialised, String image) {
    return Servers.arguments(
        block(
            "server_id",
            server.id(),
            "cloud_init_installed",
            initialised,
            "os_change",
            List.of(block("imageid", image, "adminpass", "Abcd!2345", "mode", "withStopServer"))));
  }

  private Object[] reinstall(String initialised) {
    return Servers.arguments(
        block(
            "server_id",
            server.id(),
            "cloud_init_installed",
            initialised,
            "os_reinstall",
            List.of(block("adminpass", "Abcd!2345", "mode", "withStopServer"))));
  }

  /** A public image that servers are not made from here. */
  private String anotherImage() {
    return terraform
        .data("huaweicloud_images_images", "visibility", "public", "name_regex", "^CentOS")
        .block("images")
        .text("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void anotherSystemComesWithAnotherDisk(String initialised) {
    String disk = server.state().text("system_disk_id");
    String image = anotherImage();
    Managed deed = terraform.resource("huaweicloud_compute_os_change");
    deed.apply(change(initialised, image));

    assertThat(inTheCloud("/image/id")).isEqualTo(image);
    assertThat(inTheCloud("/status")).isEqualTo("ACTIVE");
    assertThat(server.refresh()).isEmpty();
    assertThat(server.state().text("system_disk_id")).isNotEqualTo(disk);
    staysDone(deed, change(initialised, image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void theSameSystemIsInstalledAnew(String initialised) {
    Managed deed = terraform.resource("huaweicloud_compute_os_reinstall");
    deed.apply(reinstall(initialised));
    assertThat(inTheCloud("/image/id")).isEqualTo(cloud.image());
    assertThat(inTheCloud("/status")).isEqualTo("ACTIVE");
    staysDone(deed, reinstall(initialised));
  }

  @Test
  void aChangeThatFailsIsTainted() {
    cloud.fault("{\"on\": {\"edge\": \"server.change-os\"}, \"do\": {\"fail\": true}}");
    Managed deed = terraform.resource("huaweicloud_compute_os_change");
    assertThat(deed.attempt(change("true", anotherImage())))
        .singleElement()
        .asString()
        .contains("Ecs.", "job");
    assertThat(deed.isTainted()).isTrue();
    assertThat(inTheCloud("/image/id")).isEqualTo(cloud.image());
  }

  @Test
  void aChangeThatIsRefusedIsNotRemembered() {
    Managed deed = terraform.resource("huaweicloud_compute_os_change");
    assertThat(deed.attempt(change("true", "no-such-image"))).hasSize(1);
    assertThat(deed.exists()).isFalse();
  }

  @Test
  void isMovedToAnotherHost() {
    Managed deed = terraform.resource("huaweicloud_compute_instance_redeploy");
    deed.apply("server_id", server.id());
    assertThat(inTheCloud("/status")).isEqualTo("ACTIVE");
    staysDone(deed, "server_id", server.id());
  }

  @Test
  void itsKernelWritesDownWhatItHasInMemory() {
    Managed deed = terraform.resource("huaweicloud_compute_kernel_dump_trigger");
    deed.apply("server_id", server.id());
    staysDone(deed, "server_id", server.id());
  }

  @Test
  void itsFirstPasswordIsForgotten() {
    Managed deed = terraform.resource("huaweicloud_compute_password_delete");
    deed.apply("server_id", server.id());
    assertThat(
            terraform
                .data("huaweicloud_compute_password", "server_id", server.id())
                .filled("password"))
        .isNull();
    staysDone(deed, "server_id", server.id());
  }

  @Test
  void whatIsDoneToNoServerIsNotRemembered() {
    for (String deed :
        List.of("instance_redeploy", "kernel_dump_trigger", "recycle_bin_server_recover")) {
      Managed none = terraform.resource("huaweicloud_compute_" + deed);
      assertThat(none.attempt("server_id", "1234")).as(deed).hasSize(1);
      assertThat(none.exists()).isFalse();
    }
  }
}
