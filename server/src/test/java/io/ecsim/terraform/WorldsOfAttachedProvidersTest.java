package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.Options;
import io.ecsim.cli.Main;
import io.ecsim.testing.Http;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is attached does not see Terraform's environment, only how it was reached. */
class WorldsOfAttachedProvidersTest {
  private static final String DISK =
      """
      terraform {
        required_providers {
          huaweicloud = {
            source = "huaweicloud/huaweicloud"
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

  private String env(String world, String name) throws IOException {
    var out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            "env",
            "--json",
            "--url",
            cloud.url(),
            "--world",
            world);
    assertThat(code).as(out.toString()).isZero();
    return new ObjectMapper().readTree(out.toString()).path(name).asText();
  }

  private Workspace in(String world, String configuration) throws IOException {
    Path own = Files.createDirectory(folder.resolve(world));
    return Workspace.of(configuration, own, cloud.url())
        .with(Attachment.VARIABLE, env(world, Attachment.VARIABLE));
  }

  private String disks(String world) {
    return cloud.http().get("/_ecsim/state/volume?world=" + world).text();
  }

  @Test
  void theEnvironmentOfAWorldLeadsThereWithoutAnAccessKey() throws IOException {
    Workspace blue = in("blue", DISK.replace("\"data\"\n", "\"of-blue\"\n"));
    Workspace red = in("red", DISK.replace("\"data\"\n", "\"of-red\"\n"));

    blue.terraform("apply", "-auto-approve");
    red.terraform("apply", "-auto-approve");

    assertThat(disks("blue")).contains("of-blue").doesNotContain("of-red");
    assertThat(disks("red")).contains("of-red").doesNotContain("of-blue");
    assertThat(disks("default")).doesNotContain("of-");
    blue.settled();
    blue.terraform("destroy", "-auto-approve");
    assertThat(disks("blue")).doesNotContain("available");
    red.settled();
  }

  @Test
  void theAccessKeyOfAProviderBlockComesFirst() throws IOException {
    String block =
        "provider \"huaweicloud\" {\n  access_key = \"x@green\"\n  secret_key = \"x\"\n}\n";

    in("blue", DISK + block).terraform("apply", "-auto-approve");

    assertThat(disks("green")).contains("available");
    assertThat(disks("blue")).doesNotContain("available");
  }

  @Test
  void itsPortStaysTheSameAndIsThatOfTheDoubleForTheUsualWorld() throws IOException {
    assertThat(env("blue", Attachment.VARIABLE)).isEqualTo(env("blue", Attachment.VARIABLE));
    assertThat(env("blue", Attachment.VARIABLE)).isNotEqualTo(env("red", Attachment.VARIABLE));
    assertThat(env("default", Attachment.VARIABLE))
        .contains(cloud.url().substring("http://".length()));
  }

  @Test
  void requestsThatComeInByThePortOfAWorldAreOfThatWorld() {
    int port = Integer.parseInt(cloud.http().post("/_ecsim/worlds/blue/port", "").at("/port"));
    Http blue = new Http("http://127.0.0.1:" + port);

    blue.post(
        "/_ecsim/faults", "{\"on\": {\"edge\": \"volume.create\"}, \"do\": {\"fail\": true}}");

    assertThat(blue.get("/_ecsim/faults").text()).contains("volume.create");
    assertThat(cloud.http().get("/_ecsim/faults").text()).doesNotContain("volume.create");
    assertThat(cloud.http().get("/_ecsim/faults?world=blue").text()).contains("volume.create");
  }

  @Test
  void aWorldThatCannotBeHasNoPort() {
    assertThat(cloud.http().post("/_ecsim/worlds/no%20world/port", "").status()).isEqualTo(400);
  }
}
