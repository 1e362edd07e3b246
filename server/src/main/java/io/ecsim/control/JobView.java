package io.ecsim.control;

import io.ecsim.api.control.Resource;
import io.ecsim.sim.Job;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Struck;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows jobs as if they were resources: one can be looked up and waited for like a disk. */
final class JobView {
  /** What users call the type. */
  static final String TYPE = "job";

  private JobView() {}

  /** The words for how far a job can be. */
  static List<String> statuses() {
    return Arrays.stream(Phase.values()).map(JobView::word).distinct().toList();
  }

  static Resource show(Job job) {
    return Resource.builder()
        .type(TYPE)
        .id(job.id())
        .name(job.plan().kind())
        .project(job.project())
        .status(word(job.phase()))
        .edge(job.edge())
        .since(Times.iso(job.phase().over() ? job.ended() : job.began()))
        .due(job.due() == null ? null : Times.iso(job.due().at()))
        .faults(job.struck().stream().map(Struck::name).distinct().toList())
        .spec(spec(job))
        .build();
  }

  private static Map<String, Object> spec(Job job) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("resource", job.ref());
    spec.put("parent", job.parent());
    spec.put("parts", job.parts());
    spec.put("code", job.code());
    spec.put("reason", job.reason());
    spec.put("began", job.began() == 0 ? null : Times.iso(job.began()));
    spec.put("ended", job.ended() == 0 ? null : Times.iso(job.ended()));
    return spec;
  }

  /** While a failed job takes back what it did, clients see it running. */
  private static String word(Phase phase) {
    return phase == Phase.FAILING ? Phase.RUNNING.name() : phase.name();
  }
}
