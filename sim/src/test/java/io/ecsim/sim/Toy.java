package io.ecsim.sim;

import static io.ecsim.sim.Toy.DiskStatus.*;
import static io.ecsim.sim.Toy.HostStatus.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Two small tables that use all a table can say: disks, and hosts that own a card. */
final class Toy {
  static final String PROJECT = "p";

  enum DiskStatus implements Status {
    CREATING,
    DOWNLOADING,
    AVAILABLE,
    ATTACHING,
    IN_USE,
    DETACHING,
    EXTENDING,
    DELETING,
    ERROR,
    ERROR_EXTENDING,
    ERROR_DELETING;

    @Override
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  enum HostStatus implements Status {
    BUILDING,
    RUNNING,
    STOPPING,
    STOPPED,
    BROKEN,
    REBOOTING,
    DELETING_HOST,
    ROLLING_BACK;

    @Override
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  enum CardStatus implements Status {
    UP;

    @Override
    public String label() {
      return "up";
    }
  }

  record Disk(String name, int size, boolean image, Ref host, Ref claim) implements Spec {
    @Override
    public Collection<Ref> uses() {
      List<Ref> used = new ArrayList<>();
      if (host != null) {
        used.add(host);
      }
      if (claim != null) {
        used.add(claim);
      }
      return used;
    }

    @Override
    public Collection<String> takes() {
      return host == null ? List.of("" + size) : List.of("" + size, "in " + host.id());
    }

    Disk on(Ref newHost) {
      return new Disk(name, size, image, newHost, claim);
    }

    Disk sized(int newSize) {
      return new Disk(name, newSize, image, host, claim);
    }

    Disk unclaimed() {
      return new Disk(name, size, image, host, null);
    }
  }

  record Host(String name, int disks) implements Spec {}

  record Card(String name, Ref owner) implements Spec {}

  static final Lifecycle<DiskStatus, Disk> DISKS =
      Lifecycle.of("disk", DiskStatus.class, Disk.class).missing("D.404");
  static final Lifecycle<HostStatus, Host> HOSTS =
      Lifecycle.of("host", HostStatus.class, Host.class)
          .missing("H.404")
          .busy("H.busy")
          .gone("Gone")
          .wording(Toy::hosts);
  static final Lifecycle<CardStatus, Card> CARDS =
      Lifecycle.of("card", CardStatus.class, Card.class);

  // spotless:off
  static final Edge<Disk, Void>    CREATE  = DISKS.<Void>creates("create").via(CREATING, 3).viaIf((d, a) -> d.image(), DOWNLOADING, null, 5).failing("D.create", ERROR).to(AVAILABLE);
  static final Edge<Disk, Ref>     ATTACH  = DISKS.<Ref>on("attach", AVAILABLE).refused("D.notFree").via(ATTACHING, 2).failing("D.attach").reserving((d, host, at) -> d.on(host), (d, host, at) -> d.on(null)).to(IN_USE);
  static final Edge<Disk, Void>    DETACH  = DISKS.<Void>on("detach", IN_USE).refused("D.notAttached").via(DETACHING, 2).failing("D.detach").changing((d, a, at) -> d.on(null).unclaimed()).to(AVAILABLE);
  static final Edge<Disk, Integer> EXTEND  = DISKS.<Integer>on("extend", AVAILABLE, IN_USE).refused("D.extend").guard("D.notLarger", (s, d, size) -> size > d.spec().size() ? null : "new_size " + size + " is not above " + d.spec().size()).via(EXTENDING, 8).failing("D.extendFailed", ERROR_EXTENDING).changing((d, size, at) -> d.sized(size)).back();
  static final Edge<Disk, Void>    DELETE  = DISKS.<Void>on("delete", AVAILABLE, ERROR, ERROR_EXTENDING).refused("D.delete").refusedIn("D.inUse", IN_USE).via(DELETING, 2).failing("D.deleteFailed", ERROR_DELETING).gone();
  static final Edge<Disk, Void>    RELEASE = DISKS.<Void>onAny("release").interrupting().viaIf((d, a) -> d.host() != null, DETACHING, null, 2).failing("D.detach").changing((d, a, at) -> d.on(null).unclaimed()).to(AVAILABLE);
  static final Edge<Disk, Void>    MATCH   = DISKS.<Void>on("match", AVAILABLE).refused("D.notFree").via(EXTENDING, 4).settling((s, d, a) -> d.spec().sized(largest(s))).failing("D.match").back();
  static final Edge<Disk, String>  HAND    = DISKS.<String>on("hand", AVAILABLE).refused("D.notFree").via(DETACHING, 2).failing("D.hand").handingTo((d, project) -> project).to(AVAILABLE);
  static final Edge<Card, Void>    PLUG    = CARDS.<Void>creates("create").to(CardStatus.UP);

  static final Edge<Host, Void>    BUILD   = HOSTS.<Void>creates("create").via(BUILDING, "scheduling", 2).via(BUILDING, "spawning", 10).with((s, h, a) -> disksOf(h)).failingGone("H.build", BROKEN).amending((s, h, a) -> release(s, h)).to(RUNNING);
  static final Edge<Host, Void>    STOP    = HOSTS.<Void>on("stop", RUNNING).refused("H.status").via(STOPPING, 4).failing("H.stop").to(STOPPED);
  static final Edge<Host, Void>    RESIZE  = HOSTS.<Void>on("resize", STOPPED).refused("H.status").via(REBOOTING, 4).failingVia("H.resize", ROLLING_BACK, 3, STOPPED).to(STOPPED);
  static final Edge<Host, Void>    RESET   = HOSTS.<Void>on("reset", RUNNING, STOPPING, REBOOTING).refused("H.status").interrupting().via(REBOOTING, 6).to(RUNNING);
  static final Edge<Host, Ref>     PLUGIN  = HOSTS.<Ref>on("plug-in", RUNNING, STOPPED).refused("H.status").alongside().with((s, h, disk) -> List.of(Plan.of(ATTACH, disk, h.ref()))).failing("H.plugIn").back();
  static final Edge<Host, Void>    RENAME  = HOSTS.<Void>on("rename", RUNNING, STOPPED).refused("H.status").changing((h, a, at) -> new Host("renamed", h.disks())).back();
  static final Edge<Host, Void>    DESTROY = HOSTS.<Void>on("delete", BUILDING, RUNNING, STOPPING, STOPPED, BROKEN, REBOOTING, ROLLING_BACK).refused("H.status").interrupting().via(DELETING_HOST, 5).lastly((s, h, a) -> release(s, h)).failing("H.delete").gone();
  static final Edge<Host, Void>    RETIRE  = HOSTS.<Void>on("retire", RUNNING, STOPPED).refused("H.status").refusedIf("H.bare", (s, h, a) -> h.spec().disks() == 0 ? "No disk." : null).viaFrom(RUNNING, STOPPING, null, 4).via(REBOOTING, 1).failingBackVia("H.retire", ROLLING_BACK, "undoing", 3).to(BROKEN);
  // spotless:on

  private Toy() {}

  static Lifecycles lifecycles() {
    return new Lifecycles(List.of(DISKS, HOSTS, CARDS));
  }

  /**
   * Hosts have a word of their own for a disk that is not free, and none for one that is not there.
   */
  private static String hosts(String code) {
    return switch (code) {
      case "D.notFree" -> "H.taken";
      case "D.404" -> null;
      default -> code;
    };
  }

  /** The size of the largest disk there is. */
  private static int largest(State state) {
    return state.all(DISKS, PROJECT).mapToInt(disk -> disk.spec().size()).max().orElseThrow();
  }

  static Ref disk(String id) {
    return new Ref("disk", PROJECT, id);
  }

  static Ref host(String id) {
    return new Ref("host", PROJECT, id);
  }

  /** A host's disks are made and attached with it; the first is filled from an image. */
  private static List<Plan> disksOf(Resource<Host> host) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < host.spec().disks(); i++) {
      Ref disk = disk(Ids.uuid(host.id(), "disk", i));
      Disk spec = new Disk(host.spec().name() + "-" + i, 10, i == 0, null, host.ref());
      Plan make = Plan.create(CREATE, disk, spec, null);
      Plan plug = Plan.of(ATTACH, disk, host.ref());
      plans.add(Plan.inOrder("disk", List.of(make, plug)).failingAs("H.disk"));
    }
    return plans;
  }

  private static List<Plan> release(State state, Resource<Host> host) {
    return state.usersOf(host.ref(), DISKS).stream()
        .map(
            disk -> {
              Plan free = Plan.of(RELEASE, disk.ref(), null);
              Plan gone = Plan.of(DELETE, disk.ref(), null);
              return disk.spec().name().startsWith(host.spec().name() + "-")
                  ? Plan.inOrder("disk", List.of(free, gone))
                  : free;
            })
        .toList();
  }

  /** A world of these tables whose wall clock the test owns. */
  static final class Bench {
    final AtomicLong wall = new AtomicLong(1_000_000);
    final World world;

    Bench(ClockMode mode, int show) {
      world =
          new World(
              "test",
              new Blueprint("1", lifecycles(), Seed.NOTHING, mode, 20, show, -1, wall::get));
    }

    static Bench stepped() {
      return new Bench(ClockMode.STEPPED, 0);
    }

    Job begin(Plan plan) {
      return world.transact(tx -> tx.begin(plan));
    }

    Ref makeDisk(String name) {
      return makeDisk(name, false);
    }

    Ref makeDisk(String name, boolean image) {
      return world.transact(
          tx -> {
            Ref ref = Toy.disk(tx.id("disk", PROJECT, name));
            tx.begin(Plan.create(CREATE, ref, new Disk(name, 10, image, null, null), null));
            return ref;
          });
    }

    Ref makeHost(String name, int disks) {
      return world.transact(
          tx -> {
            Ref ref = Toy.host(tx.id("host", PROJECT, name));
            Ref card = new Ref("card", PROJECT, Ids.uuid(ref.id(), "card", 0));
            tx.begin(Plan.create(PLUG, card, new Card("nic", ref), null));
            tx.begin(Plan.create(BUILD, ref, new Host(name, disks), null));
            return ref;
          });
    }

    void pass(long seconds) {
      world.advance(java.time.Duration.ofSeconds(seconds));
    }

    void idle() {
      world.advanceToIdle();
    }

    String status(Ref ref) {
      Resource<?> found = world.read().find(ref);
      return found == null ? null : found.status().label();
    }

    Job job(Job job) {
      return world.read().job(job.id());
    }

    Disk disk(Ref ref) {
      return world.read().require(DISKS, PROJECT, ref.id()).spec();
    }

    Fault fail(String edge, String code) {
      return lay(edge, Where.ANYWHERE, When.ALWAYS, new Effect.Fail(code));
    }

    Fault lay(String edge, Where where, When when, Effect effect) {
      return world.transact(tx -> tx.lay("rule", new Target.OnEdge(edge), where, when, effect));
    }

    /** Each status a resource went through, repeated ones once. */
    List<String> story(Ref ref) {
      List<String> labels = new ArrayList<>();
      for (Entry entry : world.journal().entries()) {
        if (entry instanceof Entry.Transition t
            && t.ref().equals(ref)
            && (labels.isEmpty() || !labels.get(labels.size() - 1).equals(t.to()))) {
          labels.add(t.to());
        }
      }
      return labels;
    }
  }
}
