package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.Extension;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extending: evs-lifecycle.md b.1. */
class ADiskGrowsTest {
  private final Lab lab = new Lab();

  @Test
  void the_size_changes_when_the_extending_ends() {
    Ref disk = lab.disk("data");
    lab.extend(disk, 25);

    assertThat(lab.status(disk)).isEqualTo("extending");
    lab.pass(7);
    assertThat(lab.see(disk).spec().size()).isEqualTo(10);
    lab.pass(1);
    assertThat(lab.see(disk).spec().size()).isEqualTo(25);
    assertThat(lab.status(disk)).isEqualTo("available");
  }

  @Test
  void an_attached_disk_grows_and_stays_attached() {
    Ref server = lab.server("web");
    Ref disk = lab.attached("data", server);
    lab.extend(disk, 25);
    lab.world.advanceToIdle();

    assertThat(lab.life(disk)).endsWith("in-use", "extending", "in-use");
    assertThat(lab.see(disk).spec().in(server)).isPresent();
  }

  @Test
  void an_extending_that_fails_leaves_the_size() {
    Ref disk = lab.disk("data");
    lab.lay("volume.extend", new Effect.Fail(null));
    Job job = lab.extend(disk, 25);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("error_extending");
    assertThat(lab.see(disk).spec().size()).isEqualTo(10);
    assertThat(lab.job(job).code()).isEqualTo("EVS.2026");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 9, 10})
  void it_cannot_shrink(int size) {
    Ref disk = lab.disk("data");

    refused("EVS.1015", () -> lab.extend(disk, size));
  }

  @Test
  void a_locked_disk_does_not_grow() {
    Ref disk = lab.disk("data");
    lab.world.transact(
        tx -> tx.change(VolumeTable.VOLUMES, disk, v -> v.edit().locked(true).made()));

    refused("EVS.2068", () -> lab.extend(disk, 20));
    refused("EVS.2068", () -> lab.delete(disk));
  }

  @Test
  void its_server_must_be_fit() {
    Ref disk = lab.attached("data", lab.server("web"));
    Plan plan = Plan.of(VolumeTable.EXTEND, disk, new Extension(20, "The server is RESCUE.", null));

    refused("EVS.1066", () -> lab.begin(plan));
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
