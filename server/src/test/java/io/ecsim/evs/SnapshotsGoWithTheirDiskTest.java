package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.evs.disk.SnapshotStatus;
import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the snapshots of a disk that goes. */
class SnapshotsGoWithTheirDiskTest {
  private final Lab lab = new Lab();

  @Test
  void a_server_takes_its_disk_and_what_the_snapshots_do_does_not_matter() {
    Ref server = lab.server("web", List.of(Lab.order("root", Lab.IMAGE, 0, true)));
    lab.world.advanceToIdle();
    Ref disk = new Ref("volume", Lab.PROJECT, "root");
    Ref snapshot = lab.snapping("done", disk, true);
    lab.world.advanceToIdle();
    lab.lay("snapshot.create", new Effect.Stall(-1));
    Ref stalled = lab.snapping("stalled", disk, true);
    Job job = lab.deleteServer(server, false);
    lab.world.advanceToIdle();

    assertThat(lab.job(job).phase()).isEqualTo(Phase.SUCCESS);
    assertThat(List.of(server, disk, snapshot, stalled)).noneMatch(lab::there);
    assertThat(lab.world.read().jobs().values()).allMatch(each -> each.phase().over());
  }

  @Test
  void a_snapshot_that_is_being_made_forbids_to_delete_all() {
    Ref disk = lab.disk("data");
    Ref done = lab.snapshot("done", disk);
    Ref making = lab.snapping("making", disk, false);

    assertThatThrownBy(() -> lab.deleteCascading(disk))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("EVS.1047");
              assertThat(refusal.ref()).isEqualTo(making);
            });
    assertThat(lab.status(disk)).isEqualTo("available");
    assertThat(lab.world.read().find(done).status()).isEqualTo(SnapshotStatus.AVAILABLE);
  }

  @Test
  void a_snapshot_does_not_keep_a_disk_that_was_made_from_it() {
    Ref disk = lab.disk("data");
    Ref snapshot = lab.snapshot("before", disk);
    Ref copy =
        lab.make(new VolumeDraft("SAS", Lab.ZONE, 10).name("copy").snapshot(snapshot.id()).made());
    lab.world.advanceToIdle();
    lab.deleteCascading(disk);
    lab.world.advanceToIdle();

    assertThat(lab.there(disk)).isFalse();
    assertThat(lab.there(snapshot)).isFalse();
    assertThat(lab.status(copy)).isEqualTo("available");
  }
}
