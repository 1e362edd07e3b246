package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderAbsolute;
import io.ecsim.api.evs.CinderLimits;
import io.ecsim.api.evs.CinderShowAbsoluteLimitsResponse;
import io.ecsim.api.evs.LimitsApi;
import io.ecsim.evs.backup.BackupUsage;
import io.ecsim.evs.disk.Usage;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import java.util.List;

/** The limits of the caller's project, natively: {@code evs-schemas.md} 7. */
public final class LimitOperations implements LimitsApi {
  private final Inventory inventory;

  public LimitOperations(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public CinderShowAbsoluteLimitsResponse cinderShowAbsoluteLimitsV2(Call call) {
    return show(call);
  }

  @Override
  public CinderShowAbsoluteLimitsResponse cinderShowAbsoluteLimitsV3(Call call) {
    return show(call);
  }

  private CinderShowAbsoluteLimitsResponse show(Call call) {
    Usage usage = Usage.of(call.glance().state(), call.project());
    BackupUsage backups = BackupUsage.of(call.glance().state(), call.project());
    var absolute =
        CinderAbsolute.builder()
            .maxTotalVolumes(most(Limit.VOLUMES))
            .maxTotalVolumeGigabytes(most(Limit.GIGABYTES))
            .maxTotalSnapshots(most(Limit.SNAPSHOTS))
            .maxTotalBackups(most(Limit.BACKUPS))
            .maxTotalBackupGigabytes(most(Limit.BACKUP_GIGABYTES))
            .totalVolumesUsed(usage.count())
            .totalGigabytesUsed(Math.toIntExact(usage.size()))
            .totalSnapshotsUsed(usage.snapshotCount())
            .totalBackupsUsed(backups.count())
            .totalBackupGigabytesUsed(Math.toIntExact(backups.size()))
            .build();
    return new CinderShowAbsoluteLimitsResponse(new CinderLimits(List.of(), absolute));
  }

  private int most(Limit limit) {
    return inventory.limits().of(limit);
  }
}
