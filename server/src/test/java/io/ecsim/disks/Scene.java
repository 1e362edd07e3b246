package io.ecsim.disks;

import static io.ecsim.testing.Caller.ok;

import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A double with Anna, who has disks, and Bert, who may get one. */
final class Scene {
  final WholeDouble cloud;
  final Tenant anna;
  final Tenant bert;

  /** What a preparation has to tell beside the id of what it made. */
  final Map<String, String> notes = new HashMap<>();

  Scene(WholeDouble cloud) {
    this.cloud = cloud;
    this.anna = new Tenant(cloud.http(), Tenant.ANNA);
    this.bert = new Tenant(cloud.http(), Tenant.BERT);
  }

  /** A disk that is available. */
  String disk() {
    String id = anna.disk();
    cloud.idle();
    return id;
  }

  String disk(String members) {
    String id = anna.disk(members);
    cloud.idle();
    return id;
  }

  /** A disk in a server, whose id is noted. */
  String attached() {
    return attached(disk());
  }

  String attached(String disk) {
    ok(anna.attach(disk, server()));
    cloud.idle();
    return disk;
  }

  String server() {
    return server("server");
  }

  String anotherServer() {
    return server("another");
  }

  private String server(String note) {
    if (!notes.containsKey(note)) {
      ok(anna.orderServer(note));
      cloud.idle();
      anna.servers().forEach((id, server) -> notes.putIfAbsent(server.path("name").asText(), id));
    }
    return notes.get(note);
  }

  /** A snapshot that is available; its disk is noted. */
  String snapshot() {
    notes.put("disk", disk());
    return snapshotOf(notes.get("disk"));
  }

  /** The snapshot of this disk; it is made where there is none. */
  String snapshotOf(String disk) {
    return anna.snapshots().values().stream()
        .filter(snapshot -> snapshot.path("volume_id").asText().equals(disk))
        .map(snapshot -> snapshot.path("id").asText())
        .findFirst()
        .orElseGet(() -> snapped(disk));
  }

  private String snapped(String disk) {
    String id = ok(anna.snap(disk)).at("/snapshot/id");
    cloud.idle();
    return id;
  }

  /** A group with a snapshot of one disk. */
  String group() {
    String id = ok(anna.snapTogether(disk())).at("/snapshot_group_id");
    cloud.idle();
    return id;
  }

  /** A disk in the recycle bin. */
  String recycled() {
    ok(
        anna.put(
            "/evs/v3/{p}/recycle-bin-volumes/policy",
            "{'switch':true,'threshold_time':1,'keep_time':7}"));
    String disk = disk();
    cloud.world().advance(Duration.ofDays(2));
    ok(anna.deleteDisk(disk));
    cloud.idle();
    return disk;
  }

  /** A backup of this disk. */
  String backupOf(String disk) {
    ok(anna.backUp(disk));
    cloud.idle();
    return anna.backups().values().stream()
        .filter(backup -> backup.path("volume_id").asText().equals(disk))
        .map(backup -> backup.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  String shared() {
    return disk("'size':10,'volume_type':'SAS','multiattach':true");
  }

  /** A disk with a snapshot, which is noted. */
  String rememberedDisk() {
    notes.put("snapshot", snapshot());
    return notes.get("disk");
  }

  /** An offer; its key and its disk are noted. */
  String offer() {
    String disk = disk();
    HttpAnswer offered = ok(anna.offer(disk));
    notes.put("disk", disk);
    notes.put("key", offered.at("/transfer/auth_key"));
    notes.put("transfer", offered.at("/transfer/id"));
    return offered.at("/transfer/id");
  }

  /** A disk that awaits its transfer; the offer is noted. */
  String offered() {
    offer();
    return notes.get("disk");
  }

  HttpAnswer acted(String disk, String json) {
    return anna.act(disk, json);
  }

  /** After something natively done to a disk. */
  String having(String disk, String json) {
    ok(anna.act(disk, json));
    return disk;
  }

  HttpAnswer deleteServer() {
    return anna.post(
        "/ecs/v1/{p}/cloudservers/delete", "{'servers':[{'id':'%s'}]}", notes.get("server"));
  }
}
