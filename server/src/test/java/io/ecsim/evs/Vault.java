package io.ecsim.evs;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;

/** What a client of version 5 of the API asks a shop for: snapshots and groups of them. */
record Vault(Shop shop) {
  static final String SNAPSHOTS = "/evs/v5/" + Ecsim.PROJECT + "/snapshots";
  static final String GROUPS = "/evs/v5/" + Ecsim.PROJECT + "/snapshot-groups";
  static final String CHAINS = "/evs/v5/" + Ecsim.PROJECT + "/snapshot-chains";

  /** A disk of this type that is available; its id. */
  String disk(String name, String type) {
    String wanted = Shop.request("'size':10,'name':'" + name + "'").replace("SAS", type);
    String id = shop.ecsim.http().post(Shop.CREATE, wanted).at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    return id;
  }

  /** Asks for a snapshot; {@code members} come after the disk's id. */
  HttpAnswer snap(String disk, String members) {
    return post(SNAPSHOTS, "{'snapshot':{'volume_id':'" + disk + "'" + members + "}}");
  }

  /** A snapshot that is available; its id. */
  String snapshot(String disk, String name) {
    return snapshot(disk, name, "");
  }

  String snapshot(String disk, String name, String members) {
    String id = snap(disk, ",'name':'" + name + "'" + members).at("/snapshot_id");
    shop.ecsim.advanceToIdle();
    return id;
  }

  HttpAnswer show(String id) {
    return shop.ecsim.http().get(SNAPSHOTS + "/" + id);
  }

  String status(String id) {
    return show(id).at("/snapshot/status");
  }

  HttpAnswer update(String id, String members) {
    return put(SNAPSHOTS + "/" + id, "{'snapshot':{" + members + "}}");
  }

  HttpAnswer delete(String id) {
    return shop.ecsim.http().delete(SNAPSHOTS + "/" + id);
  }

  HttpAnswer rollBack(String id, String disk) {
    return post(SNAPSHOTS + "/" + id + "/rollback", "{'rollback':{'volume_id':'" + disk + "'}}");
  }

  HttpAnswer list(String query) {
    return shop.ecsim.http().get(SNAPSHOTS + "/detail?" + query);
  }

  /** The names of the snapshots of a list. */
  List<String> names(String query) {
    return Shop.each(list(query), "snapshots", "name");
  }

  /** A job, where the Terraform provider looks for it. */
  HttpAnswer job(String id) {
    return shop.ecsim.http().get("/evs/v2/" + Ecsim.PROJECT + "/jobs/" + id);
  }

  /** Asks for a group. */
  HttpAnswer group(String members) {
    return post(GROUPS, "{'snapshot_group':{" + members + "}}");
  }

  HttpAnswer showGroup(String id) {
    return shop.ecsim.http().get(GROUPS + "/" + id);
  }

  String groupStatus(String id) {
    return showGroup(id).at("/snapshot_group/status");
  }

  HttpAnswer deleteGroup(String id) {
    return shop.ecsim.http().delete(GROUPS + "/" + id);
  }

  HttpAnswer listGroups(String query) {
    return shop.ecsim.http().get(GROUPS + "/detail?" + query);
  }

  HttpAnswer chains(String query) {
    return shop.ecsim.http().get(CHAINS + "?" + query);
  }

  /** A server that has these disks; its id. */
  String server(String name, String... disks) {
    Ref server = new Ref("server", Ecsim.PROJECT, name);
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.begin(
                    Plan.create(
                        shop.rack.create, server, new Rack.Machine(name, Lab.ZONE), List.of())));
    shop.ecsim.advanceToIdle();
    for (String disk : disks) {
      Ref volume = new Ref("volume", Ecsim.PROJECT, disk);
      shop.ecsim
          .world()
          .transact(tx -> tx.begin(shop.rack.attach(tx.state(), server, volume, "/dev/" + disk)));
      shop.ecsim.advanceToIdle();
    }
    return name;
  }

  HttpAnswer post(String address, String json) {
    return shop.ecsim.http().post(address, json.replace('\'', '"'));
  }

  HttpAnswer put(String address, String json) {
    return shop.ecsim.http().put(address, json.replace('\'', '"'));
  }
}
