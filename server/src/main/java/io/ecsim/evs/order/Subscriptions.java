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
import java.util.Set;

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

  @Override
  public String unsubscribe(Tx tx, Orders orders, Ref disk, Set<String> along) {
    String order = orders.id(tx, disk.project());
    Plan end = end(tx.state(), disk);
    tx.rehearse(() -> tx.begin(end));
    tx.rehearse(() -> deleteDetached(tx, disk));
    orders.place(
        tx, new Orders.Purchase(order, disk.project(), true, false, List.of(disk), List.of(end)));
    return order;
  }

  /** It is detached from its servers first. */
  private Plan end(State state, Ref disk) {
    var plans = new ArrayList<Plan>();
    for (Attachment place : state.require(VolumeTable.VOLUMES, disk).spec().attachments()) {
      plans.add(servers.detach(state, place.server(), disk));
    }
    plans.add(delete(disk));
    return Plan.inOrder(JobType.DELETE.label(), plans);
  }

  private static Plan delete(Ref disk) {
    return Plan.of(VolumeTable.DELETE, disk, Deletion.UNSUBSCRIBING);
  }

  /** What is attached is deleted only when it is detached: pretends that it is. */
  private static void deleteDetached(Tx tx, Ref disk) {
    if (tx.state().require(VolumeTable.VOLUMES, disk).spec().attachments().isEmpty()) {
      return;
    }
    tx.force(disk, VolumeStatus.AVAILABLE);
    tx.change(VolumeTable.VOLUMES, disk, volume -> volume.edit().attachments(List.of()).made());
    tx.begin(delete(disk));
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
    String server = disk.spec().attachments().get(0).server().id();
    return servers.find(state, project, server) == null
        ? new Problem("EVS.2229", "There is no server %s.".formatted(server))
        : forbids(state, disk.ref());
  }
}
