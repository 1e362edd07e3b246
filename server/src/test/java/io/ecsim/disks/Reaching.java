package io.ecsim.disks;

import static io.ecsim.testing.Caller.ok;

import io.ecsim.testing.HttpAnswer;
import java.util.function.Supplier;

/** How a disk comes into each status, by requests and faults that anybody can make. */
record Reaching(Scene scene) {

  /** A disk without any snapshot in this status. */
  String status(String status) {
    Tenant anna = scene.anna;
    return switch (status) {
      case "creating" -> anna.disk();
      case "downloading" -> downloading();
      case "error" -> failing("volume.create", null, anna::orderDisk);
      case "shared in-use" -> scene.attached(scene.shared());
      default -> of(status, scene.disk());
    };
  }

  private String of(String status, String disk) {
    Tenant anna = scene.anna;
    return switch (status) {
      case "available" -> disk;
      case "in-use" -> scene.attached(disk);
      case "attaching" -> begun(disk, anna.attach(disk, scene.server()));
      case "detaching" -> begun(disk, anna.detach(scene.attached(disk), scene.server()));
      case "deleting" -> begun(disk, anna.deleteDisk(disk));
      case "extending" -> begun(disk, anna.extend(disk, 20));
      case "uploading" -> begun(disk, anna.upload(disk));
      case "awaiting-transfer" -> begun(disk, anna.offer(disk));
      case "rollbacking" -> begun(disk, anna.rollBack(scene.snapshotOf(disk), disk));
      case "restoring-backup" -> begun(disk, anna.restore(scene.backupOf(disk), disk));
      case "error_deleting" -> failing("volume.delete", disk, () -> anna.deleteDisk(disk));
      case "error_extending" -> failing("volume.extend", disk, () -> anna.extend(disk, 20));
      case "error_restoring" -> unrestored(disk);
      case "error_rollbacking" -> notRolledBack(disk);
      default -> throw new IllegalArgumentException(status);
    };
  }

  /** A disk with a snapshot, put into this status by force: most come to be without snapshots. */
  String forced(String status) {
    String disk = status.startsWith("shared") ? scene.shared() : scene.disk();
    scene.snapshotOf(disk);
    String json = "{\"status\":\"%s\"}".formatted(status.replace("shared ", ""));
    ok(scene.anna.http().send("PATCH", "/_ecsim/state/volume/" + disk, json));
    return disk;
  }

  private String downloading() {
    String disk =
        scene.anna.disk(
            "'size':40,'volume_type':'SAS','imageRef':'%s'".formatted(scene.cloud.image()));
    while (!scene.anna.statusOf(disk).equals("downloading")) {
      scene.cloud.next();
    }
    return disk;
  }

  private String unrestored(String disk) {
    String backup = scene.backupOf(disk);
    return failing("volume.restore", disk, () -> scene.anna.restore(backup, disk));
  }

  private String notRolledBack(String disk) {
    String snapshot = scene.snapshotOf(disk);
    failing("volume.rollback", disk, () -> scene.anna.rollBack(snapshot, disk));
    ok(scene.anna.deleteSnapshot(snapshot));
    scene.cloud.idle();
    return disk;
  }

  private static String begun(String disk, HttpAnswer answer) {
    ok(answer);
    return disk;
  }

  /** The disk after this edge has failed by a fault; the answer names one that is made. */
  private String failing(String edge, String disk, Supplier<HttpAnswer> request) {
    scene.cloud.fault(
        """
        {"name": "f", "on": {"edge": "%s"}, "when": {"nth": 1}, "do": {"fail": true}}
        """
            .formatted(edge));
    HttpAnswer answer = ok(request.get());
    scene.cloud.idle();
    return disk == null ? answer.at("/volume_ids/0") : disk;
  }
}
