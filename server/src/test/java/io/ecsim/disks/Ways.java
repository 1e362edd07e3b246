package io.ecsim.disks;

import io.ecsim.testing.HttpAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** For each edge of the tables of disks, how users set it in motion. */
final class Ways {
  private static final Map<String, Way> ALL = new LinkedHashMap<>();

  private Ways() {}

  static Map<String, Way> all() {
    return ALL;
  }

  /** The way to an edge, or to this failure of it, where only some lives can have that. */
  static Way of(String edge, String failure) {
    return edge.equals("volume.create") && "EVS.2025".equals(failure)
        ? Way.making(Ways::backedUp, "/volume_ids/0", (s, d) -> fromABackup(s))
        : ALL.get(edge);
  }

  private static HttpAnswer fromABackup(Scene scene) {
    return scene.anna.orderDisk(
        "'size':10,'volume_type':'SAS','backup_id':'" + scene.notes.get("backup") + "'");
  }

  static {
    ALL.put(
        "volume.create", Way.making(s -> null, "/volume_ids/0", (s, none) -> s.anna.orderDisk()));
    ALL.put("volume.attach", Way.on(Ways::besideAServer, (s, d) -> s.anna.attach(d, s.server())));
    ALL.put("volume.detach", Way.on(Scene::attached, (s, d) -> s.anna.detach(d, s.server())));
    ALL.put("volume.extend", Way.on(Scene::disk, (s, d) -> s.anna.extend(d, 20)));
    ALL.put("volume.retype", Way.on(Scene::disk, (s, d) -> s.anna.retype(d, "SSD")));
    ALL.put("volume.modify-qos", Way.on(Ways::tunable, Ways::tune));
    ALL.put("volume.delete", Way.on(Scene::disk, (s, d) -> s.anna.deleteDisk(d)));
    ALL.put(
        "volume.rollback",
        Way.on(Scene::rememberedDisk, (s, d) -> s.anna.rollBack(s.notes.get("snapshot"), d)));
    ALL.put("volume.force-delete", natively("{'os-force_delete':{}}"));
    ALL.put("volume.reserve", natively("{'os-reserve':{}}"));
    ALL.put(
        "volume.unreserve",
        Way.on(
            s -> s.having(s.disk(), "{'os-reserve':{}}"),
            (s, d) -> s.acted(d, "{'os-unreserve':{}}")));
    ALL.put(
        "volume.begin-detaching",
        Way.on(Scene::attached, (s, d) -> s.acted(d, "{'os-begin_detaching':{}}")));
    ALL.put(
        "volume.roll-detaching",
        Way.on(
            s -> s.having(s.attached(), "{'os-begin_detaching':{}}"),
            (s, d) -> s.acted(d, "{'os-roll_detaching':{}}")));
    ALL.put("volume.set-bootable", natively("{'os-set_bootable':{'bootable':true}}"));
    ALL.put("volume.set-readonly", natively("{'os-update_readonly_flag':{'readonly':true}}"));
    ALL.put(
        "volume.set-metadata",
        Way.on(
            Scene::disk,
            (s, d) ->
                s.anna.post("/evs/v3/{p}/volumes/" + d + "/metadata", "{'metadata':{'a':'b'}}")));
    ALL.put("volume.release", Way.on(Scene::attached, (s, d) -> s.deleteServer()));
    ALL.put("volume.transfer", Way.on(Scene::disk, (s, d) -> s.anna.offer(d)));
    ALL.put(
        "volume.accept-transfer",
        Way.on(
            Scene::offered, (s, d) -> s.bert.accept(s.notes.get("transfer"), s.notes.get("key"))));
    ALL.put(
        "volume.cancel-transfer",
        Way.on(Scene::offered, (s, d) -> s.anna.withdraw(s.notes.get("transfer"))));
    ALL.put("volume.revert", Way.on(Scene::recycled, (s, d) -> s.anna.recover(d)));
    ALL.put("volume.destroy", Way.on(Scene::recycled, (s, d) -> s.anna.destroy(d)));
    ALL.put(
        "snapshot-group.create",
        Way.making(Scene::disk, "/snapshot_group_id", (s, d) -> s.anna.snapTogether(d)));
    ALL.put(
        "snapshot-group.delete",
        Way.on(Scene::group, (s, it) -> s.anna.delete("/evs/v5/{p}/snapshot-groups/" + it)));
    ALL.put("volume.backup", Way.on(Scene::disk, (s, d) -> s.anna.backUp(d)));
    ALL.put(
        "volume.restore",
        Way.on(Ways::backedUp, (s, d) -> s.anna.restore(s.notes.get("backup"), d)));
    ALL.put("volume.upload", Way.on(Scene::disk, (s, d) -> s.anna.upload(d)));
    ALL.put(
        "volume.force-detach",
        Way.on(Scene::attached, (s, d) -> s.acted(d, "{'os-force_detach':{}}")));
    ALL.put(
        "snapshot.backup",
        Way.on(Scene::snapshot, (s, it) -> s.anna.backUp(s.notes.get("disk"), it)));
    ALL.put(
        "backup.create",
        Way.making(
            Scene::disk,
            "/backup/id",
            (s, d) -> s.anna.post("/evs/v3/{p}/backups", "{'backup':{'volume_id':'%s'}}", d)));
    ALL.put(
        "backup.restore",
        Way.on(s -> s.backupOf(noted(s)), (s, it) -> s.anna.restore(it, s.notes.get("disk"))));
    ALL.put(
        "backup.delete",
        Way.on(s -> s.backupOf(s.disk()), (s, it) -> s.anna.delete("/cbr/v3/{p}/backups/" + it)));
    ALL.put("volume.subscribe", Way.on(Scene::attached, Ways::subscribe));
    ALL.put("snapshot.create", Way.making(Scene::disk, "/snapshot/id", (s, d) -> s.anna.snap(d)));
    ALL.put(
        "snapshot.rollback",
        Way.on(Scene::snapshot, (s, it) -> s.anna.rollBack(it, s.notes.get("disk"))));
    ALL.put("snapshot.delete", Way.on(Scene::snapshot, (s, it) -> s.anna.deleteSnapshot(it)));
    ALL.put("transfer.create", Way.making(Scene::disk, "/transfer/id", (s, d) -> s.anna.offer(d)));
    ALL.put(
        "transfer.accept", Way.on(Scene::offer, (s, it) -> s.bert.accept(it, s.notes.get("key"))));
    ALL.put("transfer.delete", Way.on(Scene::offer, (s, it) -> s.anna.withdraw(it)));
  }

  /** The server of the disk is paid for by the month from now on, with its disks. */
  private static HttpAnswer subscribe(Scene scene, String disk) {
    return scene.anna.post(
        "/ecs/v1/{p}/cloudservers/actions/change-charge-mode",
        """
        {'charge_mode':'prePaid','server_ids':['%s'],
          'prepaid_options':{'include_data_disks':true,
            'period_type':'month','period_num':1,'auto_pay':true}}
        """,
        scene.server());
  }

  private static Way natively(String json) {
    return Way.on(Scene::disk, (s, d) -> s.acted(d, json));
  }

  private static String noted(Scene scene) {
    scene.notes.put("disk", scene.disk());
    return scene.notes.get("disk");
  }

  /** A disk with a backup, which is noted. */
  private static String backedUp(Scene scene) {
    scene.notes.put("backup", scene.backupOf(noted(scene)));
    return scene.notes.get("disk");
  }

  private static String besideAServer(Scene scene) {
    scene.server();
    return scene.disk();
  }

  private static String tunable(Scene scene) {
    return scene.disk("'volume_type':'GPSSD2','iops':3000,'throughput':125,'size':20");
  }

  private static HttpAnswer tune(Scene scene, String disk) {
    return scene.anna.put(
        "/evs/v5/{p}/cloudvolumes/" + disk + "/qos",
        "{'qos_modify':{'iops':4000,'throughput':200}}");
  }
}
