package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.sim.Toy.Bench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AWorldIsAValueTest {
  private final Bench bench = Bench.stepped();

  @Test
  void aCheckpointBringsEverythingBack() {
    Ref disk = bench.makeDisk("d");
    State checkpoint = bench.world.read();
    bench.idle();
    bench.begin(Plan.of(DELETE, disk, null));
    bench.idle();
    bench.world.restore(checkpoint);
    assertThat(bench.world.read()).isEqualTo(checkpoint);
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void aResetWorldIsAsNew() {
    State begin = bench.world.read();
    bench.makeDisk("d");
    bench.fail("disk.delete", null);
    bench.world.reset();
    assertThat(bench.world.read()).isEqualTo(begin);
    assertThat(bench.world.journal().entries()).isEmpty();
  }

  @Test
  void aForkGoesItsOwnWayAndIsResetToWhereItBegan() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    World fork = bench.world.fork("fork");
    State begin = fork.read();
    fork.transact(tx -> tx.begin(Plan.of(DELETE, disk, null)));
    fork.advanceToIdle();
    assertThat(bench.status(disk)).isEqualTo("available");
    assertThat(fork.read().find(disk)).isNull();
    fork.reset();
    assertThat(fork.read()).isEqualTo(begin);
  }

  @Test
  void aWorldBeginsWithWhatItsSeedPutsThereAlsoWhenItIsReset() {
    Seed seed =
        new Seed() {
          @Override
          public void plant(Tx tx, String project) {}

          @Override
          public void open(Tx tx) {
            tx.lay(
                "rule",
                new Target.OnEdge("disk.delete"),
                Where.ANYWHERE,
                When.ALWAYS,
                new Effect.Fail(null));
          }
        };
    var blueprint = new Blueprint("1", Toy.lifecycles(), seed, ClockMode.STEPPED, 1, 0, 0, () -> 0);
    World world = new World("w", blueprint);
    Fault rule = world.read().faults().get(0);
    world.transact(tx -> tx.lift(rule.id()));
    world.reset();
    assertThat(world.read().faults()).containsExactly(rule);
  }

  @Test
  void theSameSeedAndRequestsGiveTheSameIdsInAnyOrder() {
    Bench other = Bench.stepped();
    List<Ref> here = List.of(bench.makeDisk("a"), bench.makeDisk("b"), bench.makeDisk("a"));
    Ref b = other.makeDisk("b");
    Ref first = other.makeDisk("a");
    Ref second = other.makeDisk("a");
    assertThat(here).containsExactly(first, b, second);
  }

  @Test
  void anotherSeedGivesOtherIds() {
    World other =
        new World(
            "w",
            new Blueprint(
                "2", Toy.lifecycles(), Seed.NOTHING, ClockMode.STEPPED, 1, 0, 0, () -> 0));
    String there = other.transact(tx -> tx.id("disk", PROJECT, "a"));
    assertThat(bench.makeDisk("a").id()).isNotEqualTo(there);
  }

  @Test
  void noIdComesTwiceHoweverManyThereAre() {
    Bench bench = new Bench(ClockMode.STEPPED, 0);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 210; i++) {
      bench.world.transact(
          tx -> {
            for (int name = 0; name < 1_000; name++) {
              ids.add(tx.id("disk", PROJECT, "disk-" + name % 7 + "-" + name));
              ids.add(tx.id("disk", PROJECT, "new-" + ids.size()));
            }
            return null;
          });
    }
    assertThat(ids).hasSize(420_000);
  }

  @Test
  void aChangeThatThrowsHasNotHappened() {
    State before = bench.world.read();
    assertThatThrownBy(
            () ->
                bench.world.transact(
                    tx -> {
                      tx.id("disk", PROJECT, "a");
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    assertThat(bench.world.read()).isEqualTo(before);
  }

  @Test
  void writersAtOnceLoseNothing() throws Exception {
    int writers = 8;
    int each = 50;
    var pool = Executors.newFixedThreadPool(writers);
    List<Callable<Void>> work = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      String name = "w" + w;
      work.add(
          () -> {
            for (int i = 0; i < each; i++) {
              bench.makeDisk(name);
            }
            return null;
          });
    }
    for (var done : pool.invokeAll(work)) {
      done.get();
    }
    pool.shutdown();
    State after = bench.world.read();
    assertThat(after.shelf("disk", PROJECT).size()).isEqualTo((long) writers * each);
    assertThat(after.everywhere("disk").map(Resource::seq).distinct().count())
        .isEqualTo((long) writers * each);
  }

  @Test
  void aProjectIsPlantedOnce() {
    int[] planted = new int[1];
    World world =
        new World(
            "w",
            new Blueprint(
                "1",
                Toy.lifecycles(),
                (tx, project) -> planted[0]++,
                ClockMode.STEPPED,
                1,
                0,
                0,
                () -> 0));
    world.open("a");
    world.open("a");
    world.open("b");
    assertThat(planted[0]).isEqualTo(2);
  }

  @Test
  void what_is_rehearsed_has_not_happened() {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("a");
    bench.idle();
    bench.lay("disk.extend", Where.ANYWHERE, When.ALWAYS, new Effect.Delay(1));
    State before = bench.world.read();
    int lines = bench.world.journal().entries().size();

    bench.world.transact(
        tx -> {
          tx.rehearse(() -> tx.begin(Plan.of(Toy.EXTEND, disk, 20)));
          assertThat(tx.struck()).isEmpty();
          assertThatThrownBy(() -> tx.rehearse(() -> tx.begin(Plan.of(Toy.EXTEND, disk, 5))))
              .isInstanceOf(Refusal.class);
          return null;
        });

    assertThat(bench.world.read()).isEqualTo(before);
    assertThat(bench.world.journal().entries()).hasSize(lines);
  }
}
