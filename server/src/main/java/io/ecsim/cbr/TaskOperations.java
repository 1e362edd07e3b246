package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.cbr.CommonTask;
import io.ecsim.api.cbr.ErrorInfo;
import io.ecsim.api.cbr.OperationLog;
import io.ecsim.api.cbr.OperationLogResponse;
import io.ecsim.api.cbr.RestoreTask;
import io.ecsim.api.cbr.TaskExtraInfo;
import io.ecsim.api.cbr.TasksApi;
import io.ecsim.pack.Backups;
import io.ecsim.pack.JobWords;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.Set;

/** Tasks, as clients wait for them. */
final class TaskOperations implements TasksApi {
  private static final Set<String> OWN = Set.of(BackupOperations.JOB, CheckpointOperations.JOB);
  private static final int DONE = 100;

  private final Backups backups;

  TaskOperations(Backups backups) {
    this.backups = backups;
  }

  @Override
  public OperationLogResponse showOpLog(Call call, String operationLogId) {
    State state = call.glance().state();
    Job job = state.job(operationLogId);
    if (job == null || !job.project().equals(call.project()) || !own(job)) {
      throw new ApiError("BackupService.6500", "There is no task %s.".formatted(operationLogId));
    }
    return new OperationLogResponse(log(state, call.glance().job(operationLogId)));
  }

  /** Most jobs are not called anything: a vault that is made, say. */
  private static boolean own(Job job) {
    return job.plan().kind() != null && OWN.contains(job.plan().kind());
  }

  private OperationLog log(State state, Job job) {
    Backups.Facts backup = backups.of(state, job);
    Ref vault = backup == null ? null : backup.vault();
    return OperationLog.builder()
        .id(job.id())
        .projectId(job.project())
        .providerId(Protection.PROVIDER)
        .operationType(job.plan().kind())
        .status(status(job))
        .createdAt(Times.of(job.began()))
        .startedAt(Times.of(job.began()))
        .updatedAt(Times.of(job.phase().over() ? job.ended() : state.now()))
        .endedAt(Times.of(job.ended()))
        .checkpointId(backup == null ? null : backup.checkpoint())
        .vaultId(vault == null ? null : vault.id())
        .vaultName(
            vault == null
                ? null
                : state.require(VaultTable.VAULTS, vault.project(), vault.id()).spec().name())
        .errorInfo(new ErrorInfo(orEmpty(JobWords.code(job)), orEmpty(JobWords.reason(job))))
        .extraInfo(
            new TaskExtraInfo(
                new CommonTask(job.phase() == Phase.SUCCESS ? DONE : 0),
                restored(state, job, backup)))
        .build();
  }

  private static String status(Job job) {
    return switch (job.phase()) {
      case INIT -> "waiting";
      case RUNNING, FAILING -> "running";
      case SUCCESS -> "success";
      case FAIL -> "failed";
    };
  }

  private RestoreTask restored(State state, Job job, Backups.Facts backup) {
    if (backup == null || !BackupOperations.JOB.equals(job.plan().kind())) {
      return null;
    }
    String id = job.plan().parts().get(0).ref().id();
    Backups.Disk disk = backups.disk(state, job.project(), id);
    return new RestoreTask(backup.ref().id(), backup.name(), id, disk == null ? "" : disk.name());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
