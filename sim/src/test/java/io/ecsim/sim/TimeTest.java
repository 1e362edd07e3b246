package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.sim.Toy.Bench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTest {
  @Test
  void steppedTimeStandsStill() {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d");
    bench.wall.addAndGet(1_000_000);
    assertThat(bench.status(disk)).isEqualTo("creating");
  }

  @Test
  void realStepsLastAsLongAsTheTableSays() {
    Bench bench = new Bench(ClockMode.REAL, 0);
    Ref disk = bench.makeDisk("d");
    bench.wall.addAndGet(2_999);
    assertThat(bench.status(disk)).isEqualTo("creating");
    bench.wall.addAndGet(1);
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void fastStepsAreShorterByThePace() {
    Bench bench = new Bench(ClockMode.FAST, 0);
    Ref disk = bench.makeDisk("d");
    bench.wall.addAndGet(149);
    assertThat(bench.status(disk)).isEqualTo("creating");
    bench.wall.addAndGet(1);
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void instantStillAnswersWithTheFirstStatusAndKeepsAllInTheJournal() {
    Bench bench = new Bench(ClockMode.INSTANT, 0);
    String first =
        bench.world.transact(
            tx -> {
              Disk spec = new Disk("d", 1, true, null, null);
              Job job = tx.begin(Plan.create(CREATE, Toy.disk("x"), spec, null));
              return tx.state().find(job.ref()).status().label();
            });
    assertThat(first).isEqualTo("creating");
    assertThat(bench.status(Toy.disk("x"))).isEqualTo("available");
    assertThat(bench.story(Toy.disk("x"))).containsExactly("creating", "downloading", "available");
  }

  @Test
  void whatIsDueHappensAtItsOwnTimeHoweverLateSomebodyLooks() {
    Bench bench = new Bench(ClockMode.REAL, 0);
    Ref disk = bench.makeDisk("d", true);
    long begin = bench.wall.get();
    bench.wall.addAndGet(3_600_000);
    assertThat(bench.world.read().find(disk).since()).isEqualTo(begin + 8_000);
  }

  @Test
  void aStepThatMustBeSeenWaitsUntilItWas() {
    Bench bench = new Bench(ClockMode.INSTANT, 2);
    Ref disk = bench.makeDisk("d", true);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Glance glance = new Glance(bench.world);
      seen.add(glance.require(DISKS, PROJECT, disk.id()).status().label());
      glance.done();
    }
    assertThat(seen)
        .containsExactly("creating", "creating", "downloading", "downloading", "available");
  }

  @Test
  void aLookAtTheJobCountsForAllItsParts() {
    Bench bench = new Bench(ClockMode.INSTANT, 1);
    Ref host = bench.makeHost("h", 1);
    String job = bench.world.read().find(host).job();
    for (int i = 0; i < 6; i++) {
      Glance glance = new Glance(bench.world);
      glance.job(job);
      glance.done();
    }
    assertThat(bench.status(host)).isEqualTo("running");
  }

  @Test
  void waitingForIdleEndsStepsThatWaitToBeSeen() {
    Bench bench = new Bench(ClockMode.STEPPED, 3);
    Ref disk = bench.makeDisk("d", true);
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void theNextThingDueIsOneStepAway() {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d", true);
    Fired fired = bench.world.advanceToNext();
    assertThat(fired.transitions()).extracting(Entry.Transition::to).containsExactly("downloading");
    assertThat(bench.status(disk)).isEqualTo("downloading");
  }

  @Test
  void idleDoesNotWaitForAppointments() {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d");
    bench.world.transact(
        tx -> {
          tx.appoint(tx.now() + 1_000_000, Plan.of(DELETE, disk, null));
          return null;
        });
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("available");
    bench.pass(998);
    assertThat(bench.status(disk)).isEqualTo("deleting");
  }

  @Test
  void noPaceShortensAnAppointment() {
    Bench bench = new Bench(ClockMode.INSTANT, 0);
    Ref disk = bench.makeDisk("d");
    bench.world.transact(
        tx -> {
          tx.appoint(tx.now() + 60_000, Plan.of(DELETE, disk, null));
          return null;
        });
    bench.wall.addAndGet(59_999);
    assertThat(bench.status(disk)).isEqualTo("available");
    bench.wall.addAndGet(1);
    assertThat(bench.status(disk)).isNull();
  }

  @Test
  void whoeverWaitsIsWokenByAnAdvance() throws Exception {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d");
    Thread mover = new Thread(() -> bench.world.advance(Duration.ofSeconds(3)));
    mover.start();
    State then =
        bench.world.await(
            s -> s.find(disk).status() == DiskStatus.AVAILABLE, Duration.ofSeconds(20));
    mover.join();
    assertThat(then.find(disk).status()).isEqualTo(DiskStatus.AVAILABLE);
  }

  @Test
  void whoeverWaitsInVainGetsWhatIs() throws Exception {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d");
    State then = bench.world.await(s -> false, Duration.ofMillis(5));
    assertThat(then.find(disk).status()).isEqualTo(DiskStatus.CREATING);
  }

  @Test
  void theClockMayBeTurnedWhileStepsAreUnderWay() {
    Bench bench = Bench.stepped();
    Ref disk = bench.makeDisk("d");
    bench.world.turn(ClockMode.REAL, 1, 0);
    bench.wall.addAndGet(3_000);
    assertThat(bench.status(disk)).isEqualTo("available");
  }
}
