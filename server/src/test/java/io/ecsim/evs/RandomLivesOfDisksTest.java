package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Usage;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.group.GroupTable;
import io.ecsim.evs.transfer.TransferTable;
import io.ecsim.pack.Disks;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Effect;
import io.ecsim.sim.End;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Phase;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random lives of disks and servers: whatever happens, the table holds and nothing dangles. */
class RandomLivesOfDisksTest {
  private static final Map<String, Set<String>> ROWS =
      VolumeTable.VOLUMES.edges().stream()
          .collect(Collectors.toMap(Edge::name, RandomLivesOfDisksTest::row));
  private static final Set<String> BESIDE =
      VolumeTable.VOLUMES.edges().stream()
          .filter(Edge::alongside)
          .map(Edge::name)
          .collect(Collectors.toSet());
  private static final List<String> EDGES =
      Stream.of(
              VolumeTable.VOLUMES,
              SnapshotTable.SNAPSHOTS,
              GroupTable.GROUPS,
              TransferTable.TRANSFERS)
          .flatMap(table -> table.edges().stream())
          .map(Edge::name)
          .sorted()
          .toList();

  private static final String OTHER = "q";

  @Property(tries = 150)
  void no_life_leaves_the_table(@ForAll long seed) {
    Lab lab = live(seed);
    lab.world.transact(
        tx -> {
          tx.state().faults().forEach(fault -> tx.lift(fault.id()));
          return null;
        });
    lab.world.advanceToIdle();
    State end = lab.world.read();

    check(end);
    checkRest(lab, end);
    assertThat(end.jobs().values()).allMatch(job -> job.phase().over());
    assertThat(end.everywhere("volume")).noneMatch(Resource::busy);
    assertThat(end.everywhere("snapshot")).noneMatch(Resource::busy);
    assertThat(end.everywhere("snapshot-group")).noneMatch(Resource::busy);
    checkFarewell(lab);
    checkChains(lab);
  }

  /** When nothing is under way, only a forced status can contradict the links. */
  private static void checkRest(Lab lab, State state) {
    Set<String> forced =
        lab.world.journal().entries().stream()
            .filter(Entry.Transition.class::isInstance)
            .map(Entry.Transition.class::cast)
            .filter(step -> "forced".equals(step.edge()))
            .map(step -> step.ref().id())
            .collect(Collectors.toSet());
    state
        .everywhere(VolumeTable.VOLUMES)
        .forEach(disk -> assertThat(disk.spec().attachments()).allMatch(Attachment::made));
    state
        .everywhere(VolumeTable.VOLUMES)
        .filter(disk -> !forced.contains(disk.id()))
        .forEach(
            disk ->
                assertThat(disk.spec().attachments().isEmpty())
                    .as("%s", disk)
                    .isEqualTo(disk.status() != VolumeStatus.IN_USE && !stuck(disk)));
  }

  /** An attached disk that failed to grow or to be detached is attached all the same. */
  private static boolean stuck(Resource<Volume> disk) {
    return disk.status().label().startsWith("error") && !disk.spec().attachments().isEmpty();
  }

  /** Every server can go, and then no disk has one. */
  private static void checkFarewell(Lab lab) {
    var jobs = all(lab, "server").stream().map(server -> lab.deleteServer(server, false)).toList();
    lab.world.advanceToIdle();

    assertThat(jobs.stream().map(lab::job)).allMatch(job -> job.phase() == Phase.SUCCESS);
    assertThat(all(lab, "server")).isEmpty();
    assertThat(lab.world.read().everywhere(VolumeTable.VOLUMES))
        .allMatch(disk -> disk.spec().uses().isEmpty());
  }

  @Property(tries = 10)
  void the_same_life_twice_is_the_same(@ForAll long seed) {
    State first = live(seed).world.read();
    State second = live(seed).world.read();

    assertThat(second.shelves()).isEqualTo(first.shelves());
    assertThat(second.jobs().keySet()).isEqualTo(first.jobs().keySet());
  }

  private static Lab live(long seed) {
    Lab lab = new Lab();
    Random random = new Random(seed);
    if (random.nextBoolean()) {
      lab.keepDeletedDisks(3);
    }
    for (int i = 0; i < 60; i++) {
      act(lab, random);
      check(lab.world.read());
    }
    return lab;
  }

  private static void act(Lab lab, Random random) {
    switch (random.nextInt(16)) {
      case 0, 1 -> newDisk(lab, random);
      case 2 -> newServer(lab, random);
      case 3, 4 -> lab.pass(random.nextInt(9));
      case 5 -> lab.world.advanceToNext();
      case 6 -> lay(lab, random);
      case 7 -> force(lab, random);
      default -> begin(lab, random);
    }
  }

  private static void newDisk(Lab lab, Random random) {
    var draft = new VolumeDraft("SAS", Lab.ZONE, 10).name("d").multiattach(random.nextBoolean());
    trying(lab, () -> lab.make(draft.made()));
  }

  private static void newServer(Lab lab, Random random) {
    int made = lab.world.read().shelf("volume", Lab.PROJECT).size();
    long now = lab.world.now();
    List<Disks.Order> orders =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(
                i ->
                    Lab.order(
                        "o-%s-%s-%s-%s".formatted(now, made, random.nextInt(), i),
                        i == 0 ? Lab.IMAGE : null,
                        i == 0 ? 0 : -1,
                        random.nextBoolean()))
            .toList();
    trying(lab, () -> lab.server("s", orders));
  }

  private static void lay(Lab lab, Random random) {
    Effect effect =
        switch (random.nextInt(6)) {
          case 0 -> new Effect.Stall(-1);
          case 1 -> new Effect.Stall(5_000);
          case 2 -> new Effect.Delay(4_000);
          case 3 -> new Effect.Refuse("X", 0);
          case 4 -> new Effect.Fail("EVS.2021");
          default -> new Effect.Fail(null);
        };
    var once = new When(1 + random.nextInt(2), 0, 0, -1, 0, 0);
    var edge = new Target.OnEdge(EDGES.get(random.nextInt(EDGES.size())));
    lab.world.transact(tx -> tx.lay("f", edge, Where.ANYWHERE, once, effect));
  }

  private static void force(Lab lab, Random random) {
    List<Ref> disks = all(lab, "volume");
    if (!disks.isEmpty() && random.nextInt(3) == 0) {
      VolumeStatus[] statuses = VolumeStatus.values();
      lab.force(pick(disks, random), statuses[random.nextInt(statuses.length)]);
    }
  }

  private static void begin(Lab lab, Random random) {
    List<Ref> disks = all(lab, "volume");
    List<Ref> servers = all(lab, "server");
    var actions = new ArrayList<Runnable>();
    if (!disks.isEmpty()) {
      Ref disk = pick(disks, random);
      actions.add(() -> lab.extend(disk, 5 + random.nextInt(40)));
      actions.add(() -> lab.delete(disk));
      actions.add(() -> lab.deleteCascading(disk));
      actions.add(() -> lab.snapping("s", disk, random.nextBoolean()));
      actions.add(() -> lab.snappingStandard(disk));
      actions.add(() -> lab.grouping(some(disks, disk, random)));
      actions.add(() -> lab.retype(disk, random.nextBoolean() ? "SAS" : "SSD"));
      actions.add(() -> lab.perform(disk, 3000));
      actions.add(() -> lab.offer(disk));
      if (!servers.isEmpty() && disk.project().equals(Lab.PROJECT)) {
        Ref server = pick(servers, random);
        actions.add(() -> lab.attach(disk, server));
        actions.add(() -> lab.attach(disk, server));
        actions.add(() -> lab.detach(disk, server));
      }
    }
    List<Ref> snapshots = all(lab, "snapshot");
    if (!snapshots.isEmpty()) {
      Ref snapshot = pick(snapshots, random);
      actions.add(() -> lab.deleteSnapshot(snapshot));
      actions.add(() -> lab.rollBack(lab.diskOf(snapshot), snapshot));
    }
    List<Ref> groups = all(lab, "snapshot-group");
    if (!groups.isEmpty()) {
      Ref group = pick(groups, random);
      actions.add(() -> lab.deleteGroup(group));
      actions.add(() -> lab.deleteGroup(group));
    }
    List<Ref> binned =
        lab.world
            .read()
            .everywhere(VolumeTable.VOLUMES)
            .filter(disk -> disk.status().hidden())
            .<Ref>map(Resource::ref)
            .toList();
    if (!binned.isEmpty()) {
      Ref disk = pick(binned, random);
      actions.add(() -> lab.revert(disk));
      actions.add(() -> lab.revert(disk));
      actions.add(() -> lab.destroy(disk));
      actions.add(() -> lab.world.advance(Duration.ofDays(random.nextInt(4))));
    }
    List<Ref> transfers = all(lab, "transfer");
    if (!transfers.isEmpty()) {
      Ref transfer = pick(transfers, random);
      actions.add(() -> lab.accept(transfer, random.nextBoolean() ? OTHER : Lab.PROJECT));
      actions.add(() -> lab.accept(transfer, random.nextBoolean() ? OTHER : Lab.PROJECT));
      actions.add(() -> lab.withdraw(transfer));
    }
    if (!servers.isEmpty()) {
      Ref server = pick(servers, random);
      actions.add(() -> lab.deleteServer(server, random.nextBoolean()));
    }
    if (!actions.isEmpty()) {
      trying(lab, actions.get(random.nextInt(actions.size())));
    }
  }

  /** A refused request changes nothing, save the count of a rule that refused it. */
  private static void trying(Lab lab, Runnable request) {
    State before = lab.world.read();
    try {
      request.run();
    } catch (Refusal refused) {
      if (refused.struck() == null) {
        assertThat(lab.world.read()).isEqualTo(before);
      }
    }
  }

  private static List<Ref> all(Lab lab, String type) {
    return lab.world.read().everywhere(type).<Ref>map(Resource::ref).toList();
  }

  /** This one and perhaps others of its project. */
  private static List<Ref> some(List<Ref> refs, Ref one, Random random) {
    return Stream.concat(
            Stream.of(one),
            refs.stream()
                .filter(ref -> ref.project().equals(one.project()))
                .limit(random.nextInt(4)))
        .distinct()
        .toList();
  }

  private static Ref pick(List<Ref> refs, Random random) {
    return refs.get(random.nextInt(refs.size()));
  }

  /** What holds at every moment. */
  private static void check(State state) {
    assertThat(state.everywhere("volume").map(Resource::id)).doesNotHaveDuplicates();
    for (String project : List.of(Lab.PROJECT, OTHER)) {
      List<Volume> disks =
          state.all(VolumeTable.VOLUMES, project).<Volume>map(Resource::spec).toList();
      Usage usage = Usage.of(state, project);
      List<Volume> returning =
          state
              .hidden(VolumeTable.VOLUMES, project)
              .filter(disk -> disk.status() == VolumeStatus.RECOVERING)
              .<Volume>map(Resource::spec)
              .toList();
      assertThat(usage.count()).isEqualTo(disks.size() + returning.size());
      assertThat(usage.size() - snapshotSizes(state, project))
          .isEqualTo(
              Stream.concat(disks.stream(), returning.stream()).mapToInt(Volume::size).sum());
    }
    state
        .everywhere(TransferTable.TRANSFERS)
        .forEach(
            offer -> assertThat(state.find(offer.spec().volume())).as("%s", offer).isNotNull());
    state
        .everywhere(SnapshotTable.SNAPSHOTS)
        .forEach(
            snapshot -> {
              assertThat(state.jobsOn(snapshot))
                  .as("%s", snapshot)
                  .allMatch(job -> !job.phase().over());
              assertThat(snapshot.spec().uses())
                  .as("%s", snapshot)
                  .allMatch(used -> state.find(used) != null);
            });
    state
        .everywhere(VolumeTable.VOLUMES)
        .forEach(
            disk -> {
              assertThat(state.jobsOn(disk)).as("%s", disk).allMatch(job -> !job.phase().over());
              assertThat(disk.spec().uses())
                  .as("%s", disk)
                  .allMatch(server -> state.find(server) != null);
              if (!disk.spec().multiattach()) {
                assertThat(disk.spec().attachments()).as("%s", disk).hasSizeLessThan(2);
              }
            });
  }

  private static long snapshotSizes(State state, String project) {
    return state
        .all(SnapshotTable.SNAPSHOTS, project)
        .mapToLong(snapshot -> snapshot.spec().size())
        .sum();
  }

  /**
   * Each transition begins where the one before it ended, and no edge shows what it has no row for.
   */
  private static void checkChains(Lab lab) {
    Map<String, String> last = new HashMap<>();
    for (Entry entry : lab.world.journal().entries()) {
      if (entry instanceof Entry.Transition step && step.ref().type().equals("volume")) {
        if (step.from() != null && last.containsKey(step.ref().id())) {
          assertThat(step.from()).as("%s", step).isEqualTo(last.get(step.ref().id()));
        }
        if (step.edge() != null && !step.edge().equals("forced")) {
          assertThat(row(step)).as("%s", step).contains(step.to());
        }
        last.put(step.ref().id(), step.to());
      }
    }
  }

  /** What this step may lead to; an edge that runs beside others leaves the status alone. */
  private static Set<String> row(Entry.Transition step) {
    return BESIDE.contains(step.edge()) ? Set.of(step.from()) : ROWS.get(step.edge());
  }

  /** What an edge may lead to: its steps, its ends, or back to where it may begin. */
  private static Set<String> row(Edge<Volume, ?> edge) {
    var labels = new TreeSet<String>();
    edge.steps().stream()
        .filter(step -> step.status() != null)
        .forEach(step -> labels.add(step.status().label()));
    edge.from(null).forEach(status -> labels.add(status.label()));
    edge.doors().values().forEach(door -> door.forEach(status -> labels.add(status.label())));
    edge.failures().forEach(failure -> labels.add(failure.end().text()));
    labels.add(edge.end().text());
    if (edge.end() instanceof End.Gone) {
      labels.add(edge.table().goneLabel());
      labels.add("pending-destroy");
    }
    if (edge.action().equals("detach")) {
      labels.add("available");
    }
    return labels;
  }
}
