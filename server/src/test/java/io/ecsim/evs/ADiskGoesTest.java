package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deleting: evs-lifecycle.md b.1. */
class ADiskGoesTest {
  private final Lab lab = new Lab();
  private final Ref disk = lab.disk("data");

  @Test
  void it_is_deleting_before_it_is_gone() {
    lab.delete(disk);

    assertThat(lab.status(disk)).isEqualTo("deleting");
    lab.pass(3);
    assertThat(lab.there(disk)).isFalse();
  }

  @Test
  void a_deletion_that_fails_leaves_a_disk_that_nothing_helps() {
    lab.lay("volume.delete", new Effect.Fail(null));
    Job job = lab.delete(disk);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("error_deleting");
    assertThat(lab.job(job).code()).isEqualTo("EVS.2020");
    refused("EVS.1046", () -> lab.delete(disk));
  }

  @Test
  void a_prepaid_disk_is_unsubscribed_not_deleted() {
    lab.world.transact(
        tx ->
            tx.change(
                VolumeTable.VOLUMES,
                disk,
                v -> v.edit().metadata(Map.of(Volume.ORDER, "CS1")).made()));

    refused("EVS.1035", () -> lab.delete(disk));
  }

  @Test
  void a_disk_with_a_server_is_not_deleted_whatever_its_status_says() {
    Ref attached = lab.attached("attached", lab.server("web"));
    lab.force(attached, VolumeStatus.AVAILABLE);

    refused("EVS.1046", () -> lab.delete(attached));
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
