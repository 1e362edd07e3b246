package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The example's own rule, as its README tells the story. */
class TheRollbackExampleTellsItsStoryTest {
  @RegisterExtension
  final WholeDouble cloud =
      new WholeDouble(
          Options.embedded()
              .withClock("instant")
              .withScenarios(
                  List.of(Path.of("..", "terraform-examples", "rollback", "rollback.yaml"))));

  @TempDir Path folder;

  @Test
  void aRollbackThatFailsIsSeenByTheCheckAndDoneAgain() {
    Workspace rollback = Workspace.example("rollback", folder, cloud.url());
    assertThat(rollback.terraform("apply", "-auto-approve")).doesNotContain("Warning");

    String[] damaged = {"-var", "damaged=true"};
    assertThat(rollback.terraform("apply", "-auto-approve", damaged[0], damaged[1]))
        .contains("Apply complete!", "Check block assertion failed", "error_rollbacking");
    assertThat(
            rollback.terraform(
                "apply",
                "-auto-approve",
                damaged[0],
                damaged[1],
                "-replace=huaweicloud_evs_snapshot_rollback.way_back[0]"))
        .contains("1 added, 0 changed, 1 destroyed")
        .doesNotContain("Check block assertion failed");
    rollback.settled(damaged);
    assertThat(rollback.terraform("destroy", "-auto-approve"))
        .contains("Warning: huaweicloud_evs_snapshot_rollback is done once");

    assertThat(rollback.isEmpty()).isTrue();
  }
}
