package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ecsim.sim.Toy.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsBelongTogetherTest {
  private final Bench bench = Bench.stepped();

  @Test
  void attachingTakesBothSidesOrNeither() {
    Ref host = bench.makeHost("h", 0);
    Ref disk = bench.makeDisk("d");
    bench.pass(12);
    bench.begin(Plan.of(PLUGIN, host, disk));
    State before = bench.world.read();
    var refusal =
        catchThrowableOfType(Refusal.class, () -> bench.begin(Plan.of(PLUGIN, host, disk)));
    assertThat(refusal.code()).isEqualTo("D.notFree");
    assertThat(bench.world.read()).isEqualTo(before);
  }

  @Test
  void aHostIsThereWhenItsDisksAre() {
    Ref host = bench.makeHost("h", 2);
    bench.pass(8);
    assertThat(bench.world.read().everywhere("disk").map(d -> d.status().label()))
        .containsExactly("attaching", "in_use");
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("running");
    assertThat(bench.world.read().everywhere("disk").map(d -> d.status().label()))
        .containsExactly("in_use", "in_use");
  }

  @Test
  void partsInOrderWaitInInit() {
    Ref host = bench.makeHost("h", 1);
    State state = bench.world.read();
    Job build = state.job(state.find(host).job());
    Job row = state.job(build.parts().get(0));
    assertThat(row.parts())
        .extracting(id -> state.job(id).phase())
        .containsExactly(Phase.RUNNING, Phase.INIT);
  }

  @Test
  void aLenientPartThatIsRefusedIsAFailedJobAndTheOthersGoOn() {
    Ref running = bench.makeHost("a", 0);
    Ref stopped = bench.makeHost("b", 0);
    bench.idle();
    bench.begin(Plan.of(STOP, stopped, null));
    bench.idle();
    Job batch =
        bench.begin(
            Plan.together(
                "stopHosts",
                List.of(
                    Plan.of(STOP, stopped, null).leniently(),
                    Plan.of(STOP, running, null).leniently())));
    bench.idle();
    Job over = bench.job(batch);
    assertThat(over.phase()).isEqualTo(Phase.FAIL);
    assertThat(over.parts())
        .extracting(id -> bench.world.read().job(id).phase())
        .containsExactly(Phase.FAIL, Phase.SUCCESS);
    assertThat(bench.status(running)).isEqualTo("stopped");
  }

  @Test
  void deletingAHostTakesItsDisksAndItsCardAlong() {
    Ref host = bench.makeHost("h", 2);
    Ref own = bench.makeDisk("mine");
    bench.idle();
    bench.begin(Plan.of(PLUGIN, host, own));
    bench.idle();
    bench.begin(Plan.of(DESTROY, host, null));
    bench.idle();
    State after = bench.world.read();
    assertThat(bench.status(host)).isNull();
    assertThat(after.everywhere("card")).isEmpty();
    assertThat(after.everywhere("disk")).extracting(Resource::ref).containsExactly(own);
    assertThat(bench.disk(own).host()).isNull();
  }

  @Test
  void whatComesLastHasNotBegunWhenAFaultStrikes() {
    Ref host = bench.makeHost("h", 1);
    bench.idle();
    bench.fail("host.delete", null);
    bench.begin(Plan.of(DESTROY, host, null));
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("running");
    assertThat(bench.world.read().everywhere("disk").map(d -> d.status().label()))
        .containsExactly("in_use");
  }

  @Test
  void deletingWhileADiskAttachesLeavesNothingDangling() {
    Ref host = bench.makeHost("h", 0);
    Ref disk = bench.makeDisk("d");
    bench.idle();
    Job attach = bench.begin(Plan.of(PLUGIN, host, disk));
    bench.begin(Plan.of(DESTROY, host, null));
    assertThat(bench.job(attach).phase()).isEqualTo(Phase.FAIL);
    bench.idle();
    assertThat(bench.disk(disk).host()).isNull();
    assertThat(bench.status(disk)).isEqualTo("available");
  }

  @Test
  void deletingWhileTheHostIsMadeTakesAllAway() {
    Ref host = bench.makeHost("h", 2);
    bench.pass(4);
    bench.begin(Plan.of(DESTROY, host, null));
    bench.idle();
    assertThat(bench.world.read().everywhere("disk")).isEmpty();
    assertThat(bench.status(host)).isNull();
  }

  @Test
  void anInterruptingEdgeEndsTheOneUnderWay() {
    Ref host = bench.makeHost("h", 0);
    bench.idle();
    Job stop = bench.begin(Plan.of(STOP, host, null));
    bench.begin(Plan.of(RESET, host, null));
    assertThat(bench.job(stop).phase()).isEqualTo(Phase.FAIL);
    assertThat(bench.job(stop).reason()).contains("host.reset");
    bench.idle();
    assertThat(bench.status(host)).isEqualTo("running");
  }

  @Test
  void aForcedStatusDropsWhatWasUnderWay() {
    Ref disk = bench.makeDisk("d");
    Job job = bench.world.read().job(bench.world.read().find(disk).job());
    bench.world.transact(
        tx -> {
          tx.force(disk, DiskStatus.ERROR_DELETING);
          return null;
        });
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("error_deleting");
    assertThat(bench.job(job).phase()).isEqualTo(Phase.FAIL);
  }
}
