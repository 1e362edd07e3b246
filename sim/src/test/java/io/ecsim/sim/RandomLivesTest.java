package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Toy.Bench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random lives over the toy tables: whatever happens, the table holds and nothing dangles. */
class RandomLivesTest {
  private static final List<String> EDGES = List.copyOf(Toy.lifecycles().edgeNames());

  @Property(tries = 400)
  void noLifeLeavesItsTable(@ForAll long seed, @ForAll @IntRange(max = 2) int show) {
    Bench bench = new Bench(ClockMode.STEPPED, show);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      act(bench, random);
      check(bench.world.read());
    }
    bench.world.transact(
        tx -> {
          tx.state().faults().forEach(fault -> tx.lift(fault.id()));
          return null;
        });
    bench.idle();
    State end = bench.world.read();
    check(end);
    assertThat(end.jobs().values()).allMatch(job -> job.phase().over());
    assertThat(end.shelves().values().stream().flatMap(s -> s.all().stream()))
        .noneMatch(r -> r.busy() || !r.alongside().isEmpty());
    checkChains(bench);
  }

  private static void act(Bench bench, Random random) {
    State state = bench.world.read();
    switch (random.nextInt(14)) {
      case 0, 1 ->
          trying(bench, () -> bench.makeDisk("d" + random.nextInt(3), random.nextBoolean()));
      case 2 -> trying(bench, () -> bench.makeHost("h" + random.nextInt(3), random.nextInt(3)));
      case 3 -> bench.pass(random.nextInt(9));
      case 4 -> bench.world.advanceToNext();
      case 5 -> lay(bench, random);
      case 6 -> look(bench, random, state);
      case 7 -> {
        if (random.nextInt(4) == 0) {
          bench.idle();
        }
      }
      default -> begin(bench, random, state);
    }
  }

  private static void lay(Bench bench, Random random) {
    Effect effect =
        switch (random.nextInt(5)) {
          case 0 -> new Effect.Stall(-1);
          case 1 -> new Effect.Stall(5_000);
          case 2 -> new Effect.Delay(4_000);
          case 3 -> new Effect.Refuse("X", 0);
          default -> new Effect.Fail(null);
        };
    When once = new When(1 + random.nextInt(2), 0, 0, -1, 0, 0);
    bench.lay(EDGES.get(random.nextInt(EDGES.size())), Where.ANYWHERE, once, effect);
  }

  private static void look(Bench bench, Random random, State state) {
    Glance glance = new Glance(bench.world);
    pick(random, state, "disk").forEach(ref -> glance.find(DISKS, PROJECT, ref.id()));
    pick(random, state, "host").forEach(ref -> glance.find(HOSTS, PROJECT, ref.id()));
    glance.done();
  }

  private static void begin(Bench bench, Random random, State state) {
    List<Ref> disks = pick(random, state, "disk");
    List<Ref> hosts = pick(random, state, "host");
    List<Plan> plans = new ArrayList<>();
    if (!disks.isEmpty()) {
      Ref disk = disks.get(0);
      plans.add(Plan.of(EXTEND, disk, 11 + random.nextInt(20)));
      plans.add(Plan.of(DELETE, disk, null));
      plans.add(Plan.of(DETACH, disk, null));
      plans.add(Plan.of(HAND, disk, random.nextBoolean() ? PROJECT : "q"));
      if (!hosts.isEmpty()) {
        plans.add(Plan.of(PLUGIN, hosts.get(0), disk));
      }
    }
    if (!hosts.isEmpty()) {
      Ref host = hosts.get(0);
      plans.add(Plan.of(STOP, host, null));
      plans.add(Plan.of(RESIZE, host, null));
      plans.add(Plan.of(RESET, host, null));
      plans.add(Plan.of(DESTROY, host, null));
    }
    if (!plans.isEmpty()) {
      trying(bench, () -> bench.begin(plans.get(random.nextInt(plans.size()))));
    }
  }

  /** A refused request changes nothing, save the count of a rule that refused it. */
  private static void trying(Bench bench, Runnable request) {
    State before = bench.world.read();
    try {
      request.run();
    } catch (Refusal refused) {
      if (refused.struck() == null) {
        assertThat(bench.world.read()).isEqualTo(before);
      }
    }
  }

  private static List<Ref> pick(Random random, State state, String type) {
    List<Ref> all = state.everywhere(type).<Ref>map(Resource::ref).toList();
    return all.isEmpty() ? all : List.of(all.get(random.nextInt(all.size())));
  }

  /** What holds at every moment. */
  private static void check(State state) {
    state
        .shelves()
        .values()
        .forEach(
            shelf ->
                shelf
                    .all()
                    .forEach(
                        r -> {
                          state
                              .jobsOn(r)
                              .forEach(
                                  job ->
                                      assertThat(job.phase().over()).as("job of %s", r).isFalse());
                          r.spec()
                              .uses()
                              .forEach(
                                  used ->
                                      assertThat(state.find(used)).as("link of %s", r).isNotNull());
                        }));
    state
        .shelves()
        .values()
        .forEach(
            shelf ->
                assertThat(shelf.takers().keySet())
                    .isEqualTo(
                        shelf.all().stream()
                            .flatMap(r -> r.spec().takes().stream())
                            .collect(Collectors.toSet())));
    Set<String> due =
        state.due().values().stream()
            .filter(Event.StepEnds.class::isInstance)
            .map(event -> ((Event.StepEnds) event).job())
            .collect(Collectors.toSet());
    assertThat(due).allMatch(id -> !state.job(id).phase().over());
  }

  /** Each transition begins where the one before it ended. */
  private static void checkChains(Bench bench) {
    Map<String, String> last = new HashMap<>();
    for (Entry entry : bench.world.journal().entries()) {
      if (entry instanceof Entry.Transition t) {
        if (t.from() != null && last.containsKey(t.ref().toString())) {
          assertThat(t.from()).as("%s", t).isEqualTo(last.get(t.ref().toString()));
        }
        last.put(t.ref().toString(), t.to());
      }
    }
  }
}
