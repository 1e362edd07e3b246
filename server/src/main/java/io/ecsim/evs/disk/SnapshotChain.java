package io.ecsim.evs.disk;

import io.ecsim.sim.Ids;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The snapshots of a disk that hang together: all but those whose making went wrong. It is nothing
 * of its own, but what can be said of the snapshots: {@code evs-schemas.md} 5.2.
 *
 * @param id its id, which follows from that of the disk
 * @param disk the disk
 * @param links the snapshots, oldest first; at least one
 */
public record SnapshotChain(String id, Resource<Volume> disk, List<Resource<Snapshot>> links) {
  /** The only category there is: no backups are among the snapshots. */
  public static final String CATEGORY = "standard";

  /** All chains of a project, by the age of their disks. */
  public static Stream<SnapshotChain> all(State state, String project) {
    return state.all(VolumeTable.VOLUMES, project).flatMap(disk -> of(state, disk.ref()).stream());
  }

  /** The chain that a snapshot is in, if it is in one. */
  public static Optional<SnapshotChain> of(State state, Resource<Snapshot> snapshot) {
    return snapshot.status() == SnapshotStatus.ERROR
        ? Optional.empty()
        : of(state, snapshot.spec().volume());
  }

  private static Optional<SnapshotChain> of(State state, Ref volume) {
    List<Resource<Snapshot>> links =
        state.usersOf(volume, SnapshotTable.SNAPSHOTS).stream()
            .filter(snapshot -> snapshot.status() != SnapshotStatus.ERROR)
            .toList();
    String id = Ids.uuid(state.seed(), "snapshot-chain", volume.project(), volume.id());
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of(new SnapshotChain(id, state.require(VolumeTable.VOLUMES, volume), links));
  }

  /** GiB of all its snapshots. */
  public int capacity() {
    return links.stream().mapToInt(snapshot -> snapshot.spec().size()).sum();
  }
}
