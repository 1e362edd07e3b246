package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ecsim.sim.Toy.Bench;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureIsAPathTest {
  private final Bench bench = Bench.stepped();

  @Test
  void anAcceptedEdgeFailsIntoItsStatusAndTheJobSaysWhy() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.fail("disk.delete", null);
    Job job = bench.begin(Plan.of(DELETE, disk, null));
    assertThat(bench.status(disk)).isEqualTo("deleting");
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("error_deleting");
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
    assertThat(bench.job(job).code()).isEqualTo("D.deleteFailed");
  }

  @Test
  void aRuleMayGiveItsOwnCode() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.fail("disk.extend", "D.other");
    Job job = bench.begin(Plan.of(EXTEND, disk, 20));
    bench.idle();
    assertThat(bench.job(job).code()).isEqualTo("D.other");
    assertThat(bench.status(disk)).isEqualTo("error_extending");
    assertThat(bench.disk(disk).size()).isEqualTo(10);
  }

  @Test
  void whatWasReservedIsTakenBack() {
    Ref host = bench.makeHost("h", 0);
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.fail("disk.attach", null);
    Job job = bench.begin(Plan.of(PLUGIN, host, disk));
    assertThat(bench.disk(disk).host()).isEqualTo(host);
    bench.idle();
    assertThat(bench.disk(disk).host()).isNull();
    assertThat(bench.status(disk)).isEqualTo("available");
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
    assertThat(bench.job(job).code()).isEqualTo("D.attach");
  }

  private String codeOfPluggingIn(Ref host, Ref disk) {
    Plan plugged = Plan.of(PLUGIN, host, disk).leniently();
    Job job = bench.begin(Plan.together("plugged", java.util.List.of(plugged)));
    return bench.world.read().job(bench.job(job).parts().get(0)).code();
  }

  @Test
  void whatFailsBecauseOfOthersSaysSoInItsOwnWords() {
    Ref host = bench.makeHost("h", 1);
    bench.idle();
    Ref taken = bench.world.read().everywhere("disk").findFirst().orElseThrow().ref();

    assertThat(codeOfPluggingIn(host, taken)).isEqualTo("H.taken");
    assertThat(codeOfPluggingIn(host, Toy.disk("nowhere"))).isEqualTo("H.plugIn");

    Ref free = bench.makeDisk("d");
    bench.idle();
    bench.lay("host.plug-in", Where.ANYWHERE, When.ALWAYS, new Effect.Refuse("D.404", 0));
    assertThat(codeOfPluggingIn(host, free)).isEqualTo("D.404");
  }

  @Test
  void aFailureMayRollBackThroughAStatus() {
    Ref host = bench.makeHost("h", 0);
    bench.idle();
    bench.begin(Plan.of(STOP, host, null));
    bench.idle();
    bench.fail("host.resize", null);
    Job job = bench.begin(Plan.of(RESIZE, host, null));
    bench.pass(4);
    assertThat(bench.status(host)).isEqualTo("rolling_back");
    assertThat(bench.job(job).phase().over()).isFalse();
    bench.pass(3);
    assertThat(bench.status(host)).isEqualTo("stopped");
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
  }

  @Test
  void aHostThatCannotBeMadeVanishesWithAllThatWasMadeForIt() {
    bench.fail("host.create", null);
    Ref host = bench.makeHost("h", 2);
    bench.pass(12);
    assertThat(bench.status(host)).isEqualTo("building");
    bench.idle();
    State after = bench.world.read();
    assertThat(bench.status(host)).isNull();
    assertThat(after.everywhere("disk")).isEmpty();
    assertThat(after.everywhere("card")).isEmpty();
  }

  @Test
  void aFailedPartFailsTheWholeWithTheCodeOfTheWhole() {
    bench.lay(
        "disk.create",
        new Where(null, "h-1", null, null, null, null),
        When.ALWAYS,
        new Effect.Fail(null));
    Ref host = bench.makeHost("h", 2);
    String job = bench.world.read().find(host).job();
    bench.idle();
    assertThat(bench.world.read().job(job).code()).isEqualTo("H.disk");
    assertThat(bench.status(host)).isNull();
    assertThat(bench.world.read().everywhere("disk")).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackKeepsTheHostSoThatNothingDangles() {
    bench.fail("host.create", null);
    Ref host = bench.makeHost("h", 0);
    Ref disk = Toy.disk("claimed");
    bench.begin(Plan.create(CREATE, disk, new Disk("other", 1, false, null, host), null));
    bench.lay("disk.release", Where.ANYWHERE, When.ALWAYS, new Effect.Refuse("D.no", 0));
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("broken");
    assertThat(bench.disk(disk).claim()).isEqualTo(host);
  }

  @Test
  void aFailedDiskKeepsItsHostFromBeingDeleted() {
    Ref host = bench.makeHost("h", 1);
    bench.idle();
    bench.fail("disk.delete", null);
    Job job = bench.begin(Plan.of(DESTROY, host, null));
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("running");
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
  }

  @Test
  void aStallLastsUntilItsRuleIsLifted() {
    Fault rule = bench.lay("disk.create", Where.ANYWHERE, When.ALWAYS, new Effect.Stall(-1));
    Ref disk = bench.makeDisk("d");
    bench.pass(10_000);
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("creating");
    bench.world.transact(tx -> tx.lift(rule.id()));
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void aStallOfADurationEndsByItself() {
    bench.lay("disk.create", Where.ANYWHERE, When.ALWAYS, new Effect.Stall(60_000));
    Ref disk = bench.makeDisk("d");
    bench.pass(59);
    assertThat(bench.status(disk)).isEqualTo("creating");
    bench.pass(1);
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void aDelayMakesTheEdgeLongerWhateverThePace() {
    Bench fast = new Bench(ClockMode.INSTANT, 0);
    fast.lay("disk.create", Where.ANYWHERE, When.ALWAYS, new Effect.Delay(30_000));
    Ref disk = fast.makeDisk("d");
    fast.world.advance(Duration.ofSeconds(29));
    assertThat(fast.status(disk)).isEqualTo("creating");
    fast.world.advance(Duration.ofSeconds(1));
    assertThat(fast.status(disk)).isEqualTo("available");
  }

  @Test
  void aRefusalByARuleChangesNothingButItsCount() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.lay("disk.delete", Where.ANYWHERE, When.ALWAYS, new Effect.Refuse("D.quota", 0));
    var refusal =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(DELETE, disk, null)));
    assertThat(refusal.code()).isEqualTo("D.quota");
    assertThat(refusal.struck().name()).isEqualTo("rule");
    assertThat(bench.status(disk)).isEqualTo("available");
    assertThat(bench.world.read().faults().get(0).fired()).isEqualTo(1);
  }
}
