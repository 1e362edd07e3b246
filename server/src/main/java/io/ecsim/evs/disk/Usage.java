package io.ecsim.evs.disk;

import io.ecsim.pack.Booking;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the disks of a project and their snapshots amount to, by type.
 *
 * @param counts how many disks there are
 * @param snapshots how many snapshots of such disks
 * @param sizes the GiB of both
 * @param growths the GiB by which some are growing, or ordered to grow
 */
public record Usage(
    Map<String, Integer> counts,
    Map<String, Integer> snapshots,
    Map<String, Long> sizes,
    Map<String, Long> growths) {

  /**
   * What a project has now. A disk counts until it is gone, or in the recycle bin, whose room has
   * no bounds (user guide of EVS, "Recycle Bin Overview"); it counts again when it begins to come
   * back. What is ordered counts from then on: disks, those of servers, and what disks grow by.
   */
  public static Usage of(State state, String project) {
    var usage = new Usage(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    List<Plan> booked = Booking.open(state, project).toList();
    Map<Ref, Integer> extended = extended(booked);
    state.all(VolumeTable.VOLUMES, project).forEach(disk -> usage.add(state, disk, extended));
    state
        .hidden(VolumeTable.VOLUMES, project)
        .filter(disk -> disk.status() == VolumeStatus.RECOVERING)
        .forEach(disk -> usage.add(state, disk, extended));
    state
        .all(SnapshotTable.SNAPSHOTS, project)
        .map(Resource::spec)
        .forEach(snapshot -> usage.add(state, snapshot));
    booked.forEach(plan -> usage.add(state, project, plan));
    return usage;
  }

  /** The largest size that is ordered for a disk. */
  private static Map<Ref, Integer> extended(List<Plan> booked) {
    return booked.stream()
        .filter(plan -> plan.argument() instanceof Extension)
        .collect(
            Collectors.toMap(Plan::ref, plan -> ((Extension) plan.argument()).size(), Math::max));
  }

  /** The disks that are ordered and not there yet, by themselves or with a server. */
  private void add(State state, String project, Plan booked) {
    if (booked.spec() instanceof Volume volume && state.find(booked.ref()) == null) {
      plus(volume.type(), volume.size());
    }
    if (booked.argument() instanceof Disks.Wanted server) {
      server.wanted().stream()
          .filter(
              disk -> state.find(new Ref(VolumeTable.VOLUMES.type(), project, disk.id())) == null)
          .forEach(disk -> plus(disk.type(), disk.size()));
    }
  }

  /** It may grow at present by what was ordered, or by itself: the same GiB count once. */
  private void add(State state, Resource<Volume> disk, Map<Ref, Integer> extended) {
    Volume volume = disk.spec();
    plus(type(state, disk), volume.size());
    Job job = state.job(disk.job());
    int size = extended.getOrDefault(disk.ref(), volume.size());
    if (job != null && job.plan().argument() instanceof Extension extension) {
      size = Math.max(size, extension.size());
    }
    if (size > volume.size()) {
      growths.merge(volume.type(), (long) size - volume.size(), Long::sum);
    }
  }

  private void add(State state, Snapshot snapshot) {
    String type = type(state, SnapshotTable.disk(state, snapshot));
    snapshots.merge(type, 1, Integer::sum);
    sizes.merge(type, (long) snapshot.size(), Long::sum);
  }

  /** A disk that is getting another type counts there already. */
  private static String type(State state, Resource<Volume> disk) {
    Job job = state.job(disk.job());
    return job != null && job.plan().argument() instanceof Retyping to
        ? to.type()
        : disk.spec().type();
  }

  private void plus(String type, long size) {
    counts.merge(type, 1, Integer::sum);
    sizes.merge(type, size, Long::sum);
  }

  /** The same with a disk more. */
  Usage with(String type, int size) {
    var more = new Usage(new TreeMap<>(counts), snapshots, new TreeMap<>(sizes), growths);
    more.plus(type, size);
    return more;
  }

  /** The same without one of the disks. */
  Usage without(String type, int size) {
    var less = new Usage(new TreeMap<>(counts), snapshots, new TreeMap<>(sizes), growths);
    less.counts.merge(type, -1, Integer::sum);
    less.sizes.merge(type, -(long) size, Long::sum);
    return less;
  }

  /** How many disks there are. */
  public int count() {
    return count(counts);
  }

  /** How many disks of a type there are. */
  public int count(String type) {
    return counts.getOrDefault(type, 0);
  }

  /** How many snapshots there are. */
  public int snapshotCount() {
    return count(snapshots);
  }

  /** How many snapshots of disks of a type there are. */
  public int snapshotCount(String type) {
    return snapshots.getOrDefault(type, 0);
  }

  /** The GiB of all disks and snapshots. */
  public long size() {
    return sum(sizes);
  }

  /** The GiB of all disks of a type and of their snapshots. */
  public long size(String type) {
    return sizes.getOrDefault(type, 0L);
  }

  /** The GiB by which disks are growing, or ordered to grow. */
  public long reserved() {
    return sum(growths);
  }

  /** The GiB by which disks of a type are growing, or ordered to grow. */
  public long reserved(String type) {
    return growths.getOrDefault(type, 0L);
  }

  private static int count(Map<String, Integer> numbers) {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }
}
