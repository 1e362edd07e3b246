package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of disks when their server goes, whatever is under way on them. */
class AServerGivesItsDisksBackTest {
  private final Lab lab = new Lab();
  private final Ref server = lab.server("web");

  @Test
  void a_disk_that_does_not_go_with_its_server_is_free_again() {
    Ref disk = lab.attached("data", server);
    Job job = lab.deleteServer(server, false);
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isFalse();
    assertThat(lab.life(disk)).endsWith("in-use", "detaching", "available");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
    assertThat(lab.job(job).phase()).isEqualTo(Phase.SUCCESS);
  }

  @Test
  void all_disks_go_if_that_is_wanted() {
    Ref disk = lab.attached("data", server);
    lab.deleteServer(server, true);
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isFalse();
    assertThat(lab.life(disk)).endsWith("in-use", "detaching", "available", "deleting", "deleted");
  }

  @Test
  void what_was_marked_goes_always_the_system_disk_too() {
    Ref full =
        lab.server(
            "full",
            List.of(
                Lab.order("s", null, 0, true),
                Lab.order("marked", null, -1, true),
                Lab.order("kept", null, -1, false)));
    lab.world.advanceToIdle();
    lab.deleteServer(full, false);
    lab.world.advanceToIdle();

    assertThat(lab.world.read().all(VolumeTable.VOLUMES, Lab.PROJECT))
        .extracting(disk -> disk.id())
        .containsExactly("kept");
  }

  @Test
  void a_disk_that_others_share_stays_with_them() {
    Ref other = lab.server("other");
    Ref disk = lab.shared("data");
    for (Ref each : List.of(server, other)) {
      lab.attach(disk, each);
      lab.world.advanceToIdle();
    }
    lab.deleteServer(server, true);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("in-use");
    assertThat(lab.see(disk).spec().uses()).containsExactly(other);
  }

  @Test
  void servers_that_share_a_disk_can_all_go_at_once() {
    Ref other = lab.server("other");
    Ref disk = lab.shared("data");
    for (Ref each : List.of(server, other)) {
      lab.attach(disk, each);
      lab.world.advanceToIdle();
    }
    List<Job> jobs = List.of(lab.deleteServer(server, false), lab.deleteServer(other, false));
    lab.world.advanceToIdle();

    assertThat(jobs).allMatch(job -> lab.job(job).phase() == Phase.SUCCESS);
    assertThat(lab.status(disk)).isEqualTo("available");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
  }

  @Test
  void an_attaching_is_interrupted() {
    Ref disk = lab.disk("data");
    Job attaching = lab.attach(disk, server);
    Job deleting = lab.deleteServer(server, false);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("available");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
    assertThat(lab.job(attaching).phase()).isEqualTo(Phase.FAIL);
    assertThat(lab.job(deleting).phase()).isEqualTo(Phase.SUCCESS);
  }

  @Test
  void a_detaching_and_an_extending_are_interrupted() {
    Ref detached = lab.attached("detached", server);
    Ref extended = lab.attached("extended", server);
    lab.detach(detached, server);
    lab.extend(extended, 20);
    lab.deleteServer(server, false);
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isFalse();
    assertThat(lab.status(detached)).isEqualTo("available");
    assertThat(lab.status(extended)).isEqualTo("available");
    assertThat(lab.see(extended).spec().size()).isEqualTo(10);
  }

  @Test
  void a_disk_that_is_still_being_made_for_it_goes_with_it() {
    Ref full =
        lab.server(
            "full", List.of(Lab.order("s", Lab.IMAGE, 0, true), Lab.order("d", null, -1, false)));
    lab.pass(1);
    lab.deleteServer(full, false);
    lab.world.advanceToIdle();

    assertThat(lab.there(full)).isFalse();
    assertThat(lab.world.read().shelf("volume", Lab.PROJECT).size()).isZero();
  }

  /** Whatever somebody has forced upon a disk, its server can go. */
  @ParameterizedTest
  @EnumSource(VolumeStatus.class)
  void it_lets_go_of_a_disk_in_any_status(VolumeStatus status) {
    Ref kept = lab.attached("kept", server);
    Ref gone = lab.attached("gone", server);
    lab.world.transact(
        tx -> {
          lab.disks.deleteOnTermination(tx, gone, server, true);
          tx.force(kept, status);
          tx.force(gone, status);
          return null;
        });
    lab.deleteServer(server, false);
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isFalse();
    assertThat(lab.there(gone)).isFalse();
    assertThat(lab.see(kept).spec().uses()).isEmpty();
    assertThat(lab.status(kept)).isEqualTo(status.broken() ? status.label() : "available");
  }

  @Test
  void a_disk_that_cannot_be_let_go_keeps_its_server() {
    Ref disk = lab.attached("data", server);
    lab.lay("volume.release", new Effect.Fail(null));
    Job job = lab.deleteServer(server, true);
    lab.world.advanceToIdle();

    assertThat(lab.there(server)).isTrue();
    assertThat(lab.status(disk)).isEqualTo("in-use");
    assertThat(lab.see(disk).spec().uses()).containsExactly(server);
    assertThat(lab.job(job).phase()).isEqualTo(Phase.FAIL);
  }

  @Test
  void a_disk_that_cannot_be_deleted_remains_without_a_server() {
    Ref disk = lab.attached("data", server);
    lab.lay("volume.delete", new Effect.Fail(null));
    lab.deleteServer(server, true);
    lab.world.advanceToIdle();

    assertThat(lab.status(disk)).isEqualTo("error_deleting");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
  }

  @Test
  void a_disk_that_was_meant_for_a_server_forgets_it_even_if_it_cannot_be_deleted() {
    lab.lay("volume.delete", new Effect.Fail(null));
    Ref full = lab.server("full", List.of(Lab.order("s", Lab.IMAGE, 0, true)));
    lab.pass(1);
    lab.deleteServer(full, false);
    lab.world.advanceToIdle();

    Ref disk = new Ref("volume", Lab.PROJECT, "s");
    assertThat(lab.status(disk)).isEqualTo("error_deleting");
    assertThat(lab.see(disk).spec().uses()).isEmpty();
  }
}
