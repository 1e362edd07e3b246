package io.ecsim.evs.order;

import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Problem;
import io.ecsim.pack.Servers;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/** How prepaid disks end: {@code evs-lifecycle.md} b.1, "Unsubscribe prepaid data disk". */
public final class Subscriptions implements Subscribed {
  private final Servers servers;

  /** Subscriptions to disks that are attached to these servers. */
  public Subscriptions(Servers servers) {
    this.servers = servers;
  }

  @Override
  public String type() {
    return VolumeTable.VOLUMES.type();
  }

  @Override
  public String serviceCode() {
    return "hws.service.type.ebs";
  }

  @Override
  public String resourceCode() {
    return "hws.resource.type.volume";
  }

  @Override
  public Problem forbids(State state, Ref ref) {
    return state.require(VolumeTable.VOLUMES, ref).spec().prepaid()
        ? null
        : new Problem("EVS.2230", "The %s is not paid for by month or year.".formatted(ref));
  }

  /** It is detached from its servers first. */
  @Override
  public Plan end(State state, Ref ref) {
    var plans = new ArrayList<Plan>();
    for (Attachment place : state.require(VolumeTable.VOLUMES, ref).spec().attachments()) {
      plans.add(servers.detach(state, place.server(), ref));
    }
    plans.add(Plan.of(VolumeTable.DELETE, ref, Deletion.UNSUBSCRIBING));
    return Plan.inOrder(JobType.DELETE.label(), plans);
  }

  /**
   * Orders the end of a data disk that is in use.
   *
   * @return the id of the order
   */
  public String unsubscribe(Tx tx, Orders orders, Ref disk) {
    String order = orders.id(tx, disk.project());
    Plan end = end(tx.state(), disk);
    tx.rehearse(() -> tx.begin(end));
    orders.place(
        tx, new Orders.Purchase(order, disk.project(), true, false, List.of(disk), List.of(end)));
    return order;
  }

  /** Why EVS itself does not unsubscribe a disk, or null: {@code evs-error-codes.csv}. */
  public Problem problem(State state, String project, String id) {
    Resource<Volume> disk = state.find(VolumeTable.VOLUMES, project, id);
    if (disk == null) {
      return new Problem("EVS.5404", "There is no volume %s.".formatted(id));
    }
    if (disk.spec().bootable()) {
      return new Problem("EVS.5400", "The %s is a system disk.".formatted(disk.ref()));
    }
    if (disk.status() != VolumeStatus.IN_USE) {
      return new Problem(
          "EVS.2227", "The %s is %s, not in-use.".formatted(disk.ref(), disk.status().label()));
    }
    if (disk.spec().attachments().size() > 1) {
      return new Problem(
          "EVS.2226",
          "The %s is attached to %s servers."
              .formatted(disk.ref(), disk.spec().attachments().size()));
    }
    return forbids(state, disk.ref());
  }
}
