package io.ecsim.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Options;
import io.ecsim.terraform.catalog.Doubles;
import io.ecsim.testing.WholeDouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One configuration with all that is doubled, in the hands of the real Terraform. */
class EverythingAtOnceTest {
  private static final String PROJECT = "0ec5a000000000000000000000000001";

  @RegisterExtension
  final WholeDouble cloud = new WholeDouble(Options.embedded().withClock("instant"));

  @TempDir Path folder;

  private static String everything() {
    try (InputStream in = EverythingAtOnceTest.class.getResourceAsStream("everything.tf")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void leavesNothingOut() {
    String written = everything();
    Doubles.catalog().resources().values().stream()
        .distinct()
        .forEach(type -> assertThat(written).contains("resource \"" + type.name() + "\""));
    Doubles.catalog().dataSources().values().stream()
        .distinct()
        .forEach(source -> assertThat(written).contains("data \"" + source.name() + "\""));
  }

  @Test
  void livesThroughAndGoesWithoutTrace() {
    cloud.vpc(PROJECT);
    Set<String> before = cloud.resources();
    Workspace workspace = Workspace.of(everything(), folder, cloud.url());

    workspace.terraform("validate");
    workspace.terraform("apply", "-auto-approve");
    assertThat(workspace.terraform("output", "-raw", "seen"))
        .isEqualTo(
            "10.50.0.0/16 everything 10.50.1.1 1 everything 1 1 ACTIVE 1 3 true true 1 true");
    assertThat(workspace.terraform("output", "-raw", "disks"))
        .isEqualTo(
            "3 3 true true SATA archive 2 archive archive scratch everything available 7 0 true true true");
    assertThat(workspace.terraform("output", "-raw", "snapshots"))
        .isEqualTo("ledger true 2 ledgers ledger ledgers");
    assertThat(workspace.terraform("output", "-raw", "servers"))
        .isEqualTo("3 true true 3 2 true 1 1 1 true true true 1 true");
    workspace.settled();
    assertThat(workspace.terraform("apply", "-auto-approve", "-var", "accepted=true"))
        .contains("2 added, 0 changed, 0 destroyed");
    workspace.terraform("destroy", "-auto-approve");

    assertThat(workspace.isEmpty()).isTrue();
    // What is done once stays done, bins that are off stay set, and orders stay in the books. The
    // server's data disk stays, as
    // delete_disks_on_termination is not set.
    assertThat(cloud.resources())
        .filteredOn(name -> !before.contains(name))
        .extracting(name -> name.substring(0, name.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "order", "order", "recycle-policy", "server-recycle-policy", "volume");
  }
}
