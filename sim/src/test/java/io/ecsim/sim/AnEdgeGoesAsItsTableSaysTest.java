package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ecsim.sim.Toy.Bench;
import org.junit.jupiter.api.Test;

class AnEdgeGoesAsItsTableSaysTest {
  private final Bench bench = Bench.stepped();

  @Test
  void readersSeeEachStepAndThenTheEnd() {
    Ref disk = bench.makeDisk("d", true);
    assertThat(bench.status(disk)).isEqualTo("creating");
    bench.pass(3);
    assertThat(bench.status(disk)).isEqualTo("downloading");
    bench.pass(5);
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void aLifeWithoutAnImageHasNoDownload() {
    Ref disk = bench.makeDisk("d", false);
    bench.idle();
    assertThat(bench.story(disk)).containsExactly("creating", "available");
  }

  @Test
  void aJobRunsUntilItsStepsAreOver() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    Job job = bench.begin(Plan.of(EXTEND, disk, 20));
    assertThat(job.phase()).isEqualTo(Phase.RUNNING);
    bench.pass(7);
    assertThat(bench.job(job).phase()).isEqualTo(Phase.RUNNING);
    bench.pass(1);
    assertThat(bench.job(job).phase()).isEqualTo(Phase.SUCCESS);
    assertThat(bench.job(job).ended() - bench.job(job).began()).isEqualTo(8_000);
  }

  @Test
  void whatAnEdgeChangesIsThereWhenItEnds() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.begin(Plan.of(EXTEND, disk, 20));
    assertThat(bench.disk(disk).size()).isEqualTo(10);
    bench.idle();
    assertThat(bench.disk(disk).size()).isEqualTo(20);
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void whatItSettlesDependsOnWhatElseThereIsWhenItEnds() {
    Ref disk = bench.makeDisk("d");
    Ref other = bench.makeDisk("o");
    bench.idle();
    bench.begin(Plan.of(EXTEND, other, 20));
    bench.pass(5);
    bench.begin(Plan.of(MATCH, disk, null));
    assertThat(bench.disk(other).size()).isEqualTo(10);
    bench.pass(3);
    assertThat(bench.disk(other).size()).isEqualTo(20);
    assertThat(bench.disk(disk).size()).isEqualTo(10);
    bench.pass(1);
    assertThat(bench.disk(disk).size()).isEqualTo(20);
  }

  @Test
  void anEdgeThatFailsSettlesNothing() {
    Ref disk = bench.makeDisk("d");
    Ref other = bench.makeDisk("o");
    bench.idle();
    bench.begin(Plan.of(EXTEND, other, 20));
    bench.idle();
    bench.fail("disk.match", null);
    Job job = bench.begin(Plan.of(MATCH, disk, null));
    bench.idle();
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
    assertThat(bench.disk(disk).size()).isEqualTo(10);
  }

  @Test
  void aWrongStatusIsRefusedWithTheCodeOfTheTable() {
    Ref disk = bench.makeDisk("d");
    var refusal =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(DELETE, disk, null)));
    assertThat(refusal.code()).isEqualTo("D.delete");
    assertThat(refusal).hasMessageContaining(disk.id()).hasMessageContaining("creating");
  }

  @Test
  void aStatusMayHaveACodeOfItsOwn() {
    Ref host = bench.makeHost("h", 0);
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.begin(Plan.of(PLUGIN, host, disk));
    bench.idle();
    var refusal =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(DELETE, disk, null)));
    assertThat(refusal.code()).isEqualTo("D.inUse");
  }

  @Test
  void aGuardRefusesWithItsOwnCodeAndReason() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    var refusal = catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(EXTEND, disk, 5)));
    assertThat(refusal.code()).isEqualTo("D.notLarger");
    assertThat(refusal).hasMessageContaining("new_size 5");
  }

  @Test
  void whileAnActionRunsTheTypeMayAnswerWithItsBusyCode() {
    Ref host = bench.makeHost("h", 0);
    bench.idle();
    bench.begin(Plan.of(STOP, host, null));
    var refusal = catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(STOP, host, null)));
    assertThat(refusal.code()).isEqualTo("H.busy");
  }

  @Test
  void anEdgeWithoutStepsIsOverAtOnce() {
    Ref host = bench.makeHost("h", 0);
    bench.idle();
    Job job = bench.begin(Plan.of(RENAME, host, null));
    assertThat(job.phase()).isEqualTo(Phase.SUCCESS);
    assertThat(bench.world.read().find(host).spec().name()).isEqualTo("renamed");
    assertThat(bench.status(host)).isEqualTo("running");
  }

  @Test
  void aRefusedRequestChangesNothing() {
    Ref disk = bench.makeDisk("d");
    bench.fail("disk.delete", null);
    State before = bench.world.read();
    assertThatThrownBy(() -> bench.begin(Plan.of(DELETE, disk, null))).isInstanceOf(Refusal.class);
    assertThat(bench.world.read()).isEqualTo(before);
  }

  @Test
  void anUnknownIdIsRefusedWithTheCodeOfTheType() {
    var refusal =
        catchThrowableOfType(
            Refusal.class, () -> bench.begin(Plan.of(DELETE, Toy.disk("nowhere"), null)));
    assertThat(refusal.code()).isEqualTo("D.404");
  }

  @Test
  void theStatusBeforeIsKnownWhileAnEdgeIsUnderWay() {
    Ref host = bench.makeHost("h", 0);
    bench.idle();
    bench.begin(Plan.of(DESTROY, host, null));
    assertThat(bench.world.read().find(host).settled().label()).isEqualTo("running");
  }

  @Test
  void aRemovedResourceStaysKnownAsEnded() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.begin(Plan.of(DELETE, disk, null));
    bench.idle();
    assertThat(bench.status(disk)).isNull();
    assertThat(bench.world.read().endedOf("disk")).extracting(Resource::ref).containsExactly(disk);
  }
}
