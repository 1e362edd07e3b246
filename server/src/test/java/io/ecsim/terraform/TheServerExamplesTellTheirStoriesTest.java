package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The examples' own rules, as their READMEs tell the stories. */
class TheServerExamplesTellTheirStoriesTest {
  private static Path rules(String example) {
    return Path.of("..", "terraform-examples", example, example + ".yaml");
  }

  @RegisterExtension
  final WholeDouble cloud =
      new WholeDouble(
          Options.embedded()
              .withClock("instant")
              .withScenarios(List.of(rules("resize"), rules("rebuild"))));

  @TempDir Path folder;

  @Test
  void aServerGrowsAtTheSecondAttempt() {
    Workspace resize = Workspace.example("resize", folder, cloud.url());
    resize.terraform("apply", "-auto-approve");
    String small = resize.terraform("output", "-raw", "flavor");

    String[] more = {"-var", "cores=4"};
    var refused = resize.attempt("apply", "-auto-approve", more[0], more[1]);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.text()).contains("job failed with code Ecs.0207");
    assertThat(resize.terraform("plan", more[0], more[1]))
        .contains("\"" + small + "\" ->")
        .contains("0 to add, 1 to change, 0 to destroy");
    assertThat(resize.terraform("apply", "-auto-approve", more[0], more[1]))
        .contains("0 added, 1 changed, 0 destroyed");
    assertThat(resize.terraform("output", "-raw", "flavor")).isNotEqualTo(small);
    resize.settled(more);
    resize.terraform("destroy", "-auto-approve", more[0], more[1]);

    assertThat(resize.isEmpty()).isTrue();
  }

  @Test
  void aServerGetsItsSystemAtTheSecondAttempt() {
    Workspace rebuild = Workspace.example("rebuild", folder, cloud.url());
    rebuild.terraform("apply", "-auto-approve");
    String disk = rebuild.terraform("output", "-raw", "system_disk");
    String address = rebuild.terraform("output", "-raw", "address");

    String[] debian = {"-var", "image=Debian 12.0.0 64bit"};
    var failed = rebuild.attempt("apply", "-auto-approve", debian[0], debian[1]);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text()).contains("job failed with code Ecs.0202");
    assertThat(cloud.http().get("/_ecsim/state/server").text()).contains("OS change failed");
    assertThat(rebuild.terraform("apply", "-auto-approve", debian[0], debian[1]))
        .contains("0 added, 1 changed, 0 destroyed");

    assertThat(rebuild.terraform("output", "-raw", "system")).isEqualTo("Debian 12.0.0 64bit");
    assertThat(rebuild.terraform("output", "-raw", "system_disk")).isNotEqualTo(disk);
    assertThat(rebuild.terraform("output", "-raw", "address")).isEqualTo(address);
    rebuild.settled(debian);
    rebuild.terraform("destroy", "-auto-approve", debian[0], debian[1]);

    assertThat(rebuild.isEmpty()).isTrue();
  }

  @Test
  void aServerComesBackFromTheRecycleBin() {
    Workspace bin = Workspace.example("recycle-bin", folder, cloud.url());
    bin.terraform("validate");
    bin.terraform("apply", "-auto-approve");
    bin.settled();

    String[] shop = {"-var", "servers=[\"shop\"]"};
    assertThat(bin.terraform("apply", "-auto-approve", shop[0], shop[1]))
        .contains("0 added, 0 changed, 1 destroyed");
    bin.terraform("apply", "-refresh-only", "-auto-approve", shop[0], shop[1]);
    String id = bin.terraform("output", "-raw", "in_the_bin");
    assertThat(new Servers(cloud).get(id).at("/server/status")).isEqualTo("SOFT_DELETED");

    String[] back = {"-var", "wanted_back=[\"" + id + "\"]"};
    bin.terraform("apply", "-auto-approve", shop[0], shop[1], back[0], back[1]);
    bin.terraform("import", back[0], back[1], "huaweicloud_compute_instance.each[\"office\"]", id);
    assertThat(bin.terraform("apply", "-auto-approve", back[0], back[1]))
        .contains("0 added")
        .contains("0 destroyed");
    bin.settled(back);
    assertThat(bin.terraform("output", "-raw", "in_the_bin")).isEmpty();

    bin.terraform("apply", "-auto-approve", shop[0], shop[1], back[0], back[1]);
    cloud.http().post("/_ecsim/clock/advance", "{\"by\": \"P2D\"}");
    bin.terraform("destroy", "-auto-approve", shop[0], shop[1], back[0], back[1]);
    assertThat(bin.isEmpty()).isTrue();
    assertThat(new Servers(cloud).get(id).status()).isEqualTo(404);
  }
}
