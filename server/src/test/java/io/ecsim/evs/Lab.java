package io.ecsim.evs;

import io.ecsim.evs.disk.Deletion;
import io.ecsim.evs.disk.Extension;
import io.ecsim.evs.disk.InstantAccess;
import io.ecsim.evs.disk.Performance;
import io.ecsim.evs.disk.RecyclePolicy;
import io.ecsim.evs.disk.RecyclePolicyTable;
import io.ecsim.evs.disk.Retyping;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Standard;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.group.GroupTable;
import io.ecsim.evs.group.SnapshotGroup;
import io.ecsim.evs.recyclebin.RecycleBin;
import io.ecsim.evs.transfer.Transfer;
import io.ecsim.evs.transfer.TransferTable;
import io.ecsim.evs.transfer.Transfers;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Images;
import io.ecsim.sim.Blueprint;
import io.ecsim.sim.ClockMode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Job;
import io.ecsim.sim.Lifecycles;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Seed;
import io.ecsim.sim.Status;
import io.ecsim.sim.Target;
import io.ecsim.sim.Tx;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.sim.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A world of disks and of servers that do nothing but have disks; time stands still. */
final class Lab {
  static final String PROJECT = "p";
  static final String ZONE = "cn-north-4a";
  static final String IMAGE = "ubuntu";

  /** One image for system disks. */
  static final Images IMAGES =
      (state, project, id) ->
          id.equals(IMAGE)
              ? new Images.Facts(
                  IMAGE, "Ubuntu 22.04", 40, 512, "gold", "Linux", "64", "Ubuntu", false, true)
              : null;

  /** That image, and these. */
  static Images images(Images others) {
    return (state, project, id) ->
        id.equals(IMAGE) ? IMAGES.find(state, project, id) : others.find(state, project, id);
  }

  final EvsDisks disks = new EvsDisks(Inventory.builtIn("cn-north-4"), IMAGES);
  final Rack rack = new Rack(disks);
  final RecycleBin bin = new RecycleBin(Inventory.builtIn("cn-north-4"));
  final Transfers transfers = new Transfers(Inventory.builtIn("cn-north-4"));
  final World world =
      new World(
          "lab",
          new Blueprint(
              "1",
              new Lifecycles(
                  List.of(
                      VolumeTable.VOLUMES,
                      SnapshotTable.SNAPSHOTS,
                      GroupTable.GROUPS,
                      TransferTable.TRANSFERS,
                      RecyclePolicyTable.POLICIES,
                      rack.machines)),
              Seed.NOTHING,
              ClockMode.STEPPED,
              1,
              0,
              1_000_000,
              () -> 0));

  /** A blank disk that is being created. */
  Ref creating(String name) {
    return make(new VolumeDraft("SAS", ZONE, 10).name(name).made());
  }

  /** A blank disk that is available. */
  Ref disk(String name) {
    Ref disk = creating(name);
    world.advanceToIdle();
    return disk;
  }

  /** A disk that several servers may share. */
  Ref shared(String name) {
    Ref disk = make(new VolumeDraft("SAS", ZONE, 10).name(name).multiattach(true).made());
    world.advanceToIdle();
    return disk;
  }

  Ref make(Volume volume) {
    return world
        .transact(
            tx -> {
              Ref ref = new Ref("volume", PROJECT, tx.id("volume", PROJECT, volume.name()));
              return tx.begin(Plan.create(VolumeTable.CREATE, ref, volume, null));
            })
        .ref();
  }

  /** A server that runs, without any disk. */
  Ref server(String name) {
    Ref server = server(name, List.of());
    world.advanceToIdle();
    return server;
  }

  /** A server that is being created with these disks. */
  Ref server(String name, List<Disks.Order> orders) {
    return world
        .transact(
            tx -> {
              Ref ref = new Ref("server", PROJECT, tx.id("server", PROJECT, name));
              return tx.begin(Plan.create(rack.create, ref, new Rack.Machine(name, ZONE), orders));
            })
        .ref();
  }

  /** A disk that a server orders. */
  static Disks.Order order(String id, String imageId, int bootIndex, boolean goes) {
    return new Disks.Order(
        id, id, 40, "SAS", ZONE, imageId, null, bootIndex, goes, false, false, Map.of(), null,
        null);
  }

  /** A disk that is attached to a server. */
  Ref attached(String name, Ref server) {
    Ref disk = disk(name);
    attach(disk, server);
    world.advanceToIdle();
    return disk;
  }

  Job attach(Ref disk, Ref server) {
    return begin(Plan.of(rack.attach, server, new Rack.Cable(disk, "/dev/vdb")));
  }

  Job detach(Ref disk, Ref server) {
    return begin(Plan.of(rack.detach, server, disk));
  }

  Job extend(Ref disk, int size) {
    return begin(Plan.of(VolumeTable.EXTEND, disk, new Extension(size, null, null)));
  }

  Job delete(Ref disk) {
    return begin(Plan.of(VolumeTable.DELETE, disk, Deletion.ALONE));
  }

  /** A snapshot that is being created. */
  Ref snapping(String name, Ref disk, boolean force) {
    return world
        .transact(
            tx -> {
              String project = disk.project();
              Ref ref = new Ref("snapshot", project, tx.id("snapshot", project, name));
              var snapshot = new Snapshot(name, null, disk, see(disk).spec().size(), Map.of());
              return tx.begin(Plan.create(SnapshotTable.CREATE, ref, snapshot, force));
            })
        .ref();
  }

  /** A standard snapshot that is being created, of this group or of none. */
  Plan standard(Tx tx, Ref disk, Ref group) {
    var ref = new Ref("snapshot", disk.project(), tx.id("snapshot", disk.project(), "standard"));
    var spec =
        new Snapshot(
            "standard",
            null,
            disk,
            tx.state().require(VolumeTable.VOLUMES, disk.project(), disk.id()).spec().size(),
            Map.of(),
            Map.of(),
            new Standard("0", true, InstantAccess.NEVER, group));
    return Plan.create(SnapshotTable.CREATE, ref, spec, true);
  }

  Job snappingStandard(Ref disk) {
    return world.transact(tx -> tx.begin(standard(tx, disk, null)));
  }

  /** A group of snapshots that is being created, of disks of one project. */
  Job grouping(List<Ref> disks) {
    return world.transact(
        tx -> {
          String project = disks.get(0).project();
          var ref = new Ref("snapshot-group", project, tx.id("snapshot-group", project, "g"));
          var group = new SnapshotGroup("g", null, "0", Map.of(), null);
          List<Plan> snapshots = disks.stream().map(disk -> standard(tx, disk, ref)).toList();
          return tx.begin(Plan.create(GroupTable.CREATE, ref, group, snapshots));
        });
  }

  Job deleteGroup(Ref group) {
    return begin(Plan.of(GroupTable.DELETE, group, null));
  }

  /** A snapshot that is available. */
  Ref snapshot(String name, Ref disk) {
    Ref snapshot = snapping(name, disk, false);
    world.advanceToIdle();
    return snapshot;
  }

  Ref diskOf(Ref snapshot) {
    return world
        .read()
        .require(SnapshotTable.SNAPSHOTS, snapshot.project(), snapshot.id())
        .spec()
        .volume();
  }

  Job retype(Ref disk, String type) {
    return begin(Plan.of(VolumeTable.RETYPE, disk, new Retyping(type, null, null)));
  }

  Job perform(Ref disk, int iops) {
    return begin(Plan.of(VolumeTable.MODIFY_QOS, disk, new Performance(iops, null)));
  }

  Job deleteCascading(Ref disk) {
    return begin(Plan.of(VolumeTable.DELETE, disk, Deletion.CASCADING));
  }

  Job deleteSnapshot(Ref snapshot) {
    return begin(Plan.of(SnapshotTable.DELETE, snapshot, null));
  }

  Job rollBack(Ref disk, Ref snapshot) {
    return begin(Plan.of(VolumeTable.ROLLBACK, disk, snapshot));
  }

  /** Lays down that deleted disks are kept for so many days, however young they are. */
  void keepDeletedDisks(int days) {
    world.transact(tx -> bin.lay(tx, PROJECT, new RecyclePolicy(true, 0, days)));
  }

  Job revert(Ref disk) {
    return world.transact(tx -> bin.revert(tx, disk.project(), disk.id()));
  }

  Job destroy(Ref disk) {
    return world.transact(tx -> bin.destroy(tx, disk.project(), disk.id()));
  }

  /** Offers a disk to whoever wants it. */
  Job offer(Ref disk) {
    return world.transact(tx -> transfers.create(tx, disk.project(), disk.id(), "offer"));
  }

  /** Brings an offered disk into a project. */
  Job accept(Ref transfer, String project) {
    return world.transact(
        tx -> {
          Resource<Transfer> offer =
              tx.state().require(TransferTable.TRANSFERS, transfer.project(), transfer.id());
          return transfers.accept(tx, project, offer, offer.spec().key());
        });
  }

  /** Withdraws an offer. */
  Job withdraw(Ref transfer) {
    return world.transact(tx -> transfers.delete(tx, transfer.project(), transfer.id()));
  }

  Job deleteServer(Ref server, boolean all) {
    return begin(Plan.of(rack.delete, server, all));
  }

  Job begin(Plan plan) {
    return world.transact(tx -> tx.begin(plan));
  }

  void force(Ref ref, Status status) {
    world.transact(
        tx -> {
          tx.force(ref, status);
          return null;
        });
  }

  /** Lays a rule that strikes this edge always. */
  void lay(String edge, Effect effect) {
    world.transact(
        tx -> tx.lay("test", new Target.OnEdge(edge), Where.ANYWHERE, When.ALWAYS, effect));
  }

  void pass(int seconds) {
    world.advance(Duration.ofSeconds(seconds));
  }

  Resource<Volume> see(Ref disk) {
    return world.read().require(VolumeTable.VOLUMES, disk);
  }

  String status(Ref disk) {
    return see(disk).status().label();
  }

  boolean there(Ref ref) {
    return world.read().find(ref) != null;
  }

  Job job(Job job) {
    return world.read().job(job.id());
  }

  /** All statuses a disk went through, in order. */
  List<String> life(Ref disk) {
    var life = new ArrayList<String>();
    for (Entry entry : world.journal().entries()) {
      if (entry instanceof Entry.Transition step
          && step.ref().equals(disk)
          && (life.isEmpty() || !life.get(life.size() - 1).equals(step.to()))) {
        life.add(step.to());
      }
    }
    return life;
  }
}
