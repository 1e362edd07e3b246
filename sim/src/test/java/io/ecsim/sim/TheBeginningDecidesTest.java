package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ecsim.sim.Toy.Bench;
import org.junit.jupiter.api.Test;

class TheBeginningDecidesTest {
  private final Bench bench = Bench.stepped();

  private Ref running(int disks) {
    Ref host = bench.makeHost("h", disks);
    bench.idle();
    return host;
  }

  private void stop(Ref host) {
    bench.begin(Plan.of(STOP, host, null));
    bench.idle();
  }

  @Test
  void aStepOfThoseThatBeganRunningIsNotSeenOfOthers() {
    Ref host = running(1);
    bench.begin(Plan.of(RETIRE, host, null));
    assertThat(bench.status(host)).isEqualTo("stopping");
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("broken");

    Ref stopped = running(1);
    stop(stopped);
    bench.begin(Plan.of(RETIRE, stopped, null));
    assertThat(bench.status(stopped)).isEqualTo("rebooting");
  }

  @Test
  void aFailureRollsBackToWhereItBegan() {
    Ref host = running(1);
    bench.fail("host.retire", null);
    bench.begin(Plan.of(RETIRE, host, null));
    bench.pass(5);
    assertThat(bench.status(host)).isEqualTo("rolling_back");
    assertThat(bench.world.read().find(host).task()).isEqualTo("undoing");
    bench.pass(3);
    assertThat(bench.status(host)).isEqualTo("running");
  }

  @Test
  void aReasonWinsOverTheCodeOfAWrongStatus() {
    Ref bare = running(0);
    bench.world.transact(
        tx -> {
          tx.force(bare, HostStatus.BROKEN);
          return null;
        });
    Refusal bareness =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(RETIRE, bare, null)));
    assertThat(bareness.code()).isEqualTo("H.bare");

    Ref full = running(1);
    bench.world.transact(
        tx -> {
          tx.force(full, HostStatus.BROKEN);
          return null;
        });
    Refusal usual =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(RETIRE, full, null)));
    assertThat(usual.code()).isEqualTo("H.status");
  }

  @Test
  void askingBeginsNothing() {
    Ref host = running(1);
    State before = bench.world.read();
    assertThatCode(() -> ask(Plan.of(STOP, host, null))).doesNotThrowAnyException();
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> ask(Plan.of(RESIZE, host, null)));
    assertThat(refusal.code()).isEqualTo("H.status");
    assertThat(bench.world.read()).isEqualTo(before);
  }

  private void ask(Plan plan) {
    bench.world.transact(
        tx -> {
          tx.ask(plan);
          return null;
        });
  }
}
