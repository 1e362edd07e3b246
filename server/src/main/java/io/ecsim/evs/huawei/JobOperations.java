package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.JobsApi;
import io.ecsim.api.evs.ShowJobResponse;
import io.ecsim.sim.Job;
import java.util.Set;

/** Jobs, as clients poll them. */
public final class JobOperations implements JobsApi {
  private final Set<String> types;

  /**
   * The jobs on things of some types.
   *
   * @param types of which EVS has jobs; one on a server is none of it, though it may have disks
   */
  public JobOperations(Set<String> types) {
    this.types = types;
  }

  @Override
  public ShowJobResponse showJob(Call call, String jobId) {
    return show(call, jobId);
  }

  @Override
  public ShowJobResponse showJobV2(Call call, String jobId) {
    return show(call, jobId);
  }

  /** An unknown job is a bad request, not a missing thing: {@code evs-lifecycle.md} b.3. */
  private ShowJobResponse show(Call call, String id) {
    Job known = call.glance().state().job(id);
    if (known == null || !known.project().equals(call.project()) || !isShown(known)) {
      throw new ApiError("Common.0011", "There is no job %s.".formatted(id));
    }
    return JobView.of(call.glance().state(), call.glance().job(id));
  }

  private boolean isShown(Job job) {
    return types.contains(JobView.subject(job.plan()).type());
  }
}
