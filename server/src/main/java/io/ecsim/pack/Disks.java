package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What servers ask of disks. EVS implements it. */
public interface Disks {
  /** The key of a disk's metadata that names the order which pays for it by month or year. */
  String ORDER = "orderID";

  /**
   * A disk to be made for a server and attached to it.
   *
   * @param id the id it gets, derived from the server's and its index
   * @param name its name: {@code SERVER-volume-0000}
   * @param size GiB
   * @param type a volume type: {@code SAS}
   * @param zone the server's zone
   * @param imageId the image it is filled from, or null
   * @param snapshotId the snapshot it is filled from, or null
   * @param bootIndex 0 for the system disk, -1 for a data disk
   * @param deleteOnTermination whether it goes with its server
   * @param multiattach whether several servers may share it
   * @param scsi whether the guest sees a SCSI disk
   * @param metadata the disk's metadata
   * @param iops provisioned IOPS, or null
   * @param throughput provisioned MiB/s, or null
   */
  record Order(
      String id,
      String name,
      int size,
      String type,
      String zone,
      String imageId,
      String snapshotId,
      int bootIndex,
      boolean deleteOnTermination,
      boolean multiattach,
      boolean scsi,
      Map<String, String> metadata,
      Integer iops,
      Integer throughput) {

    /** The same under another id, filled from another image. */
    public Order as(String newId, String newImage) {
      return new Order(
          newId,
          name,
          size,
          type,
          zone,
          newImage,
          null,
          bootIndex,
          deleteOnTermination,
          multiattach,
          scsi,
          metadata,
          iops,
          throughput);
    }

    /** The same with more metadata. */
    public Order with(Map<String, String> more) {
      var all = new LinkedHashMap<>(metadata);
      all.putAll(more);
      return new Order(
          id,
          name,
          size,
          type,
          zone,
          imageId,
          snapshotId,
          bootIndex,
          deleteOnTermination,
          multiattach,
          scsi,
          all,
          iops,
          throughput);
    }
  }

  /** What is asked for together with disks: they count in the quotas while that is only ordered. */
  interface Wanted {
    /** The disks that will be made. */
    List<Order> wanted();
  }

  /**
   * An attached disk as its server shows it.
   *
   * @param device {@code /dev/vda}
   * @param bootIndex 0 for the system disk, else -1
   * @param shared whether other servers may have it, too
   * @param prepaid whether it is paid for by month or year
   * @param status the disk's API status
   */
  record Attached(
      Ref ref,
      int size,
      String type,
      String device,
      int bootIndex,
      boolean deleteOnTermination,
      boolean scsi,
      boolean shared,
      boolean prepaid,
      String status) {}

  /**
   * What one orders to have a disk like this one again.
   *
   * @param id the id it gets
   * @param imageId the image it is filled from, or null
   */
  Order like(State state, Ref disk, Ref server, String id, String imageId);

  /** What a disk knows of the image it was made from; empty without one. */
  Map<String, String> image(State state, Ref disk);

  /** Copies a disk, in use or not, into an image. */
  Plan copied(Ref disk);

  /** Takes a disk away from a server, whatever is under way on it, and deletes it. */
  Plan remove(Ref disk, Ref server);

  /** What becomes of disks that were being made for a server and never became its own. */
  List<Plan> discard(State state, Ref server);

  /** Makes a disk that belongs to this server from the start, then attaches it. */
  Plan createAndAttach(State state, Ref server, Order order, String device);

  /**
   * Attaches a disk. The table refuses a disk that is not free.
   *
   * @param bootIndex 0 for the system disk, else -1
   */
  Plan attach(Ref disk, Ref server, String device, int bootIndex, boolean deleteOnTermination);

  /** Detaches a disk. */
  Plan detach(Ref disk, Ref server);

  /**
   * What becomes of the disks of a server that is deleted or could not be made: detached, and
   * deleted where they go with it. Each plan ends with its disk free or gone, whatever state it is
   * in when the plan begins.
   *
   * @param all whether data disks are deleted even if they need not go with their server
   * @param order the order that pays for the server and has paid for what goes with it; or null
   */
  List<Plan> release(State state, Ref server, boolean all, String order);

  /** How a disk comes to be paid for by month or year. */
  Plan subscribe(Ref disk, String order);

  /**
   * The disks of a server, the system disk first, then in order of attachment. One that is being
   * attached has its device already and counts; its status says so.
   */
  List<Attached> of(State state, Ref server);

  /** Changes whether an attached disk goes with its server. */
  void deleteOnTermination(Tx tx, Ref disk, Ref server, boolean value);

  /**
   * A disk, whosever it is.
   *
   * @param imageId the image it was made from, or null
   */
  record Facts(Ref ref, int size, String zone, boolean scsi, String imageId) {}

  /** The disk with this id in this project, or null. */
  Facts find(State state, String project, String id);

  /**
   * A snapshot, and what it has of its disk.
   *
   * @param disk the id of the disk it was made of
   * @param size GiB it needs at least
   * @param bootable whether a server can start from its data
   * @param imageId the image its data once came from, or null
   */
  record Origin(
      String id,
      String disk,
      int size,
      String type,
      String zone,
      boolean bootable,
      String imageId) {}

  /** The snapshot with this id in this project, in whatever status, or null. */
  Origin snapshot(State state, String project, String id);

  /** Whether a disk exists in this project. */
  boolean exists(State state, String project, String id);

  /** The zone of a disk, or null if there is no such disk. */
  String zoneOf(State state, String project, String id);

  /** Whether the disk is seen as SCSI; false if there is no such disk. */
  boolean isScsi(State state, String project, String id);

  /**
   * Why these disks cannot be had, as a vendor code and a message, or null: a snapshot that is not
   * fit, unknown type, type not in the zone or sold out, size, quota of disks and GiB.
   */
  Problem problem(State state, String project, List<Order> orders);
}
