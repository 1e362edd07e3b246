package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rolling back: only to the disk's own snapshot, only of a free disk or a failed rollback. */
class ADiskIsRolledBackTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void disk_and_snapshot_are_rollbacking_and_then_available() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    HttpAnswer begun = shop.rollBack(snapshot, disk);

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.at("/rollback/volume_id")).isEqualTo(disk);
    assertThat(shop.status(disk)).isEqualTo("rollbacking");
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("rollbacking");
    shop.ecsim.advance(Duration.ofSeconds(10));
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");
  }

  @Test
  void a_failed_rollback_can_be_repeated() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    shop.lay("volume.rollback", new Effect.Fail(null));
    shop.rollBack(snapshot, disk);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("error_rollbacking");
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");

    lift();
    assertThat(shop.rollBack(snapshot, disk).status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void a_failed_rollback_can_be_deleted() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    shop.lay("volume.rollback", new Effect.Fail(null));
    shop.rollBack(snapshot, disk);
    shop.ecsim.advanceToIdle();

    assertThat(shop.delete(disk + "?cascade=true").status()).isEqualTo(200);
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(disk).status()).isEqualTo(404);
  }

  @Test
  void a_snapshot_that_fails_to_give_its_data_fails_the_disk() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    shop.lay("snapshot.rollback", new Effect.Fail(null));
    shop.rollBack(snapshot, disk);
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("error_rollbacking");
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");
  }

  @Test
  void it_goes_to_no_other_disk() {
    String snapshot = shop.snapshot(shop.disk("data"), "before");
    String other = shop.disk("other");
    HttpAnswer refused = shop.rollBack(snapshot, other);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(snapshot, other);
    assertThat(shop.status(other)).isEqualTo("available");
    assertThat(shop.rollBack(snapshot, "no-such-disk").json().has("itemNotFound")).isTrue();
    assertThat(shop.rollBack("no-such-snapshot", other).json().has("itemNotFound")).isTrue();
  }

  @Test
  void a_disk_in_use_is_not_rolled_back() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    shop.force("volume", disk, VolumeStatus.IN_USE);

    assertThat(shop.rollBack(snapshot, disk).json().has("badRequest")).isTrue();
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");
  }

  private void lift() {
    shop.ecsim
        .world()
        .transact(
            tx -> {
              tx.state().faults().forEach(fault -> tx.lift(fault.id()));
              return null;
            });
  }
}
