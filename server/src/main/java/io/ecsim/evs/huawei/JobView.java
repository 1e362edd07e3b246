package io.ecsim.evs.huawei;

import io.ecsim.api.evs.Entities;
import io.ecsim.api.evs.ShowJobResponse;
import io.ecsim.api.evs.SubJob;
import io.ecsim.api.evs.SubJobEntities;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.Times;
import io.ecsim.pack.JobWords;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** A job as the API shows it: {@code evs-lifecycle.md} b.3. */
final class JobView {
  private JobView() {}

  /** Whether it is a job on disks, not one on servers that has disks. */
  static boolean shows(Job job) {
    return disk(job.plan()) != null;
  }

  static ShowJobResponse of(State state, Job job) {
    boolean batch = JobType.BATCH_CREATE.label().equals(job.plan().kind());
    return ShowJobResponse.builder()
        .jobId(job.id())
        .jobType(type(job.plan()))
        .status(JobWords.status(job))
        .beginTime(Times.ofJob(job.began()))
        .endTime(Times.ofJob(job.ended()))
        .errorCode(JobWords.code(job))
        .failReason(JobWords.reason(job))
        .entities(batch ? subJobs(state, job) : entities(entity(state, job)))
        .build();
  }

  private static Entities subJobs(State state, Job job) {
    return Entities.builder()
        .subJobs(job.works().stream().map(state::job).map(sub -> subJob(state, sub)).toList())
        .build();
  }

  private static SubJob subJob(State state, Job job) {
    return SubJob.builder()
        .jobId(job.id())
        .jobType(type(job.plan()))
        .status(JobWords.status(job))
        .beginTime(Times.ofJob(job.began()))
        .endTime(Times.ofJob(job.ended()))
        .errorCode(JobWords.code(job))
        .failReason(JobWords.reason(job))
        .entities(entity(state, job))
        .build();
  }

  private static Entities entities(SubJobEntities entity) {
    return Entities.builder()
        .volumeId(entity.volumeId())
        .name(entity.name())
        .size(entity.size())
        .volumeType(entity.volumeType())
        .build();
  }

  private static SubJobEntities entity(State state, Job job) {
    Ref ref = disk(job.plan());
    Volume volume = volume(state, ref);
    return volume == null
        ? new SubJobEntities(null, null, ref.id(), null)
        : new SubJobEntities(volume.name(), volume.size(), ref.id(), volume.type());
  }

  /** The disk as it is, or as it was when it went. */
  private static Volume volume(State state, Ref ref) {
    Resource<Volume> alive = state.find(VolumeTable.VOLUMES, ref.project(), ref.id());
    return alive != null
        ? alive.spec()
        : state.endedOf(ref.type()).stream()
            .filter(disk -> disk.ref().equals(ref))
            .reduce((earlier, later) -> later)
            .map(disk -> (Volume) disk.spec())
            .orElse(null);
  }

  /** The disk that a plan is about, or null if it is about something else. */
  private static Ref disk(Plan plan) {
    if (plan.edge() == null) {
      return disk(plan.parts().get(0));
    }
    return plan.ref().type().equals(VolumeTable.VOLUMES.type()) ? plan.ref() : null;
  }

  private static String type(Plan plan) {
    return plan.kind() == null
        ? plan.edge().substring(plan.edge().indexOf('.') + 1) + "Volume"
        : plan.kind();
  }
}
