package io.ecsim.sim;

import static io.ecsim.sim.Toy.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecsim.sim.Toy.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultRulesChooseTest {
  private final Bench bench = Bench.stepped();

  private List<String> endsOfDisks(int count) {
    List<Ref> disks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      disks.add(bench.makeDisk("d" + i));
    }
    bench.idle();
    return disks.stream().map(bench::status).toList();
  }

  private void failCreate(When when) {
    bench.lay("disk.create", Where.ANYWHERE, when, new Effect.Fail(null));
  }

  @Test
  void theNthMatchOnly() {
    failCreate(new When(2, 0, 0, -1, 0, 0));
    assertThat(endsOfDisks(3)).containsExactly("available", "error", "available");
  }

  @Test
  void theFirstMatches() {
    failCreate(new When(0, 2, 0, -1, 0, 0));
    assertThat(endsOfDisks(3)).containsExactly("error", "error", "available");
  }

  @Test
  void everyNthMatch() {
    failCreate(new When(0, 0, 2, -1, 0, 0));
    assertThat(endsOfDisks(4)).containsExactly("available", "error", "available", "error");
  }

  @Test
  void aShareOfTheMatches() {
    failCreate(new When(0, 0, 0, 0.3, 0, 0));
    assertThat(endsOfDisks(200).stream().filter("error"::equals).count()).isBetween(35L, 85L);
  }

  @Test
  void theSameShareForTheSameSeedInAnyOrder() {
    failCreate(new When(0, 0, 0, 0.5, 0, 0));
    Bench other = Bench.stepped();
    other.lay("disk.create", Where.ANYWHERE, new When(0, 0, 0, 0.5, 0, 0), new Effect.Fail(null));
    for (int i = 0; i < 20; i++) {
      bench.makeDisk("d" + i);
      other.makeDisk("d" + (19 - i));
    }
    bench.idle();
    other.idle();
    bench
        .world
        .read()
        .everywhere("disk")
        .forEach(disk -> assertThat(other.status(disk.ref())).isEqualTo(disk.status().label()));
  }

  @Test
  void fromAMomentOnUntilAnother() {
    long now = bench.world.now();
    failCreate(new When(0, 0, 0, -1, now + 10_000, now + 20_000));
    List<String> ends = new ArrayList<>(endsOfDisks(1));
    bench.pass(10);
    ends.addAll(endsOfDisks(1));
    bench.pass(20);
    ends.addAll(endsOfDisks(1));
    assertThat(ends).containsExactly("available", "error", "available");
  }

  @Test
  void byNameGlob() {
    bench.lay(
        "disk.create",
        new Where(null, "data-*", null, null, null, null),
        When.ALWAYS,
        new Effect.Fail(null));
    Ref data = bench.makeDisk("data-1");
    Ref other = bench.makeDisk("meta-data-1");
    bench.idle();
    assertThat(bench.status(data)).isEqualTo("error");
    assertThat(bench.status(other)).isEqualTo("available");
  }

  @Test
  void byStatusIdProjectAndType() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    bench.lay(
        "disk.delete",
        new Where(disk.id(), null, null, "in_use", PROJECT, "disk"),
        When.ALWAYS,
        new Effect.Fail(null));
    assertThat(bench.world.read().faults().get(0).matched()).isZero();
    bench.begin(Plan.of(DELETE, disk, null));
    bench.idle();
    assertThat(bench.status(disk)).isNull();
  }

  @Test
  void aRefusedRequestUsesUpNoRule() {
    Ref disk = bench.makeDisk("d");
    bench.lay("disk.delete", Where.ANYWHERE, new When(1, 0, 0, -1, 0, 0), new Effect.Fail(null));
    assertThatThrownBy(() -> bench.begin(Plan.of(DELETE, disk, null))).isInstanceOf(Refusal.class);
    bench.idle();
    bench.begin(Plan.of(DELETE, disk, null));
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("error_deleting");
  }

  @Test
  void anOperationByItsNameAndService() {
    bench.world.transact(
        tx ->
            tx.lay(
                "down",
                new Target.OnOperation("ShowJob", "evs"),
                Where.ANYWHERE,
                When.ALWAYS,
                new Effect.Refuse(null, 503)));
    assertThat(bench.world.provoke("r", probe("ShowJob", "ecs"))).isEmpty();
    assertThat(bench.world.provoke("r", probe("ShowJob", "evs")))
        .extracting(Struck::name)
        .containsExactly("down");
  }

  @Test
  void anOperationOnAResourceThatFits() {
    Ref disk = bench.makeDisk("data-1");
    bench.world.transact(
        tx ->
            tx.lay(
                "down",
                new Target.OnOperation("ShowVolume", null),
                new Where(null, "data-*", null, null, null, null),
                When.ALWAYS,
                new Effect.Drop(true)));
    Probe other = new Probe(Set.of("ShowVolume"), "evs", PROJECT, Set.of("x"), "k");
    Probe meant = new Probe(Set.of("ShowVolume"), "evs", PROJECT, Set.of(disk.id()), "k");
    assertThat(bench.world.provoke("r", other)).isEmpty();
    assertThat(bench.world.provoke("r", meant)).hasSize(1);
  }

  @Test
  void whatStruckARequestStrikesTheEdgeItBegins() {
    Ref disk = bench.makeDisk("d");
    bench.idle();
    var struck = List.of(new Struck("1", "rule", new Effect.Fail("D.own")));
    Job job = bench.world.transact("r", struck, tx -> tx.begin(Plan.of(DELETE, disk, null)));
    bench.idle();
    assertThat(bench.status(disk)).isEqualTo("error_deleting");
    assertThat(bench.job(job).code()).isEqualTo("D.own");
  }

  @Test
  void whatStruckARequestLeavesThePartsOfItsEdgeAlone() {
    var struck = List.of(new Struck("1", "rule", new Effect.Stall(-1)));
    Ref host =
        bench.world.transact(
            "r",
            struck,
            tx -> {
              Ref ref = host(tx.id("host", PROJECT, "h"));
              tx.begin(Plan.create(BUILD, ref, new Host("h", 1), null));
              return ref;
            });
    bench.idle();
    assertThat(bench.world.read().everywhere("disk"))
        .extracting(disk -> disk.status().label())
        .containsExactly("in_use");
    assertThat(bench.status(host)).isEqualTo("building");
  }

  @Test
  void aConnectionDroppedBeforeTheChangeHasChangedNothing() {
    bench.lay("disk.create", Where.ANYWHERE, When.ALWAYS, new Effect.Drop(false));
    assertThatThrownBy(() -> bench.makeDisk("d"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.struck().effect()).isEqualTo(new Effect.Drop(false)));
    assertThat(bench.world.read().everywhere("disk")).isEmpty();
  }

  @Test
  void aConnectionDroppedAfterTheChangeHasChangedIt() {
    bench.lay("disk.create", Where.ANYWHERE, When.ALWAYS, new Effect.Drop(true));
    List<Struck> struck =
        bench.world.transact(
            tx -> {
              Ref ref = disk(tx.id("disk", PROJECT, "d"));
              tx.begin(Plan.create(CREATE, ref, new Disk("d", 10, false, null, null), null));
              return tx.struck();
            });
    assertThat(struck).extracting(Struck::effect).containsExactly(new Effect.Drop(true));
    assertThat(bench.world.read().everywhere("disk")).hasSize(1);
  }

  private static Probe probe(String operation, String service) {
    return new Probe(Set.of(operation), service, PROJECT, Set.of(), "k");
  }
}
