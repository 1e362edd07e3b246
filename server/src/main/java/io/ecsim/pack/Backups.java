package io.ecsim.pack;

import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/** What vaults ask of disks and their backups. EVS implements it. */
public interface Backups {
  /**
   * A disk.
   *
   * @param size GiB
   * @param status its API status: {@code in-use}
   */
  record Disk(Ref ref, String name, int size, String status) {}

  /**
   * A backup.
   *
   * @param description a text, or null
   * @param status {@code creating}, {@code available}, {@code restoring}, {@code deleting}, {@code
   *     error} or {@code error_deleting}
   * @param disk the id of its disk
   * @param size GiB
   * @param snapshot the id of the snapshot it was made from, or null
   * @param checkpoint the id of the restore point it is part of, or null
   * @param vault the vault that holds it, or null
   */
  record Facts(
      Ref ref,
      String name,
      String description,
      String status,
      String disk,
      String diskName,
      String zone,
      int size,
      boolean bootable,
      boolean encrypted,
      boolean incremental,
      String snapshot,
      String checkpoint,
      Ref vault,
      boolean auto,
      long createdAt,
      long updatedAt) {}

  /**
   * A backup to be made.
   *
   * @param disk the id of its disk
   * @param full whether it shall not add to an earlier one
   * @param auto whether nobody asked for it
   */
  record Order(
      String disk,
      String name,
      String description,
      boolean full,
      String checkpoint,
      Ref vault,
      boolean auto) {}

  /** The disk with this id, or null. */
  Disk disk(State state, String project, String id);

  /** Why no backup can be made of a disk just now, or null. */
  Problem problem(State state, String project, String disk);

  /** The backups of a project, oldest first. */
  List<Facts> all(State state, String project);

  /** The backup with this id in this project, or null. */
  Facts find(State state, String project, String id);

  /** The backup that a job makes or restores, or null. */
  Facts of(State state, Job job);

  /** The vault of the backup with this id, whosever it is; null if there is none. */
  Ref vaultOf(State state, String id);

  /** How a backup is made. */
  Plan create(Tx tx, String project, Order order);

  /** What the backups of a project exceed, or null. */
  Problem excess(State state, String project);

  /** How a disk gets the data of a backup. The tables refuse what does not fit. */
  Plan restore(State state, String project, String backup, String disk);

  /** How a backup goes. The table refuses one that cannot. */
  Plan delete(State state, String project, String backup);
}
