package io.ecsim.evs.disk;

import static io.ecsim.evs.disk.VolumeStatus.ATTACHING;
import static io.ecsim.evs.disk.VolumeStatus.AVAILABLE;
import static io.ecsim.evs.disk.VolumeStatus.AWAITING_TRANSFER;
import static io.ecsim.evs.disk.VolumeStatus.BACKING_UP;
import static io.ecsim.evs.disk.VolumeStatus.CREATING;
import static io.ecsim.evs.disk.VolumeStatus.DELETING;
import static io.ecsim.evs.disk.VolumeStatus.DESTROYING;
import static io.ecsim.evs.disk.VolumeStatus.DETACHING;
import static io.ecsim.evs.disk.VolumeStatus.DOWNLOADING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_DELETING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_DESTROYING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_DETACHING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_EXTENDING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_RECOVERING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_RESTORING;
import static io.ecsim.evs.disk.VolumeStatus.ERROR_ROLLBACKING;
import static io.ecsim.evs.disk.VolumeStatus.EXTENDING;
import static io.ecsim.evs.disk.VolumeStatus.IN_USE;
import static io.ecsim.evs.disk.VolumeStatus.PENDING_DESTROY;
import static io.ecsim.evs.disk.VolumeStatus.RECOVERING;
import static io.ecsim.evs.disk.VolumeStatus.RESTORING_BACKUP;
import static io.ecsim.evs.disk.VolumeStatus.RETYPING;
import static io.ecsim.evs.disk.VolumeStatus.ROLLBACKING;
import static io.ecsim.evs.disk.VolumeStatus.UPLOADING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import java.util.List;
import java.util.Map;

/**
 * The life of a disk: {@code evs-lifecycle.md} b.1; the codes of attaching and detaching are those
 * of ECS, {@code ecs-lifecycle.md} b.10. How long steps last is plausible, not documented.
 */
public final class VolumeTable {
  private VolumeTable() {}

  /** The door of native clients that ask without force: what is in use stays in peace. */
  public static final String GENTLY = "gently";

  /** The door of a server that goes and takes its disks with it, whatever they are like. */
  public static final String SERVER = "server";

  // spotless:off
  /** The table. */
  public static final Lifecycle<VolumeStatus, Volume> VOLUMES = Lifecycle.of("volume", VolumeStatus.class, Volume.class).missing("EVS.5404");

  /** Makes a disk; one from an image or a backup is filled on the way. */
  public static final Edge<Volume, Room> CREATE = VOLUMES.<Room>creates("create")
      .guard("EVS.1034", (state, disk, room) -> Room.refuses("EVS.1034", state, disk, room))
      .guard("EVS.1042", (state, disk, room) -> Room.refuses("EVS.1042", state, disk, room))
      .via(CREATING, 3)
      .viaIf((disk, room) -> disk.downloads(), DOWNLOADING, null, 5)
      .viaIf((disk, room) -> disk.restores(), RESTORING_BACKUP, null, 15)
      .failingIf(Volume::restores, "EVS.2025", ERROR_RESTORING)
      .failing("EVS.2024", ERROR)
      .failingGone("EVS.2001", ERROR)
      .interruptedInto(ERROR)
      .to(AVAILABLE);

  /** Attaches a disk to a server. */
  public static final Edge<Volume, Attaching> ATTACH = VOLUMES.<Attaching>on("attach", AVAILABLE, IN_USE)
      .refused("Ecs.0103")
      .guard("Ecs.0057", (state, disk, to) -> VolumeRules.isThere(disk, to))
      .guard("Ecs.0103", (state, disk, to) -> VolumeRules.isOccupied(disk))
      .guard("Ecs.0017", (state, disk, to) -> VolumeRules.hasNoPlace(disk, to))
      .via(ATTACHING, 2)
      .reserving((disk, to, now) -> disk.attaching(to.place()), (disk, to, now) -> disk.without(to.server()))
      .changing((disk, to, now) -> disk.attached(to.server(), now))
      .failing("EVS.2134")
      .to(IN_USE);

  /** Detaches a disk from a server. */
  public static final Edge<Volume, Ref> DETACH = VOLUMES.<Ref>on("detach", IN_USE)
      .refused("Ecs.0102")
      .refusedIn("Ecs.0111", AVAILABLE)
      .guard("Ecs.0111", VolumeRules::isElsewhere)
      .via(DETACHING, 2)
      .changing((disk, server, now) -> disk.without(server))
      .failing("EVS.2002")
      .failing("EVS.2021", ERROR_DETACHING)
      .to("available, or in-use by others", VolumeRules::rest);

  /** Has a disk paid for by month or year from now on; the argument is the order. */
  public static final Edge<Volume, String> SUBSCRIBE = VOLUMES.<String>on("subscribe", AVAILABLE, IN_USE)
      .refused("EVS.5400")
      .guard("EVS.2068", (state, disk, order) -> VolumeRules.isLocked(disk))
      .alongside()
      .changing((disk, order, now) -> order == null ? disk : disk.paidBy(order))
      .failing("EVS.2002")
      .back();

  /** Makes a disk larger; only when it ends does the size change. */
  public static final Edge<Volume, Extension> EXTEND = VOLUMES.<Extension>on("extend", AVAILABLE, IN_USE)
      .refused("EVS.1064")
      .guard("EVS.2068", (state, disk, by) -> VolumeRules.isLocked(disk))
      .guard("EVS.1015", (state, disk, by) -> VolumeRules.isNoLarger(disk, by))
      .guard("EVS.1065", (state, disk, by) -> VolumeRules.isShared(disk))
      .guard("EVS.1066", (state, disk, by) -> by.unfit())
      .guard("EVS.1042", (state, disk, by) -> Room.refuses("EVS.1042", state, disk, by))
      .via(EXTENDING, 8)
      .changing((disk, by, now) -> disk.edit().size(by.size()).made())
      .failing("EVS.2026", ERROR_EXTENDING)
      .back();

  /** Gives a disk another type. */
  public static final Edge<Volume, Retyping> RETYPE = VOLUMES.<Retyping>on("retype", AVAILABLE, IN_USE)
      .refused("EVS.2088")
      .guard("EVS.2068", (state, disk, to) -> VolumeRules.isLocked(disk))
      .guard("EVS.2087", (state, disk, to) -> VolumeRules.isNoStepUp(disk, to))
      .guard("EVS.2088", (state, disk, to) -> VolumeRules.isLosingSnapshots(state, disk))
      .guard("EVS.2088", (state, disk, to) -> VolumeRules.hasTooManySnapshots(state, disk))
      .guard("EVS.2088", (state, disk, to) -> VolumeRules.isOneTooMany(state, disk))
      .guard("EVS.1034", (state, disk, to) -> Room.refuses("EVS.1034", state, disk, to))
      .guard("EVS.1042", (state, disk, to) -> Room.refuses("EVS.1042", state, disk, to))
      .via(RETYPING, 10)
      .changing((disk, to, now) -> disk.edit().type(to.type()).performance(to.iops(), to.throughput()).made())
      .failing("EVS.2002")
      .back();

  /** Provisions a disk anew; its status stays. */
  public static final Edge<Volume, Performance> MODIFY_QOS = VOLUMES.<Performance>on("modify-qos", AVAILABLE, IN_USE)
      .refused("EVS.5400")
      .guard("EVS.2068", (state, disk, to) -> VolumeRules.isLocked(disk))
      .alongside()
      .via(null, 5)
      .changing((disk, to, now) -> disk.edit().performance(to.iops(), to.throughput()).made())
      .failing("EVS.2050")
      .back();

  /** Deletes a disk; its snapshots go with it or forbid it. */
  public static final Edge<Volume, Deletion> DELETE = VOLUMES.<Deletion>on("delete", AVAILABLE, ERROR, ERROR_EXTENDING, ERROR_RESTORING, ERROR_ROLLBACKING)
      .door(SERVER, VolumeStatus.values())
      .refused("EVS.1046")
      .refusedIn("EVS.2130", BACKING_UP)
      .guard("EVS.1046", (state, disk, how) -> VolumeRules.isAttached(disk))
      .guard("EVS.2068", (state, disk, how) -> VolumeRules.isLocked(disk))
      .guard("EVS.1035", (state, disk, how) -> VolumeRules.isPrepaid(disk, how))
      .guard("EVS.1046", (state, disk, how) -> VolumeRules.hasSnapshots(state, disk, how))
      .via(DELETING, 3)
      .with((state, disk, how) -> SnapshotTable.goWith(state, disk, how))
      .failing("EVS.2020", ERROR_DELETING)
      .goneUnless("gone, or pending-destroy", Recycling::kept);

  /** Brings a disk back from the recycle bin. */
  public static final Edge<Volume, Void> REVERT = VOLUMES.<Void>on("revert", PENDING_DESTROY, ERROR_RECOVERING)
      .refused("EVS.5400")
      .via(RECOVERING, 3)
      .changing((disk, none, now) -> disk.recovered())
      .failing("EVS.2002", ERROR_RECOVERING)
      .failing("EVS.2105", ERROR_RECOVERING)
      .to(AVAILABLE);

  /** Ends a disk in the recycle bin: at once, or when the time has come that the argument says. */
  public static final Edge<Volume, Long> DESTROY = VOLUMES.<Long>on("destroy", PENDING_DESTROY, ERROR_RECOVERING, ERROR_DESTROYING)
      .refused("EVS.5400")
      .guard("EVS.5400", (state, disk, due) -> Recycling.isDueAtAnotherTime(disk, due))
      .via(DESTROYING, 3)
      .failing("EVS.2020", ERROR_DESTROYING)
      .gone();

  /** Gives a disk the data of one of its snapshots again. */
  public static final Edge<Volume, Ref> ROLLBACK = VOLUMES.<Ref>on("rollback", AVAILABLE, ERROR_ROLLBACKING)
      .refused("EVS.5400")
      .guard("EVS.5400", VolumeRules::isOfAnother)
      .guard("EVS.2068", (state, disk, snapshot) -> VolumeRules.isLocked(disk))
      .via(ROLLBACKING, SnapshotTable.ROLLBACK_SECONDS)
      .with((state, disk, snapshot) -> List.of(Plan.of(SnapshotTable.ROLLBACK, snapshot, null)))
      .failing("EVS.2002", ERROR_ROLLBACKING)
      .to(AVAILABLE);

  /** Offers a disk to another project. */
  public static final Edge<Volume, Void> TRANSFER = VOLUMES.<Void>on("transfer", AVAILABLE)
      .refused("EVS.5400")
      .guard("EVS.2068", (state, disk, none) -> VolumeRules.isLocked(disk))
      .guard("EVS.5400", (state, disk, none) -> TransferRules.isBound(disk))
      .guard("EVS.5400", (state, disk, none) -> TransferRules.isEntangled(state, disk))
      .failing("EVS.2002")
      .to(AWAITING_TRANSFER);

  /** Gives an offered disk to the project that accepts it. */
  public static final Edge<Volume, String> ACCEPT_TRANSFER = VOLUMES.<String>on("accept-transfer", AWAITING_TRANSFER)
      .refused("EVS.5400")
      .guard("EVS.2068", (state, disk, project) -> VolumeRules.isLocked(disk))
      .guard("EVS.5400", (state, disk, project) -> TransferRules.isEntangled(state, disk))
      .handingTo((disk, project) -> project)
      .failing("EVS.2002")
      .to(AVAILABLE);

  /** Keeps a disk that was offered. */
  public static final Edge<Volume, Void> CANCEL_TRANSFER = VOLUMES.<Void>on("cancel-transfer", AWAITING_TRANSFER)
      .refused("EVS.5400")
      .failing("EVS.2002")
      .to(AVAILABLE);

  /** A backup is made of a disk; natively, of one in use only by force. */
  public static final Edge<Volume, Void> BACKUP = VOLUMES.<Void>on("backup", AVAILABLE, IN_USE)
      .door(GENTLY, AVAILABLE)
      .refused("VolumeBackup.0012")
      .refusedIn("VolumeBackup.0013", BACKING_UP)
      .via(BACKING_UP, 15)
      .failing("VolumeBackup.0027")
      .back();

  /** Gives a disk the data of a backup. */
  public static final Edge<Volume, Restoration> RESTORE = VOLUMES.<Restoration>on("restore", AVAILABLE)
      .refused("VolumeBackup.0205")
      .refusedIn("VolumeBackup.0206", BACKING_UP)
      .guard("EVS.2068", (state, disk, from) -> VolumeRules.isLocked(disk))
      .guard("VolumeBackup.0209", (state, disk, from) -> VolumeRules.isTooSmall(disk, from))
      .via(RESTORING_BACKUP, 15)
      .with((state, disk, from) -> List.of(from.part()))
      .failing("EVS.2025", ERROR_RESTORING)
      .to(AVAILABLE);

  /** Copies a disk into an image; natively, one in use only by force. */
  public static final Edge<Volume, Void> UPLOAD = VOLUMES.<Void>on("upload", AVAILABLE, IN_USE)
      .door(GENTLY, AVAILABLE)
      .refused("EVS.5400")
      .via(UPLOADING, 10)
      .failing("EVS.2002")
      .back();

  /** Takes a disk away from a server whatever is under way: natively, where all else has failed. */
  public static final Edge<Volume, Ref> FORCE_DETACH = VOLUMES.<Ref>onAny("force-detach")
      .interrupting()
      .guard("EVS.5400", VolumeRules::isElsewhere)
      .via(DETACHING, 2)
      .changing((disk, server, now) -> disk.without(server).unclaimed(server))
      .failing("EVS.2002")
      .failing("EVS.2021", ERROR_DETACHING)
      .to("available, or in-use by others", VolumeRules::rest);

  /** Deletes a disk whatever is under way on it: natively. */
  public static final Edge<Volume, Deletion> FORCE_DELETE = VOLUMES.<Deletion>onAny("force-delete")
      .interrupting()
      .guard("EVS.1046", (state, disk, how) -> VolumeRules.isAttached(disk))
      .guard("EVS.2068", (state, disk, how) -> VolumeRules.isLocked(disk))
      .guard("EVS.1035", (state, disk, how) -> VolumeRules.isPrepaid(disk, how))
      .guard("EVS.1046", (state, disk, how) -> VolumeRules.hasSnapshots(state, disk, how))
      .via(DELETING, 3)
      .failing("EVS.2020", ERROR_DELETING)
      .gone();

  /** Keeps a disk for somebody who is going to attach it: natively. */
  public static final Edge<Volume, Void> RESERVE = VOLUMES.<Void>on("reserve", AVAILABLE, IN_USE)
      .refused("EVS.5400")
      .guard("Ecs.0103", (state, disk, none) -> VolumeRules.isOccupied(disk))
      .failing("EVS.2002")
      .to(ATTACHING);

  /** Gives a reserved disk free again: natively. */
  public static final Edge<Volume, Void> UNRESERVE = VOLUMES.<Void>on("unreserve", ATTACHING)
      .refused("EVS.5400")
      .failing("EVS.2002")
      .to("available, or in-use by others", VolumeRules::rest);

  /** Keeps a disk for somebody who is going to detach it: natively. */
  public static final Edge<Volume, Void> BEGIN_DETACHING = VOLUMES.<Void>on("begin-detaching", IN_USE)
      .refused("EVS.5400")
      .failing("EVS.2002")
      .to(DETACHING);

  /** Leaves a disk attached that was about to be detached: natively. */
  public static final Edge<Volume, Void> ROLL_DETACHING = VOLUMES.<Void>on("roll-detaching", DETACHING)
      .refused("EVS.5400")
      .failing("EVS.2002")
      .to("in-use, or available if nobody has it", VolumeRules::rest);

  /** Says whether a server can be started from a disk. */
  public static final Edge<Volume, Boolean> SET_BOOTABLE = VOLUMES.<Boolean>onAny("set-bootable")
      .alongside()
      .changing((disk, bootable, now) -> disk.edit().bootable(bootable).made())
      .failing("EVS.2002")
      .back();

  /** Says whether a disk is read-only. */
  public static final Edge<Volume, Boolean> SET_READONLY = VOLUMES.<Boolean>on("set-readonly", AVAILABLE)
      .refused("EVS.5400")
      .changing((disk, readonly, now) -> disk.readonly(readonly))
      .failing("EVS.2002")
      .back();

  /** Gives a disk other metadata. */
  public static final Edge<Volume, Map<String, String>> SET_METADATA = VOLUMES.<Map<String, String>>on("set-metadata", VolumeRules.allBut(UPLOADING))
      .refused("EVS.2047")
      .alongside()
      .changing((disk, metadata, now) -> disk.edit().metadata(metadata).made())
      .failing("EVS.2002")
      .back();

  /**
   * Lets go of a server that is deleted or could not be made, whatever is under way. A shared disk
   * lets go at once: its servers may all be deleted together, and none must wait for another.
   */
  public static final Edge<Volume, Ref> RELEASE = VOLUMES.<Ref>onAny("release")
      .interrupting()
      .viaIf((disk, server) -> disk.in(server).isPresent() && !disk.multiattach(), DETACHING, null, 2)
      .changing((disk, server, now) -> disk.without(server).unclaimed(server))
      .failing("EVS.2002")
      .failing("EVS.2021", ERROR_DETACHING)
      .to("what is left", VolumeRules::left);
  // spotless:on
}
