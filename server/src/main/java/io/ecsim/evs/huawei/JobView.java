package io.ecsim.evs.huawei;

import io.ecsim.api.evs.Entities;
import io.ecsim.api.evs.ShowJobResponse;
import io.ecsim.api.evs.SubJob;
import io.ecsim.api.evs.SubJobEntities;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.Restoration;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.Times;
import io.ecsim.pack.JobWords;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import java.util.Set;

/**
 * A job as the API shows it: {@code evs-lifecycle.md} b.3. One on a snapshot names its disk, as
 * nothing else is published.
 */
final class JobView {
  private static final Set<String> BATCHES =
      Set.of(JobType.BATCH_CREATE.label(), JobType.BATCH_EXTEND.label());

  private JobView() {}

  static ShowJobResponse of(State state, Job job) {
    return ShowJobResponse.builder()
        .jobId(job.id())
        .jobType(type(job.plan()))
        .status(JobWords.status(job))
        .beginTime(Times.ofJob(job.began()))
        .endTime(Times.ofJob(job.ended()))
        .errorCode(JobWords.code(job))
        .failReason(JobWords.reason(job))
        .entities(isBatch(job) ? subJobs(state, job) : entities(state, job))
        .build();
  }

  /** Whether it is on several disks, each in a part of its own. */
  private static boolean isBatch(Job job) {
    String type = subject(job.plan()).type();
    if (type.equals(BackupTable.BACKUPS.type())) {
      return job.plan().edge() == null;
    }
    return BATCHES.contains(String.valueOf(job.plan().kind()))
        || (!type.equals(VolumeTable.VOLUMES.type())
            && !type.equals(SnapshotTable.SNAPSHOTS.type()));
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

  private static Entities entities(State state, Job job) {
    if (job.plan().spec() instanceof Backup backup) {
      return Entities.builder()
          .backupId(job.ref().id())
          .bksCreateVolumeName(backup.disk().name())
          .volumeId(backup.disk().ref().id())
          .snapshotId(backup.snapshot())
          .build();
    }
    SubJobEntities entity = entity(state, job);
    return Entities.builder()
        .backupId(job.plan().argument() instanceof Restoration from ? from.backup().id() : null)
        .volumeId(entity.volumeId())
        .name(entity.name())
        .size(entity.size())
        .volumeType(entity.volumeType())
        .build();
  }

  private static SubJobEntities entity(State state, Job job) {
    Ref ref = disk(state, subject(job.plan()));
    Volume volume = ref == null ? null : (Volume) spec(state, ref);
    return volume == null
        ? new SubJobEntities(null, null, ref == null ? null : ref.id(), null)
        : new SubJobEntities(volume.name(), volume.size(), ref.id(), volume.type());
  }

  /** The disk that something belongs to, or null if that has long been gone. */
  private static Ref disk(State state, Ref ref) {
    if (ref.type().equals(BackupTable.BACKUPS.type())) {
      Backup backup = (Backup) spec(state, ref);
      return backup == null ? null : backup.disk().ref();
    }
    if (!ref.type().equals(SnapshotTable.SNAPSHOTS.type())) {
      return ref;
    }
    Snapshot snapshot = (Snapshot) spec(state, ref);
    return snapshot == null ? null : snapshot.volume();
  }

  /** A thing as it is, or as it was when it went; null if that was long ago. */
  private static Spec spec(State state, Ref ref) {
    Resource<?> alive = state.find(ref);
    return alive != null
        ? alive.spec()
        : state.endedOf(ref.type()).stream()
            .filter(ended -> ended.ref().equals(ref))
            .reduce((earlier, later) -> later)
            .<Spec>map(Resource::spec)
            .orElse(null);
  }

  /** What a plan is about, or the first of its parts. */
  static Ref subject(Plan plan) {
    return plan.edge() == null ? subject(plan.parts().get(0)) : plan.ref();
  }

  private static String type(Plan plan) {
    return plan.kind() == null
        ? plan.edge().substring(plan.edge().indexOf('.') + 1) + "Volume"
        : plan.kind();
  }
}
