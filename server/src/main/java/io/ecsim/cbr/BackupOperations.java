package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.cbr.BackupResponse;
import io.ecsim.api.cbr.BackupsApi;
import io.ecsim.api.cbr.ListBackupsQuery;
import io.ecsim.api.cbr.ListBackupsResponse;
import io.ecsim.api.cbr.Restore;
import io.ecsim.api.cbr.RestoreBackupRequest;
import io.ecsim.api.cbr.RestoreBackupResponse;
import io.ecsim.pack.Backups;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.State;
import java.util.List;
import java.util.stream.Stream;

/** Backups of disks, whoever had them made: list, show, delete, restore. */
final class BackupOperations implements BackupsApi {
  /** What the job is called that restores one. */
  static final String JOB = "restore";

  private final Backups backups;

  BackupOperations(Backups backups) {
    this.backups = backups;
  }

  @Override
  public ListBackupsResponse listBackups(Call call, ListBackupsQuery query) {
    State state = call.glance().state();
    var lists = new BackupLists(query);
    List<Backups.Facts> all = lists.of(backups.all(state, call.project()));
    List<Backups.Facts> page = lists.page(all);
    page.forEach(backup -> call.glance().show(state.find(backup.ref())));
    return new ListBackupsResponse(page.stream().map(BackupView::of).toList(), all.size());
  }

  @Override
  public BackupResponse showBackup(Call call, String backupId) {
    State state = call.glance().state();
    Backups.Facts backup = backups.find(state, call.project(), backupId);
    if (backup == null) {
      throw new ApiError("BackupService.6200", "There is no backup %s.".formatted(backupId));
    }
    call.glance().show(state.find(backup.ref()));
    return new BackupResponse(BackupView.of(backup));
  }

  @Override
  public void deleteBackup(Call call, String backupId) {
    CbrWords.in(
        call,
        () -> call.transact(tx -> tx.begin(backups.delete(tx.state(), call.project(), backupId))));
  }

  @Override
  public RestoreBackupResponse restoreBackup(
      Call call, String backupId, RestoreBackupRequest body) {
    String disk = target(backupId, body.restore());
    return CbrWords.in(
        call,
        () -> {
          Job job =
              call.transact(
                  tx ->
                      tx.begin(
                          Plan.together(
                              JOB,
                              List.of(
                                  backups.restore(tx.state(), call.project(), backupId, disk)))));
          return new RestoreBackupResponse(job.id());
        });
  }

  private static String target(String backup, Restore wanted) {
    if (wanted.serverId() != null && !wanted.serverId().isEmpty()) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model the restoration of a server: server_id %s."
              .formatted(wanted.serverId()));
    }
    Stream<String> mapped =
        wanted.mappings() == null
            ? Stream.empty()
            : wanted.mappings().stream()
                .filter(mapping -> mapping.backupId().equals(backup))
                .map(mapping -> mapping.volumeId());
    return Stream.concat(Stream.of(given(wanted.volumeId()), given(wanted.resourceId())), mapped)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElseThrow(() -> new ApiError("BackupService.9900", "restore has no volume_id."));
  }

  private static String given(String id) {
    return id == null ? "" : id;
  }
}
