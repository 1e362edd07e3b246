package io.ecsim.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.testing.WholeDouble;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The example's own rules, as its README tells the story. */
class TheFaultsExampleTellsItsStoryTest {
  @RegisterExtension
  final WholeDouble cloud =
      new WholeDouble(
          Options.embedded()
              .withClock("instant")
              .withScenarios(
                  List.of(Path.of("..", "terraform-examples", "faults", "faults.yaml"))));

  @TempDir Path folder;

  @Test
  void whatFailsIsToldKeptAndRecovered() {
    Workspace faults = Workspace.example("faults", folder, cloud.url());

    var failed = faults.attempt("apply", "-auto-approve");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text())
        .contains("job failed with code EVS.2024", "with huaweicloud_evs_volume.orders");
    assertThat(faults.terraform("plan"))
        .contains("huaweicloud_evs_volume.orders is tainted, so must be replaced");
    faults.terraform("apply", "-auto-approve");
    faults.settled();

    assertThat(faults.attempt("destroy", "-auto-approve").text())
        .contains("job failed with code EVS.2020");
    assertThat(faults.terraform("state", "list").trim())
        .isEqualTo("huaweicloud_evs_volume.archive");
    assertThat(faults.attempt("destroy", "-auto-approve").text()).contains("EVS.1046");

    cloud.http().send("PATCH", "/_ecsim/state/volume/" + archive(), "{\"status\": \"error\"}");
    faults.terraform("destroy", "-auto-approve");
    assertThat(faults.isEmpty()).isTrue();
  }

  private String archive() {
    return cloud
        .http()
        .get("/evs/v2/" + "0ec5a000000000000000000000000001" + "/cloudvolumes/detail?name=archive")
        .at("/volumes/0/id");
  }
}
