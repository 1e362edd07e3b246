package io.ecsim.evs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CloudBackupsApi;
import io.ecsim.api.evs.JobIdResponse;
import io.ecsim.api.evs.Tag;
import io.ecsim.api.evs.VbsBackupOption;
import io.ecsim.api.evs.VbsCreateBackupRequest;
import io.ecsim.api.evs.VbsRestoreBackupRequest;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTexts;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.backup.NewBackup;
import io.ecsim.sim.Job;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Backups as the Volume Backup Service deals with them, with jobs. */
public final class CloudBackupOperations implements CloudBackupsApi {
  private static final String FULL = "FullBackup";

  private final Backups backups;

  public CloudBackupOperations(Backups backups) {
    this.backups = backups;
  }

  @Override
  public JobIdResponse vbsCreateBackup(Call call, VbsCreateBackupRequest body) {
    NewBackup wanted = asked(body.backup());
    Job job = call.transact(tx -> backups.create(tx, call.project(), wanted));
    return new JobIdResponse(job.id());
  }

  private static NewBackup asked(VbsBackupOption option) {
    BackupTexts.checkName(option.name());
    BackupTexts.checkDescription(option.description());
    Map<String, String> tags = tags(option.tags());
    BackupTexts.checkTags(tags);
    return new NewBackup(
        option.volumeId(),
        option.snapshotId() == null || option.snapshotId().isEmpty() ? null : option.snapshotId(),
        option.name(),
        option.description(),
        option.extendParam() != null && "true".equalsIgnoreCase(option.extendParam().get(FULL)),
        Map.of(),
        tags,
        Backup.Place.NONE,
        null);
  }

  private static Map<String, String> tags(List<Tag> tags) {
    var map = new LinkedHashMap<String, String>();
    if (tags != null) {
      tags.forEach(tag -> map.put(tag.key(), tag.value() == null ? "" : tag.value()));
    }
    return map;
  }

  @Override
  public JobIdResponse vbsRestoreBackup(Call call, String backupId, VbsRestoreBackupRequest body) {
    String disk = body.restore().volumeId();
    Job job =
        call.transact(
            tx -> tx.begin(Backups.restoration(tx.state(), call.project(), backupId, disk)));
    return new JobIdResponse(job.id());
  }
}
