package io.ecsim.evs;

import io.ecsim.sim.State;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the disks of a project amount to, by type.
 *
 * @param counts how many there are
 * @param sizes their GiB
 */
record Usage(Map<String, Integer> counts, Map<String, Long> sizes) {

  /** What a project has now. A disk counts until it is gone; one that grows has its old size. */
  static Usage of(State state, String project) {
    var usage = new Usage(new TreeMap<>(), new TreeMap<>());
    state
        .all(VolumeTable.VOLUMES, project)
        .forEach(disk -> usage.add(disk.spec().type(), disk.spec().size()));
    return usage;
  }

  private void add(String type, long size) {
    counts.merge(type, 1, Integer::sum);
    sizes.merge(type, size, Long::sum);
  }

  /** The same with GiB more of a type. */
  Usage plus(String type, int more) {
    var larger = new TreeMap<>(sizes);
    larger.merge(type, (long) more, Long::sum);
    return new Usage(counts, larger);
  }

  /** How many disks there are. */
  int count() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many disks of a type there are. */
  int count(String type) {
    return counts.getOrDefault(type, 0);
  }

  /** The GiB of all disks. */
  long size() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The GiB of all disks of a type. */
  long size(String type) {
    return sizes.getOrDefault(type, 0L);
  }
}
