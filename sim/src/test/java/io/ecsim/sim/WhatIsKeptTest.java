package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An edge that ends its resource may keep it out of sight until a date. */
class WhatIsKeptTest {
  private enum Stage implements Status {
    USED,
    GOING,
    BINNED {
      @Override
      public boolean hidden() {
        return true;
      }
    };

    @Override
    public String label() {
      return name();
    }
  }

  private record Paper(String name, boolean precious, Ref owner) implements Spec {}

  private static final Lifecycle<Stage, Paper> PAPERS =
      Lifecycle.of("paper", Stage.class, Paper.class).missing("404");
  private static final Edge<Paper, Void> MAKE = PAPERS.<Void>creates("make").to(Stage.USED);
  private static final Edge<Paper, Void> BURN =
      PAPERS.<Void>on("burn", Stage.BINNED).refused("not binned").failing("wet").gone();
  private static final Edge<Paper, Void> FETCH =
      PAPERS.<Void>on("fetch", Stage.BINNED).refused("not binned").to(Stage.USED);
  private static final Edge<Paper, Void> THROW =
      PAPERS
          .<Void>on("throw", Stage.USED)
          .refused("not used")
          .via(Stage.GOING, 2)
          .failing("missed")
          .goneUnless("gone, or binned", WhatIsKeptTest::kept);
  private static final Edge<Paper, Void> READ =
      PAPERS.<Void>on("read", Stage.USED).alongside().via(null, 60).failing("boring").back();

  private static Kept<Paper> kept(State state, Resource<Paper> paper) {
    return paper.spec().precious()
        ? new Kept<>(
            new Paper("old " + paper.spec().name(), true, null),
            Stage.BINNED,
            state.now() + Duration.ofDays(1).toMillis(),
            Plan.of(BURN, paper.ref(), null))
        : null;
  }

  private final World world =
      new World(
          "test",
          new Blueprint(
              "1",
              new Lifecycles(List.of(PAPERS)),
              Seed.NOTHING,
              ClockMode.STEPPED,
              1,
              0,
              1_000,
              () -> 0));

  private Ref make(String name, boolean precious, Ref owner) {
    Ref ref = new Ref("paper", "p", name);
    begin(Plan.create(MAKE, ref, new Paper(name, precious, owner), null));
    return ref;
  }

  private Job begin(Plan plan) {
    return world.transact(tx -> tx.begin(plan));
  }

  private Ref thrown(String name, boolean precious) {
    Ref ref = make(name, precious, null);
    begin(Plan.of(THROW, ref, null));
    world.advanceToIdle();
    return ref;
  }

  @Test
  void what_is_not_kept_is_gone() {
    Ref ref = thrown("note", false);

    assertThat(world.read().find(ref)).isNull();
    assertThat(world.read().endedOf("paper")).extracting(Resource::id).containsExactly("note");
  }

  @Test
  void what_is_kept_is_out_of_sight_and_there() {
    make("other", false, null);
    Ref ref = make("will", true, null);
    Resource<?> before = world.read().find(ref);
    begin(Plan.of(THROW, ref, null));
    assertThat(world.read().all(PAPERS, "p")).extracting(Resource::id).contains("will");
    world.advanceToIdle();

    State state = world.read();
    assertThat(state.find(PAPERS, "p", "will")).isNull();
    assertThatThrownBy(() -> state.require(PAPERS, "p", "will")).isInstanceOf(Refusal.class);
    assertThat(state.all(PAPERS, "p")).extracting(Resource::id).containsExactly("other");
    assertThat(state.hidden(PAPERS, "p")).extracting(Resource::id).containsExactly("will");
    assertThat(state.find(ref).status()).isEqualTo(Stage.BINNED);
    assertThat(state.find(ref).spec().name()).isEqualTo("old will");
    assertThat(state.find(ref).createdAt()).isEqualTo(before.createdAt());
    assertThat(state.endedOf("paper")).isEmpty();
  }

  @Test
  void what_it_owned_is_gone_and_nothing_goes_on_on_it() {
    Ref ref = make("will", true, null);
    Ref copy = make("copy", true, ref);
    Job reading = begin(Plan.of(READ, ref, null));
    Job copying = begin(Plan.of(READ, copy, null));
    begin(Plan.of(THROW, ref, null));
    world.advance(Duration.ofSeconds(2));

    assertThat(world.read().find(copy)).isNull();
    assertThat(world.read().find(ref).alongside()).isEmpty();
    assertThat(world.read().job(reading.id()).phase()).isEqualTo(Phase.FAIL);
    assertThat(world.read().job(copying.id()).phase()).isEqualTo(Phase.FAIL);
  }

  @Test
  void its_date_comes_when_the_calendar_says_so() {
    Ref ref = thrown("will", true);
    world.advance(Duration.ofHours(23));
    assertThat(world.read().find(ref)).isNotNull();

    world.advance(Duration.ofHours(1));
    assertThat(world.read().find(ref)).isNull();
  }

  @Test
  void it_comes_back_with_the_edges_of_its_table() {
    Ref ref = thrown("will", true);
    begin(Plan.of(FETCH, ref, null));

    assertThat(world.read().find(PAPERS, "p", "will").status()).isEqualTo(Stage.USED);
    world.advance(Duration.ofDays(2));
    assertThat(world.read().find(PAPERS, "p", "will")).isNotNull();
  }

  @Test
  void a_failed_edge_keeps_nothing_hidden() {
    Ref ref = make("will", true, null);
    world.transact(
        tx ->
            tx.lay(
                "f",
                new Target.OnEdge("paper.throw"),
                Where.ANYWHERE,
                When.ALWAYS,
                new Effect.Fail(null)));
    begin(Plan.of(THROW, ref, null));
    world.advanceToIdle();

    assertThat(world.read().find(PAPERS, "p", "will").status()).isEqualTo(Stage.USED);
  }
}
