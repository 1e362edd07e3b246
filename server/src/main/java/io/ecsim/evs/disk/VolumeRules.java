package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.EnumSet;
import java.util.List;

/**
 * The conditions of {@link VolumeTable} beside the status: each says what is wrong, or null. And
 * the ends that depend on who else has the disk.
 */
final class VolumeRules {
  private static final int MOST_RETYPING = 10;
  private static final int MOST_SNAPSHOTS = 128;

  private VolumeRules() {}

  static String isThere(Resource<Volume> disk, Attaching to) {
    return disk.spec().in(to.server()).isPresent()
        ? "The %s is attached to the %s already.".formatted(disk.ref(), to.server())
        : null;
  }

  /** In use, whatever a forced status says, and not to be shared. */
  static String isOccupied(Resource<Volume> disk) {
    return !disk.spec().multiattach()
            && (disk.status() == VolumeStatus.IN_USE || !disk.spec().attachments().isEmpty())
        ? "The %s is in-use by another server and cannot be shared: multiattach is false."
            .formatted(disk.ref())
        : null;
  }

  static String hasNoPlace(Resource<Volume> disk, Attaching to) {
    Volume volume = disk.spec();
    String claimed =
        volume.claim() != null && !volume.claim().equals(to.server())
            ? "The %s is being made for the %s.".formatted(disk.ref(), volume.claim())
            : null;
    return claimed != null
        ? claimed
        : volume.attachments().size() >= to.most()
            ? "The %s is attached to %s servers already; %s may share it."
                .formatted(disk.ref(), volume.attachments().size(), to.most())
            : null;
  }

  static String isElsewhere(State state, Resource<Volume> disk, Ref server) {
    return disk.spec().in(server).isEmpty()
        ? "The %s is not attached to the %s.".formatted(disk.ref(), server)
        : null;
  }

  static String isLocked(Resource<Volume> disk) {
    return disk.spec().locked() ? "The %s is locked.".formatted(disk.ref()) : null;
  }

  static String isPrepaid(Resource<Volume> disk, Deletion how) {
    return disk.spec().prepaid() && how != Deletion.UNSUBSCRIBING
        ? "The %s belongs to the order %s: unsubscribe it instead."
            .formatted(disk.ref(), disk.spec().metadata().get(Volume.ORDER))
        : null;
  }

  static String isAttached(Resource<Volume> disk) {
    return !disk.spec().attachments().isEmpty()
        ? "The %s is attached: detach it first.".formatted(disk.ref())
        : null;
  }

  static String hasSnapshots(State state, Resource<Volume> disk, Deletion how) {
    int snapshots = state.usersOf(disk.ref(), SnapshotTable.SNAPSHOTS).size();
    boolean alone = how == null || how == Deletion.ALONE;
    return alone && snapshots > 0
        ? "The %s has %s snapshots: delete them first, or ask for cascade=true."
            .formatted(disk.ref(), snapshots)
        : null;
  }

  static String isOfAnother(State state, Resource<Volume> disk, Ref snapshot) {
    Ref source =
        state.require(SnapshotTable.SNAPSHOTS, snapshot.project(), snapshot.id()).spec().volume();
    return source.equals(disk.ref())
        ? null
        : "The %s is one of the %s; the %s cannot be rolled back to it."
            .formatted(snapshot, source, disk.ref());
  }

  static String isShared(Resource<Volume> disk) {
    return disk.spec().multiattach() && disk.status() == VolumeStatus.IN_USE
        ? "The shared %s is in-use; it can be extended when it is available.".formatted(disk.ref())
        : null;
  }

  static String isNoStepUp(Resource<Volume> disk, Retyping to) {
    return to.isReachedFrom(disk.spec().type())
        ? null
        : "new_type %s is not above the type %s of the %s."
            .formatted(to.type(), disk.spec().type(), disk.ref());
  }

  static String isLosingSnapshots(State state, Resource<Volume> disk) {
    return state.usersOf(disk.ref(), SnapshotTable.SNAPSHOTS).stream()
        .filter(snapshot -> snapshot.status() == SnapshotStatus.DELETING)
        .findFirst()
        .map(snapshot -> "The %s of the %s is deleting.".formatted(snapshot.ref(), disk.ref()))
        .orElse(null);
  }

  /** How many snapshots a disk may have that gets another type. */
  static String hasTooManySnapshots(State state, Resource<Volume> disk) {
    int snapshots = state.usersOf(disk.ref(), SnapshotTable.SNAPSHOTS).size();
    return snapshots <= MOST_SNAPSHOTS
        ? null
        : "The %s has %s snapshots; %s are allowed."
            .formatted(disk.ref(), snapshots, MOST_SNAPSHOTS);
  }

  /** How many disks of a project may get another type at a time. */
  static String isOneTooMany(State state, Resource<Volume> disk) {
    long others =
        state
            .all(VolumeTable.VOLUMES, disk.ref().project())
            .filter(other -> other.status() == VolumeStatus.RETYPING)
            .count();
    return others < MOST_RETYPING
        ? null
        : "%s disks are retyping already, the most there may be at a time.".formatted(others);
  }

  static String isNoLarger(Resource<Volume> disk, Extension by) {
    return by.size() <= disk.spec().size()
        ? "new_size %s is not larger than the present size %s of the %s."
            .formatted(by.size(), disk.spec().size(), disk.ref())
        : null;
  }

  static String isTooSmall(Resource<Volume> disk, Restoration from) {
    return disk.spec().size() < from.size()
        ? "The %s has %s GiB, the %s needs %s."
            .formatted(disk.ref(), disk.spec().size(), from.backup(), from.size())
        : null;
  }

  /** All statuses but these. */
  static VolumeStatus[] allBut(VolumeStatus... others) {
    return EnumSet.complementOf(EnumSet.copyOf(List.of(others))).toArray(VolumeStatus[]::new);
  }

  /** Where a disk is that a server has given back. */
  static VolumeStatus rest(Volume volume) {
    return volume.attachments().isEmpty() ? VolumeStatus.AVAILABLE : VolumeStatus.IN_USE;
  }

  /** As {@link #rest}, but what was broken stays so. */
  static VolumeStatus left(Volume volume, VolumeStatus was) {
    return was.broken() ? was : rest(volume);
  }
}
