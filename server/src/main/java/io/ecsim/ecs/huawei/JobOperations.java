package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.Entities;
import io.ecsim.api.ecs.JobsApi;
import io.ecsim.api.ecs.ShowJobResponse;
import io.ecsim.api.ecs.SubJob;
import io.ecsim.api.ecs.SubJobEntities;
import io.ecsim.ecs.server.NewNic;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Times;
import io.ecsim.pack.JobWords;
import io.ecsim.pack.Orders;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;

/** Jobs: {@code ecs-lifecycle.md} b.0, {@code ecs-schemas.md} 5. */
public record JobOperations(ServerTable table, Orders orders) implements JobsApi {
  private static final String PORT = "port";

  @Override
  public ShowJobResponse showJob(Call call, String jobId) {
    Job job = call.glance().job(jobId);
    State state = call.glance().state();
    Orders.Awaited awaited = job == null ? orders.awaited(state, call.project(), jobId) : null;
    if (awaited != null) {
      return awaiting(jobId, awaited);
    }
    if (job == null || !job.project().equals(call.project()) || !ours(state, job)) {
      throw new ApiError("Common.0011", "The job_id %s does not exist.".formatted(jobId));
    }
    return ShowJobResponse.builder()
        .jobId(job.id())
        .jobType(type(job))
        .status(JobWords.status(job))
        .beginTime(time(job.began()))
        .endTime(time(job.ended()))
        .errorCode(JobWords.code(job))
        .failReason(JobWords.reason(job))
        .entities(entities(state, job))
        .build();
  }

  /** A job that begins when it is paid for and its order has been processed. */
  private static ShowJobResponse awaiting(String id, Orders.Awaited awaited) {
    return ShowJobResponse.builder()
        .jobId(id)
        .jobType(awaited.work().kind())
        .status(awaited.paid() ? "INIT" : "PENDING_PAYMENT")
        .beginTime("")
        .endTime("")
        .entities(
            awaited.work().ref() == null
                ? new Entities(null, null, List.of(), 0)
                : new Entities(null, awaited.work().ref().id(), null, null))
        .build();
  }

  /** Jobs of disks have the same address, but are asked of the disk service. */
  private boolean ours(State state, Job job) {
    return job.ref() == null
        ? job.parts().stream().findFirst().filter(id -> ours(state, state.job(id))).isPresent()
        : job.ref().type().equals(table.servers.type());
  }

  private static Entities entities(State state, Job job) {
    if (job.ref() != null || isOfOneServer(job.plan())) {
      return new Entities(null, server(job.plan()), null, null);
    }
    List<SubJob> subs = job.parts().stream().map(state::job).map(JobOperations::sub).toList();
    return new Entities(null, null, subs, subs.size());
  }

  /** What goes on on one server in several edges, one after the other, is one job. */
  private static boolean isOfOneServer(Plan plan) {
    return plan.inOrder()
        && plan.parts().stream().map(JobOperations::server).distinct().count() == 1;
  }

  private static String server(Plan plan) {
    return plan.ref() == null ? server(plan.parts().get(0)) : plan.ref().id();
  }

  private static SubJob sub(Job job) {
    return SubJob.builder()
        .jobId(job.id())
        .jobType(type(job))
        .status(JobWords.status(job))
        .beginTime(time(job.began()))
        .endTime(time(job.ended()))
        .errorCode(JobWords.code(job))
        .failReason(JobWords.reason(job))
        .entities(done(job))
        .build();
  }

  /** What a sub job was about: a network card, else the server. */
  private static SubJobEntities done(Job job) {
    Object argument = job.plan().argument();
    String nic =
        argument instanceof NewNic added
            ? added.port()
            : argument instanceof Ref removed && removed.type().equals(PORT) ? removed.id() : null;
    return new SubJobEntities(JobWords.reason(job), nic, nic == null ? server(job.plan()) : null);
  }

  private static String type(Job job) {
    return job.plan().kind() == null ? job.edge() : job.plan().kind();
  }

  private static String time(long millis) {
    return millis == 0 ? "" : Times.millis(millis);
  }
}
