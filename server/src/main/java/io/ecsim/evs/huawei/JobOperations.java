package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.JobsApi;
import io.ecsim.api.evs.ShowJobResponse;
import io.ecsim.sim.Job;

/** Jobs, as clients poll them. */
public final class JobOperations implements JobsApi {
  @Override
  public ShowJobResponse showJob(Call call, String jobId) {
    return show(call, jobId);
  }

  @Override
  public ShowJobResponse showJobV2(Call call, String jobId) {
    return show(call, jobId);
  }

  /** An unknown job is a bad request, not a missing thing: {@code evs-lifecycle.md} b.3. */
  private static ShowJobResponse show(Call call, String id) {
    Job known = call.glance().state().job(id);
    if (known == null || !known.project().equals(call.project()) || !JobView.shows(known)) {
      throw new ApiError("Common.0011", "There is no job %s.".formatted(id));
    }
    return JobView.of(call.glance().state(), call.glance().job(id));
  }
}
