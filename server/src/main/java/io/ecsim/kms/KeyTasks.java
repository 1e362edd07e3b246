package io.ecsim.kms;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.kms.KeypairTasksApi;
import io.ecsim.api.kms.ListKeypairTaskResponse;
import io.ecsim.sim.Job;

/** Tasks are jobs under another name: the id has hyphens, the status says what is done. */
final class KeyTasks implements KeypairTasksApi {

  /** The id of a job as tasks have it. */
  static String taskId(Job job) {
    return job.id().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  @Override
  public ListKeypairTaskResponse listKeypairTask(Call call, String taskId) {
    Job job = call.glance().job(taskId.replace("-", ""));
    if (job == null || !job.project().equals(call.project())) {
      throw new ApiError("KPS.1005", "The task %s could not be found.".formatted(taskId));
    }
    String phase =
        switch (job.phase()) {
          case INIT -> "READY_";
          case RUNNING, FAILING -> "RUNNING_";
          case SUCCESS -> "SUCCESS_";
          case FAIL -> "FAILED_";
        };
    return new ListKeypairTaskResponse(job.ref().id(), taskId, phase + job.plan().kind());
  }
}
