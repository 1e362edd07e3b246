package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edge that may begin while another is under way ends that one first. */
class InterruptionTest {
  private static final Ref LAMP = new Ref("lamp", "p", "1");

  enum Light implements Status {
    MAKING,
    ON,
    DIMMING,
    BROKEN,
    GOING;

    @Override
    public String label() {
      return name();
    }
  }

  record Lamp(String name) implements Spec {}

  // spotless:off
  private static final Lifecycle<Light, Lamp> LAMPS = Lifecycle.of("lamp", Light.class, Lamp.class).busy("BUSY");
  private static final Edge<Lamp, Void> CREATE = LAMPS.<Void>creates("create").via(Light.MAKING, 10).interruptedInto(Light.BROKEN).to(Light.ON);
  private static final Edge<Lamp, Void> DIM    = LAMPS.<Void>on("dim", Light.ON).refused("WRONG").via(Light.DIMMING, 10).back();
  private static final Edge<Lamp, Void> SHAKE  = LAMPS.<Void>on("shake", Light.ON).refused("WRONG").interrupting().via(Light.DIMMING, 5).back();
  private static final Edge<Lamp, Void> DELETE = LAMPS.<Void>onAny("delete").interrupting().via(Light.GOING, 5).failing("STUCK").gone();
  // spotless:on

  private World world;

  @BeforeEach
  void create() {
    world =
        new World(
            "w",
            new Blueprint(
                "seed",
                new Lifecycles(List.of(LAMPS)),
                Seed.NOTHING,
                ClockMode.STEPPED,
                1,
                0,
                0,
                () -> 0));
    world.transact(tx -> tx.begin(Plan.create(CREATE, LAMP, new Lamp("a"), null)));
  }

  @Test
  void anInterruptedCreationLeavesWhatTheTableSays() {
    world.transact(
        tx -> {
          tx.lay(
              "stuck",
              new Target.OnEdge("lamp.delete"),
              Where.ANYWHERE,
              When.ALWAYS,
              new Effect.Fail(null));
          return tx.begin(Plan.of(DELETE, LAMP, null));
        });
    assertThat(lamp().status()).isEqualTo(Light.GOING);
    assertThat(lamp().settled()).isEqualTo(Light.BROKEN);

    world.advance(Duration.ofSeconds(60));

    assertThat(lamp().status()).isEqualTo(Light.BROKEN);
    assertThat(lamp().busy()).isFalse();
  }

  @Test
  void whatAnInterruptingEdgeCannotInterruptIsBusy() {
    world.advanceToIdle();
    world.transact(tx -> tx.begin(Plan.of(DIM, LAMP, null)));

    assertThatThrownBy(() -> world.transact(tx -> tx.begin(Plan.of(SHAKE, LAMP, null))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("BUSY"));
  }

  private Resource<Lamp> lamp() {
    return world.read().require(LAMPS, "p", "1");
  }
}
