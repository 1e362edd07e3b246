package io.ecsim.evs.cinder;

import io.ecsim.evs.backup.BackupUsage;
import io.ecsim.evs.disk.Usage;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.VolumeType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The quotas of a project: {@code evs-schemas.md} 7. */
final class QuotaView {
  private final Inventory inventory;
  private final Usage usage;
  private final BackupUsage backups;

  QuotaView(Inventory inventory, Usage usage, BackupUsage backups) {
    this.inventory = inventory;
    this.usage = usage;
    this.backups = backups;
  }

  /**
   * The quota set.
   *
   * @param used whether it says what is used; else limits alone, as numbers
   */
  Map<String, Object> of(String project, boolean used) {
    var quotas = new LinkedHashMap<String, Quota>();
    quotas.put("volumes", quota(Limit.VOLUMES, usage.count(), 0));
    quotas.put("gigabytes", quota(Limit.GIGABYTES, usage.size(), usage.reserved()));
    quotas.put("snapshots", quota(Limit.SNAPSHOTS, usage.snapshotCount(), 0));
    quotas.put("backups", quota(Limit.BACKUPS, backups.count(), 0));
    quotas.put("backup_gigabytes", quota(Limit.BACKUP_GIGABYTES, backups.size(), 0));
    quotas.put("per_volume_gigabytes", quota(Limit.PER_VOLUME_GIGABYTES, 0, 0));
    inventory.volumeTypes().stream().map(VolumeType::name).forEach(type -> put(quotas, type));
    var set = new LinkedHashMap<String, Object>();
    set.put("id", project);
    quotas.forEach((name, quota) -> set.put(name, used ? quota.shown() : quota.limit()));
    return set;
  }

  private void put(Map<String, Quota> quotas, String type) {
    quotas.put("volumes_" + type, quota(Limit.VOLUMES_PER_TYPE, usage.count(type), 0));
    quotas.put(
        "gigabytes_" + type,
        quota(Limit.GIGABYTES_PER_TYPE, usage.size(type), usage.reserved(type)));
    quotas.put("snapshots_" + type, quota(Limit.SNAPSHOTS_PER_TYPE, usage.snapshotCount(type), 0));
  }

  private Quota quota(Limit limit, long inUse, long reserved) {
    return new Quota(inUse, inventory.limits().of(limit), reserved);
  }

  private record Quota(long inUse, int limit, long reserved) {
    Map<String, Object> shown() {
      var shown = new LinkedHashMap<String, Object>();
      shown.put("in_use", inUse);
      shown.put("limit", limit);
      shown.put("reserved", reserved);
      return shown;
    }
  }
}
