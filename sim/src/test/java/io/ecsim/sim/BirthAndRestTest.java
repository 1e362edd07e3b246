package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a resource is born with, and where an edge leads that any status may begin. */
class BirthAndRestTest {
  private enum Light implements Status {
    OFF,
    ON,
    BROKEN;

    @Override
    public String label() {
      return name();
    }
  }

  private record Lamp(String name) implements Spec {}

  private static final Lifecycle<Light, Lamp> LAMPS =
      Lifecycle.of("lamp", Light.class, Lamp.class).missing("404");
  private static final Edge<Lamp, Void> MAKE = LAMPS.<Void>creates("make").to(Light.OFF);
  private static final Edge<Lamp, Void> UNPLUG =
      LAMPS
          .<Void>onAny("unplug")
          .to("off, or broken", (lamp, was) -> was == Light.BROKEN ? was : Light.OFF);

  private final World world =
      new World(
          "test",
          new Blueprint(
              "1",
              new Lifecycles(List.of(LAMPS)),
              Seed.NOTHING,
              ClockMode.STEPPED,
              1,
              0,
              1_000,
              () -> 0));

  private Resource<Lamp> make(String name) {
    Ref ref = new Ref("lamp", "p", name);
    world.transact(tx -> tx.begin(Plan.create(MAKE, ref, new Lamp(name), null)));
    return world.read().require(LAMPS, "p", name);
  }

  @Test
  void resources_of_the_same_moment_are_born_one_after_the_other() {
    List<Long> born = IntStream.range(0, 2_500).mapToObj(i -> make("lamp-" + i).born()).toList();

    assertThat(born).isSorted().doesNotHaveDuplicates();
    assertThat(born.get(0)).isEqualTo(1_000_000);
    assertThat(make("last").createdAt()).isEqualTo(1_000);
  }

  @Test
  void an_end_may_depend_on_the_status_the_edge_began_in() {
    Ref whole = make("whole").ref();
    Ref broken = make("broken").ref();
    world.transact(
        tx -> {
          tx.force(whole, Light.ON);
          tx.force(broken, Light.BROKEN);
          tx.begin(Plan.of(UNPLUG, whole, null));
          return tx.begin(Plan.of(UNPLUG, broken, null));
        });

    assertThat(world.read().find(whole).status()).isEqualTo(Light.OFF);
    assertThat(world.read().find(broken).status()).isEqualTo(Light.BROKEN);
  }
}
