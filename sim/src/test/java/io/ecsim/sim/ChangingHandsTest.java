package io.ecsim.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** An edge may hand its resource to another project. */
class ChangingHandsTest {
  private enum Place implements Status {
    SHELF,
    VAN;

    @Override
    public String label() {
      return name();
    }
  }

  private record Book(String name, Collection<Ref> uses) implements Spec {
    Book called(String newName) {
      return new Book(newName, uses);
    }
  }

  private static final Lifecycle<Place, Book> BOOKS =
      Lifecycle.of("book", Place.class, Book.class).missing("404");
  private static final Edge<Book, Void> MAKE = BOOKS.<Void>creates("make").to(Place.SHELF);
  private static final Edge<Book, String> SEND =
      BOOKS
          .<String>on("send", Place.SHELF)
          .refused("on its way")
          .via(Place.VAN, 5)
          .changing((book, to, now) -> book.called(book.name() + " of " + to))
          .handingTo((book, to) -> to)
          .failing("lost")
          .to(Place.SHELF);
  private static final Edge<Book, Void> READ =
      BOOKS.<Void>on("read", Place.SHELF).alongside().via(null, 60).failing("boring").back();

  private final World world =
      new World(
          "test",
          new Blueprint(
              "1",
              new Lifecycles(List.of(BOOKS)),
              Seed.NOTHING,
              ClockMode.STEPPED,
              1,
              0,
              1_000,
              () -> 0));

  private Ref make(String project, String name, Ref... uses) {
    Ref ref = new Ref("book", project, name);
    begin(Plan.create(MAKE, ref, new Book(name, List.of(uses)), null));
    return ref;
  }

  private Job begin(Plan plan) {
    return world.transact(tx -> tx.begin(plan));
  }

  private Job job(Job job) {
    return world.read().job(job.id());
  }

  private static Ref in(String project, String name) {
    return new Ref("book", project, name);
  }

  @Test
  void it_stands_in_the_other_project_and_is_the_same_in_all_else() {
    Ref here = make("p", "novel");
    make("q", "other");
    Resource<?> before = world.read().find(here);

    begin(Plan.of(SEND, here, "q"));
    assertThat(world.read().find(here).status()).isEqualTo(Place.VAN);
    world.advanceToIdle();

    Resource<?> after = world.read().find(in("q", "novel"));
    assertThat(world.read().find(here)).isNull();
    assertThat(after.spec().name()).isEqualTo("novel of q");
    assertThat(after.status()).isEqualTo(Place.SHELF);
    assertThat(after.seq()).isEqualTo(before.seq());
    assertThat(after.born()).isEqualTo(before.born());
    assertThat(after.createdAt()).isEqualTo(before.createdAt());
    assertThat(world.read().all(BOOKS, "q"))
        .extracting(Resource::id)
        .containsExactly("novel", "other");
    assertThat(world.read().all(BOOKS, "p")).isEmpty();
    assertThat(world.read().endedOf("book")).isEmpty();
  }

  @Test
  void the_journal_says_where_it_went() {
    begin(Plan.of(SEND, make("p", "novel"), "q"));
    world.advanceToIdle();

    List<Entry> entries = world.journal().entries();
    var last = (Entry.Transition) entries.get(entries.size() - 1);
    assertThat(last.ref()).isEqualTo(in("q", "novel"));
    assertThat(last.edge()).isEqualTo("book.send");
    assertThat(last.from()).isEqualTo("VAN");
    assertThat(last.to()).isEqualTo("SHELF");
  }

  @Test
  void it_uses_from_there_what_it_used() {
    Ref atlas = make("p", "atlas");
    begin(Plan.of(SEND, make("p", "novel", atlas), "q"));
    world.advanceToIdle();

    assertThat(world.read().usersOf(atlas))
        .extracting(Resource::ref)
        .containsExactly(in("q", "novel"));
  }

  @Test
  void in_its_own_project_it_stays_where_it_is() {
    Ref here = make("p", "novel");
    make("p", "notes", here);
    Job job = begin(Plan.of(SEND, here, "p"));
    world.advanceToIdle();

    assertThat(job(job).phase()).isEqualTo(Phase.SUCCESS);
    assertThat(world.read().find(here).spec().name()).isEqualTo("novel of p");
  }

  @Test
  void it_stays_when_the_edge_fails() {
    Ref here = make("p", "novel");
    world.transact(
        tx ->
            tx.lay(
                "f",
                new Target.OnEdge("book.send"),
                Where.ANYWHERE,
                When.ALWAYS,
                new Effect.Fail(null)));
    Job job = begin(Plan.of(SEND, here, "q"));
    world.advanceToIdle();

    assertThat(job(job).code()).isEqualTo("lost");
    assertThat(world.read().find(here).spec().name()).isEqualTo("novel");
    assertThat(world.read().all(BOOKS, "q")).isEmpty();
  }

  @Test
  void it_stays_while_somebody_uses_it() {
    Ref here = make("p", "novel");
    make("q", "notes", here);
    Job job = begin(Plan.of(SEND, here, "q"));
    world.advanceToIdle();

    assertThat(job(job).phase()).isEqualTo(Phase.FAIL);
    assertThat(job(job).code()).isEqualTo("lost");
    assertThat(job(job).reason()).isEqualTo("Still in use by [book notes].");
    assertThat(world.read().find(here).status()).isEqualTo(Place.SHELF);
  }

  @Test
  void it_stays_while_something_is_under_way_beside_it() {
    Ref here = make("p", "novel");
    Job reading = begin(Plan.of(READ, here, null));
    Job sending = begin(Plan.of(SEND, here, "q"));
    world.advance(Duration.ofSeconds(5));

    assertThat(job(sending).reason()).isEqualTo("Still under way: book.read.");
    world.advanceToIdle();
    assertThat(job(reading).phase()).isEqualTo(Phase.SUCCESS);
    assertThat(world.read().find(here).alongside()).isEmpty();
  }

  @Test
  void it_stays_where_its_id_is_taken() {
    Ref here = make("p", "novel");
    make("q", "novel");
    Job job = begin(Plan.of(SEND, here, "q"));
    world.advanceToIdle();

    assertThat(job(job).reason()).isEqualTo("The project q has a book novel already.");
    assertThat(world.read().everywhere(BOOKS)).hasSize(2);
  }

  @Test
  void an_appointment_made_before_finds_nobody() {
    Ref here = make("p", "novel");
    world.transact(
        tx -> {
          tx.appoint(tx.now() + 60_000, Plan.of(SEND, here, "r"));
          return tx.begin(Plan.of(SEND, here, "q"));
        });
    world.advance(Duration.ofMinutes(2));

    assertThat(world.read().find(in("q", "novel"))).isNotNull();
    assertThat(world.read().all(BOOKS, "r")).isEmpty();
  }

  @Test
  void what_is_made_or_ended_is_handed_to_nobody() {
    var table = Lifecycle.of("x", Place.class, Book.class);

    assertThatThrownBy(() -> table.<Void>creates("make").handingTo((x, a) -> "q").to(Place.SHELF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("make of x");
    assertThatThrownBy(() -> table.<Void>onAny("end").handingTo((x, a) -> "q").gone())
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A step of a random life: which book goes where, and how much time passes. */
  @Property(tries = 300)
  void whoever_gets_it_there_is_one_and_links_lead_somewhere(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 999) Integer> steps) {
    world.reset();
    make("p0", "a");
    make("p1", "b");
    make("p0", "c", in("p0", "a"));
    make("p2", "d");
    for (int step : steps) {
      Resource<?> book =
          world
              .read()
              .everywhere("book")
              .filter(b -> b.id().equals(List.of("a", "b", "c", "d").get(step % 4)))
              .findFirst()
              .orElseThrow();
      String to = "p" + step / 4 % 3;
      try {
        begin(step % 5 == 0 ? Plan.of(READ, book.ref(), null) : Plan.of(SEND, book.ref(), to));
      } catch (Refusal busy) {
        assertThat(book.busy()).isTrue();
      }
      world.advance(Duration.ofSeconds(step % 7));
      check(world.read());
    }
    world.advanceToIdle();
    check(world.read());
    assertThat(world.read().everywhere("book")).noneMatch(Resource::busy);
  }

  private static void check(State state) {
    assertThat(state.everywhere("book"))
        .extracting(Resource::id)
        .containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(state.everywhere("book").flatMap(book -> book.spec().uses().stream()))
        .allMatch(used -> state.find(used) != null);
    state
        .everywhere("book")
        .forEach(
            book ->
                assertThat(state.jobsOn(book))
                    .allMatch(job -> !job.phase().over() && job.ref().equals(book.ref())));
  }
}
