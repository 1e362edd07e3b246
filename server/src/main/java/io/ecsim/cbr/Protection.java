package io.ecsim.cbr;

import io.ecsim.pack.Backups;
import java.util.List;

/** What this service calls the state of backups, and of disks by their backups. */
final class Protection {
  /** The type of a disk among the resources of a vault. */
  static final String DISK = "OS::Cinder::Volume";

  /** Who makes backups of disks. */
  static final String PROVIDER = "d1603440-187d-4516-af25-121250c7cc97";

  static final int MIB_PER_GIB = 1024;

  private static final String ERROR = "error";

  private Protection() {}

  /** The status of a backup. */
  static String status(Backups.Facts backup) {
    return switch (backup.status()) {
      case "creating" -> "protecting";
      case "error_deleting" -> ERROR;
      default -> backup.status();
    };
  }

  /** The status of several backups as one: what is under way first, then what went wrong. */
  static String status(List<Backups.Facts> backups) {
    List<String> statuses = backups.stream().map(Protection::status).distinct().toList();
    return List.of("protecting", "restoring", "deleting", ERROR).stream()
        .filter(statuses::contains)
        .findFirst()
        .orElse("available");
  }

  /** What backups take, MiB. */
  static long size(List<Backups.Facts> backups) {
    return backups.stream()
        .filter(backup -> !backup.status().equals(ERROR))
        .mapToLong(backup -> (long) backup.size() * MIB_PER_GIB)
        .sum();
  }
}
