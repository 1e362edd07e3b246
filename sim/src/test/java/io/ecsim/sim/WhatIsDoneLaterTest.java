package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An edge that has ended well may leave something for a date; a job may have a known id. */
class WhatIsDoneLaterTest {
  private enum Stage implements Status {
    FRESH,
    OPENING,
    OPEN,
    OFF;

    @Override
    public String label() {
      return name();
    }
  }

  private record Milk(String name) implements Spec {}

  private static final String JOB = "0123456789abcdef0123456789abcdef";
  private static final Ref REF = new Ref("milk", "p", "m");

  private static final Lifecycle<Stage, Milk> MILKS =
      Lifecycle.of("milk", Stage.class, Milk.class).missing("404");
  private static final Edge<Milk, Void> MAKE = MILKS.<Void>creates("make").to(Stage.FRESH);
  private static final Edge<Milk, Void> SOUR =
      MILKS.<Void>on("sour", Stage.OPEN).refused("not open").to(Stage.OFF);
  private static final Edge<Milk, Integer> OPEN =
      MILKS
          .<Integer>on("open", Stage.FRESH)
          .refused("not fresh")
          .via(Stage.OPENING, 2)
          .failing("stuck")
          .appointing(WhatIsDoneLaterTest::souring)
          .to(Stage.OPEN);

  private static Appointment souring(State state, Resource<Milk> milk, Integer days) {
    return days == null
        ? null
        : new Appointment(
            milk.since() + Duration.ofDays(days).toMillis(), Plan.of(SOUR, milk.ref(), null));
  }

  private final World world =
      new World(
          "test",
          new Blueprint(
              "1",
              new Lifecycles(List.of(MILKS)),
              Seed.NOTHING,
              ClockMode.STEPPED,
              1,
              0,
              1_000,
              () -> 0));

  private Job begin(Plan plan) {
    return world.transact(tx -> tx.begin(plan));
  }

  private void opened(Integer days) {
    begin(Plan.create(MAKE, REF, new Milk("m"), null));
    begin(Plan.of(OPEN, REF, days));
    world.advanceToIdle();
  }

  private Status status() {
    return world.read().find(REF).status();
  }

  @Test
  void what_it_leaves_happens_on_its_date() {
    opened(3);
    world.advance(Duration.ofDays(3).minusSeconds(3));
    assertThat(status()).isEqualTo(Stage.OPEN);

    world.advance(Duration.ofSeconds(5));
    assertThat(status()).isEqualTo(Stage.OFF);
  }

  @Test
  void it_may_leave_nothing() {
    opened(null);
    world.advance(Duration.ofDays(30));

    assertThat(status()).isEqualTo(Stage.OPEN);
  }

  @Test
  void an_edge_that_fails_leaves_nothing() {
    world.transact(
        tx ->
            tx.lay(
                "f",
                new Target.OnEdge("milk.open"),
                Where.ANYWHERE,
                When.ALWAYS,
                new Effect.Fail(null)));
    opened(3);
    assertThat(status()).isEqualTo(Stage.FRESH);
    assertThat(world.read().nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void a_job_has_the_id_that_was_given_out_before() {
    begin(Plan.create(MAKE, REF, new Milk("m"), null));
    Job job = begin(Plan.of(OPEN, REF, 1).known(JOB));

    assertThat(job.id()).isEqualTo(JOB);
    assertThat(world.read().job(JOB).phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void so_has_a_job_that_is_part_of_another() {
    begin(Plan.create(MAKE, REF, new Milk("m"), null));
    begin(Plan.together("all", List.of(Plan.of(OPEN, REF, 1).known(JOB))));
    world.advanceToIdle();

    assertThat(world.read().job(JOB).phase()).isEqualTo(Phase.SUCCESS);
  }

  @Test
  void a_row_of_lenient_plans_goes_on_after_a_failure() {
    begin(Plan.create(MAKE, REF, new Milk("m"), null));
    Plan sour = Plan.of(SOUR, REF, null).leniently();
    Job job = begin(Plan.inOrder("all", List.of(sour, Plan.of(OPEN, REF, null).leniently(), sour)));
    world.advanceToIdle();

    State state = world.read();
    assertThat(state.job(job.id()).phase()).isEqualTo(Phase.FAIL);
    assertThat(state.job(job.id()).parts())
        .extracting(id -> state.job(id).phase())
        .containsExactly(Phase.FAIL, Phase.SUCCESS, Phase.SUCCESS);
    assertThat(status()).isEqualTo(Stage.OFF);
  }
}
