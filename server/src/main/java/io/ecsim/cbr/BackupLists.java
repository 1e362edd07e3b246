package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.cbr.ListBackupsQuery;
import io.ecsim.pack.Backups;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which backups a list shows, and in which order: the newest first unless asked otherwise. */
record BackupLists(ListBackupsQuery query) {

  /** Those that fit, in order. */
  List<Backups.Facts> of(List<Backups.Facts> all) {
    return all.stream().filter(this::fits).sorted(order()).toList();
  }

  private boolean fits(Backups.Facts backup) {
    return fits(query.checkpointId(), backup.checkpoint())
        && fits(query.vaultId(), backup.vault() == null ? null : backup.vault().id())
        && fits(query.name(), backup.name())
        && fits(query.status(), Protection.status(backup))
        && fits(query.resourceId(), backup.disk())
        && fits(query.resourceName(), backup.diskName())
        && fits(query.resourceAz(), backup.zone())
        && fits(query.resourceType(), Protection.DISK)
        && fits(query.imageType(), BackupView.IMAGE_TYPE)
        && fits(query.parentId(), null)
        && inTime(Times.of(backup.createdAt()));
  }

  /** Times without a zone, and with one of UTC, sort as texts. */
  private boolean inTime(String created) {
    return (query.startTime() == null || created.compareTo(query.startTime()) >= 0)
        && (query.endTime() == null || created.compareTo(query.endTime()) <= 0);
  }

  private static boolean fits(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  private Comparator<Backups.Facts> order() {
    if (query.sort() == null || query.sort().isEmpty()) {
      return by("created_at").reversed();
    }
    Comparator<Backups.Facts> order = null;
    for (String part : query.sort().split(",", -1)) {
      String[] words = part.split(":", 2);
      Comparator<Backups.Facts> next = by(words[0]);
      next = words.length > 1 && words[1].equals("asc") ? next : next.reversed();
      order = order == null ? next : order.thenComparing(next);
    }
    return order;
  }

  private static Comparator<Backups.Facts> by(String key) {
    return switch (key) {
      case "created_at", "protected_at" -> Comparator.comparingLong(Backups.Facts::createdAt);
      case "updated_at" -> Comparator.comparingLong(Backups.Facts::updatedAt);
      case "name" -> Comparator.comparing(Backups.Facts::name);
      case "status" -> Comparator.comparing(Protection::status);
      case "id" -> Comparator.comparing(backup -> backup.ref().id());
      default ->
          throw new ApiError(
              "BackupService.9900",
              "sort %s is none of created_at, updated_at, name, status, protected_at, id."
                  .formatted(key));
    };
  }

  /** The page of these that is wanted. */
  List<Backups.Facts> page(List<Backups.Facts> all) {
    return all.stream()
        .skip(start(all) + Page.offset(query.offset()))
        .limit(Page.limit(query.limit()))
        .toList();
  }

  private int start(List<Backups.Facts> all) {
    return query.marker() == null || query.marker().isEmpty()
        ? 0
        : 1
            + IntStream.range(0, all.size())
                .filter(i -> all.get(i).ref().id().equals(query.marker()))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ApiError(
                            "BackupService.9900",
                            "marker %s is nothing here.".formatted(query.marker())));
  }
}
