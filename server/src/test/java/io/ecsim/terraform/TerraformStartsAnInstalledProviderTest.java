package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.cli.Main;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ecsim install-provider} writes, in the hands of the real Terraform. */
@DisabledOnOs(OS.WINDOWS)
class TerraformStartsAnInstalledProviderTest {
  private static final String DISK =
      """
      terraform {
        required_providers {
          huaweicloud = {
            source  = "huaweicloud/huaweicloud"
            version = ">= 1.60.0"
          }
        }
      }

      resource "huaweicloud_evs_volume" "data" {
        name              = "data"
        availability_zone = "cn-north-4a"
        volume_type       = "SAS"
        size              = 10
      }
      """;

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir Path folder;

  private Workspace installed(String configuration) {
    return installed(configuration, cloud.url());
  }

  private Workspace installed(String configuration, String url) {
    var said = new StringWriter();
    var out = new PrintWriter(said, true);
    Path plugins = folder.resolve("terraform.d").resolve("plugins");
    int code = Main.run(out, out, "install-provider", "--url", url, plugins.toString());
    assertThat(code).as(said.toString()).isZero();
    return Workspace.of(configuration, folder, url)
        .with(Attachment.VARIABLE, null)
        .with("ECSIM_URL", null)
        .with("ECSIM_WORLD", null);
  }

  private boolean hasDisk(String world) {
    return cloud.http().get("/_ecsim/state/volume?world=" + world).text().contains("\"available\"");
  }

  @Test
  void itIsFoundWithoutAnySettingAndManagesADisk() {
    Workspace workspace = installed(DISK);

    assertThat(workspace.terraform("init")).contains("Installed huaweicloud/huaweicloud v1.99.0");
    workspace.terraform("apply", "-auto-approve");
    assertThat(hasDisk("default")).isTrue();
    workspace.settled();
    workspace.terraform("destroy", "-auto-approve");

    assertThat(hasDisk("default")).isFalse();
    assertThat(workspace.isEmpty()).isTrue();
  }

  @Test
  void itWorksWhereTerraformWasToldNotToEncrypt() {
    Workspace workspace = installed(DISK).with("TF_DISABLE_PLUGIN_TLS", "1");
    workspace.terraform("init");
    workspace.terraform("apply", "-auto-approve");
    assertThat(hasDisk("default")).isTrue();
  }

  @Test
  void theWorldIsThatOfTerraformsEnvironment() {
    Workspace workspace = installed(DISK).with("ECSIM_WORLD", "blue");
    workspace.terraform("init");
    workspace.terraform("apply", "-auto-approve");
    assertThat(hasDisk("blue")).isTrue();
    assertThat(hasDisk("default")).isFalse();
  }

  @Test
  void theWorldInAProviderBlockComesFirst() {
    String block =
        """
        provider "huaweicloud" {
          access_key = "x@green"
          secret_key = "x"
        }
        """;
    Workspace workspace = installed(DISK + block).with("ECSIM_WORLD", "blue");
    workspace.terraform("init");
    workspace.terraform("apply", "-auto-approve");
    assertThat(hasDisk("green")).isTrue();
    assertThat(hasDisk("blue")).isFalse();
  }

  @Test
  void whoHasNoDoubleRunningIsToldSo() {
    Workspace workspace = installed(DISK, "http://127.0.0.1:1");
    workspace.terraform("init");

    Workspace.Said plan = workspace.attempt("plan");

    assertThat(plan.code()).isEqualTo(1);
    assertThat(plan.text().replaceAll("[\\s│]+", " "))
        .contains("nobody answers on http://127.0.0.1:1: start a double with ./ecsim serve");
  }

  @Test
  void whoNamesNoWorldIsToldSo() {
    Workspace workspace = installed(DISK).with("ECSIM_WORLD", "no such/name");
    workspace.terraform("init");

    Workspace.Said plan = workspace.attempt("plan");

    assertThat(plan.text().replaceAll("[\\s│]+", " "))
        .contains("no such/name is no name of a world");
  }

  @Test
  void whoStartsItByHandIsToldWhatItIs() throws IOException {
    Workspace workspace = installed(DISK);
    workspace.terraform("init");
    Path file =
        folder.resolve(
            "terraform.d/plugins/registry.opentofu.org/huaweicloud/huaweicloud/1.99.0/"
                + folder
                    .resolve(
                        "terraform.d/plugins/registry.opentofu.org/huaweicloud/huaweicloud/1.99.0")
                    .toFile()
                    .list()[0]
                + "/terraform-provider-huaweicloud_v1.99.0");

    Workspace.Said said = Workspace.said(workspace.start(List.of(file.toString())));

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("a Terraform provider, which Terraform starts", cloud.url());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInterruptedApplyKeepsWhatItHasBegun() throws IOException {
    cloud.http().put("/_ecsim/clock", "{\"mode\": \"stepped\"}");
    Workspace workspace = installed(DISK);
    workspace.terraform("init");
    // In a process group of its own, which hears Ctrl-C as a whole.
    Process apply = workspace.start(List.of("setsid", "terraform", "apply", "-auto-approve"));
    while (!cloud.http().get("/_ecsim/state/volume").text().contains("\"creating\"")) {
      assertThat(apply.isAlive()).isTrue();
    }
    Workspace.said(workspace.start(List.of("kill", "-INT", "--", "-" + apply.pid())));

    assertThat(Workspace.said(apply).text())
        .contains("Interrupt received")
        .doesNotContain("Request cancelled");
    assertThat(workspace.terraform("show")).contains("huaweicloud_evs_volume.data: (tainted)");
  }
}
