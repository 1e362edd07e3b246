package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A page costs what it shows, and who reads page by page meets each once. */
class AListIsReadPageByPageTest {
  private static final AtomicInteger LOOKS = new AtomicInteger();

  private enum Stage implements Status {
    SHOWN,
    BINNED;

    @Override
    public boolean hidden() {
      LOOKS.incrementAndGet();
      return this == BINNED;
    }

    @Override
    public String label() {
      return name();
    }
  }

  private record Card(String name) implements Spec {}

  private static final Lifecycle<Stage, Card> CARDS =
      Lifecycle.of("card", Stage.class, Card.class).missing("404");
  private static final Edge<Card, Void> MAKE = CARDS.<Void>creates("make").to(Stage.SHOWN);
  private static final Edge<Card, Void> BIN =
      CARDS.<Void>on("bin", Stage.SHOWN).refused("not shown").to(Stage.BINNED);
  private static final Edge<Card, Void> FETCH =
      CARDS.<Void>on("fetch", Stage.BINNED).refused("not binned").to(Stage.SHOWN);
  private static final Edge<Card, Void> BURN =
      CARDS
          .<Void>on("burn", Stage.SHOWN, Stage.BINNED)
          .refused("not there")
          .via(null, 1)
          .failing("wet")
          .gone();

  private World world = empty();

  private static World empty() {
    return new World(
        "test",
        new Blueprint(
            "1",
            new Lifecycles(List.of(CARDS)),
            Seed.NOTHING,
            ClockMode.STEPPED,
            1,
            0,
            1_000,
            () -> 0));
  }

  private void make(int... names) {
    for (int name : names) {
      Ref ref = new Ref("card", "p", String.valueOf(name));
      begin(Plan.create(MAKE, ref, new Card(ref.id()), null));
    }
  }

  private void begin(Plan plan) {
    world.transact(tx -> tx.begin(plan));
    world.advanceToIdle();
  }

  private void on(Edge<Card, Void> edge, int name) {
    begin(Plan.of(edge, new Ref("card", "p", String.valueOf(name)), null));
  }

  private Roll<Card> roll() {
    return world.read().roll(CARDS, "p");
  }

  private static List<String> ids(Stream<Resource<Card>> cards) {
    return cards.map(Resource::id).toList();
  }

  @Example
  void from_either_end() {
    make(1, 2, 3, 4);

    assertThat(ids(roll().stream())).containsExactly("1", "2", "3", "4");
    assertThat(ids(roll().reversed().stream())).containsExactly("4", "3", "2", "1");
    assertThat(roll().size()).isEqualTo(4);
  }

  @Example
  void from_a_place() {
    make(1, 2, 3, 4, 5);
    on(BURN, 3);

    assertThat(ids(roll().skip(0))).containsExactly("1", "2", "4", "5");
    assertThat(ids(roll().skip(2))).containsExactly("4", "5");
    assertThat(ids(roll().reversed().skip(1))).containsExactly("4", "2", "1");
    assertThat(ids(roll().reversed().skip(3))).containsExactly("1");
    assertThat(ids(roll().skip(4))).isEmpty();
    assertThat(ids(roll().after("5").skip(9))).isEmpty();
    assertThat(ids(world.read().roll(CARDS, "nowhere").skip(1))).isEmpty();
  }

  @Example
  void after_one_that_is_gone_or_out_of_sight() {
    make(1, 2, 3, 4);
    on(BIN, 2);
    on(BURN, 3);

    assertThat(ids(roll().after("1").stream())).containsExactly("4");
    assertThat(ids(roll().after("2").stream())).containsExactly("4");
    assertThat(ids(roll().after("3").stream())).containsExactly("4");
    assertThat(ids(roll().reversed().after("3").stream())).containsExactly("1");
    assertThat(roll().after("nobody")).isNull();
  }

  @Example
  void what_is_hidden_has_a_roll_of_its_own() {
    make(1, 2, 3, 4);
    on(BIN, 2);
    on(BIN, 3);
    on(FETCH, 3);

    assertThat(ids(roll().stream())).containsExactly("1", "3", "4");
    assertThat(roll().size()).isEqualTo(3);
    assertThat(ids(roll().skip(1))).containsExactly("3", "4");
    assertThat(world.read().hiddenRoll(CARDS, "p").size()).isEqualTo(1);
    assertThat(ids(world.read().hiddenRoll(CARDS, "p").stream())).containsExactly("2");
    on(BURN, 2);
    assertThat(world.read().hiddenRoll(CARDS, "p").size()).isZero();
    assertThat(roll().size()).isEqualTo(3);
  }

  @Example
  void a_page_looks_at_its_own_rows_alone() {
    for (int i = 0; i < 1_000; i++) {
      make(i);
    }
    LOOKS.set(0);

    assertThat(roll().skip(500).limit(10)).hasSize(10);
    assertThat(roll().reversed().skip(500).limit(10)).hasSize(10);
    assertThat(roll().after("700").stream().limit(10)).hasSize(10);
    assertThat(roll().size()).isEqualTo(1_000);
    assertThat(LOOKS.get()).isLessThanOrEqualTo(30);
  }

  @Property(tries = 200)
  void whatever_comes_and_goes_between_the_pages(@ForAll long seed) {
    world = empty();
    var random = new Random(seed);
    int cards = random.nextInt(12);
    for (int i = 0; i < cards; i++) {
      make(i);
    }
    var stayed = new HashSet<>(ids(roll().stream()));
    var met = new ArrayList<String>();
    boolean newestFirst = random.nextBoolean();
    String marker = null;
    do {
      Roll<Card> all = newestFirst ? roll().reversed() : roll();
      List<String> page =
          ids((marker == null ? all : all.after(marker)).stream().limit(1 + random.nextInt(3)));
      met.addAll(page);
      marker = page.isEmpty() ? null : page.get(page.size() - 1);
      disturb(random, stayed);
    } while (marker != null);

    assertThat(met).doesNotHaveDuplicates().containsAll(stayed);
  }

  private void disturb(Random random, Set<String> stayed) {
    List<String> shown = ids(roll().stream());
    for (int i = random.nextInt(3); i > 0 && !shown.isEmpty(); i--) {
      String one = shown.get(random.nextInt(shown.size()));
      if (stayed.remove(one)) {
        on(random.nextBoolean() ? BURN : BIN, Integer.parseInt(one));
      }
    }
    if (random.nextInt(3) == 0) {
      make(100 + random.nextInt(1_000_000));
    }
  }
}
