package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several provider blocks, and many resources, in one run of the real Terraform. */
class ManyAtOnceInTerraformTest {
  private static final String PROVIDER =
      """
      terraform {
        required_providers {
          huaweicloud = {
            source = "huaweicloud/huaweicloud"
          }
        }
      }
      """;

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir Path folder;

  private String disks(String world) {
    return cloud.http().get("/_ecsim/state/volume?world=" + world).text();
  }

  @Test
  void providerBlocksOfOtherRegionsAndWorldsStayApart() {
    Workspace workspace =
        Workspace.of(
            PROVIDER
                + """
                provider "huaweicloud" {
                  region     = "cn-north-4"
                  access_key = "x@north"
                  secret_key = "x"
                }

                provider "huaweicloud" {
                  alias      = "south"
                  region     = "cn-south-1"
                  access_key = "x@south"
                  secret_key = "x"
                }

                resource "huaweicloud_evs_volume" "north" {
                  count             = 10
                  name              = "north"
                  availability_zone = "cn-north-4a"
                  volume_type       = "SAS"
                  size              = 10
                }

                resource "huaweicloud_evs_volume" "south" {
                  count             = 10
                  provider          = huaweicloud.south
                  name              = "south"
                  availability_zone = "cn-north-4a"
                  volume_type       = "SAS"
                  size              = 10
                }

                output "regions" {
                  value = [
                    distinct(huaweicloud_evs_volume.north[*].region),
                    distinct(huaweicloud_evs_volume.south[*].region),
                  ]
                }
                """,
            folder,
            cloud.url());

    workspace.terraform("apply", "-auto-approve");

    assertThat(workspace.terraform("output", "-json", "regions").strip())
        .isEqualTo("[[\"cn-north-4\"],[\"cn-south-1\"]]");
    assertThat(disks("north").split("\"status\":\"available\"", -1)).hasSize(10 + 1);
    assertThat(disks("south").split("\"status\":\"available\"", -1)).hasSize(10 + 1);
    assertThat(disks("north")).doesNotContain("\"south\"");
    assertThat(disks("south")).doesNotContain("\"north\"");
    workspace.settled();
    workspace.terraform("destroy", "-auto-approve");
    assertThat(disks("north") + disks("south")).doesNotContain("\"available\"");
  }

  @Test
  void aHundredDisksComeAndGo() {
    Workspace workspace =
        Workspace.of(
            PROVIDER
                + """
                resource "huaweicloud_evs_volume" "data" {
                  count             = 100
                  name              = "data-${count.index}"
                  availability_zone = "cn-north-4a"
                  volume_type       = "SAS"
                  size              = 10
                }
                """,
            folder,
            cloud.url());

    assertThat(workspace.terraform("apply", "-auto-approve")).contains("100 added");
    workspace.settled();
    assertThat(workspace.terraform("destroy", "-auto-approve")).contains("100 destroyed");
    assertThat(workspace.isEmpty()).isTrue();
  }
}
