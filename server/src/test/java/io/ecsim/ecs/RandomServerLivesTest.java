package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.api.ApiError;
import io.ecsim.api.Asked;
import io.ecsim.api.Call;
import io.ecsim.api.Identity;
import io.ecsim.api.ecs.AttachServerVolumeAttachment;
import io.ecsim.api.ecs.AttachServerVolumeRequest;
import io.ecsim.api.ecs.BatchRebootServersRequest;
import io.ecsim.api.ecs.BatchStartServersRequest;
import io.ecsim.api.ecs.BatchStopServersRequest;
import io.ecsim.api.ecs.CreateServersQuery;
import io.ecsim.api.ecs.CreateServersRequest;
import io.ecsim.api.ecs.DeleteServersRequest;
import io.ecsim.api.ecs.DetachServerVolumeQuery;
import io.ecsim.api.ecs.OsStart;
import io.ecsim.api.ecs.OsStop;
import io.ecsim.api.ecs.Reboot;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.change.Redeployments;
import io.ecsim.ecs.change.Resizes;
import io.ecsim.ecs.change.Systems;
import io.ecsim.ecs.huawei.ActionOperations;
import io.ecsim.ecs.huawei.Detail;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Sight;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Entry;
import io.ecsim.sim.Glance;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.sim.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random lives of servers with real disks and ports: whatever clients and faults do, nothing
 * dangles, nobody is busy with a finished job, no job is without an end.
 */
class RandomServerLivesTest {
  private static final Set<ServerStatus> STABLE =
      Set.of(
          ServerStatus.RUNNING,
          ServerStatus.STOPPED,
          ServerStatus.FAULTY,
          ServerStatus.VERIFYING_RESIZING,
          ServerStatus.REINSTALLING_OS_FAILED,
          ServerStatus.OS_CHANGE_FAILED);

  private static final List<String> EDGES =
      List.of(
          "server.create",
          "server.start",
          "server.stop",
          "server.hard-stop",
          "server.reboot",
          "server.hard-reboot",
          "server.delete",
          "server.attach-volume",
          "server.detach-volume",
          "server.resize",
          "server.confirm-resize",
          "server.revert-resize",
          "server.reinstall-os",
          "server.change-os",
          "server.rebuild",
          "server.redeploy",
          "volume.create",
          "volume.attach",
          "volume.detach",
          "volume.release",
          "volume.delete");

  @Property(tries = 80)
  void nothingDanglesAndEverythingEnds(@ForAll long seed, @ForAll @IntRange(max = 2) int show) {
    var life = new Life(new Random(seed), show);
    for (int i = 0; i < 50; i++) {
      life.act();
      life.check();
    }
    life.calmDown();
    life.check();
    life.checkRest();
    life.deleteAll();
    life.checkEmpty();
  }

  @Property(tries = 20)
  void idsDoNotDependOnTheOrderOfClients(@ForAll long seed) {
    var names = new ArrayList<>(List.of("a", "b", "c", "d"));
    var one = new Life(new Random(1), 0);
    names.forEach(name -> one.create(name, 1));
    Collections.shuffle(names, new Random(seed));
    var two = new Life(new Random(1), 0);
    names.forEach(name -> two.create(name, 1));
    assertThat(two.ids()).isEqualTo(one.ids());
  }

  /** One world, and somebody who does this and that in it. */
  private static final class Life {
    private final Random random;
    private final Surroundings cloud = new Surroundings();
    private final Bench bench;
    private final World world;
    private final ServerTable table = cloud.ecs.table();

    Life(Random random, int show) {
      this.random = random;
      this.bench = new Bench(cloud, show);
      this.world = bench.world();
    }

    private Call call() {
      return new Call(
          world,
          Bench.PROJECT,
          Identity.NOBODY,
          "request",
          "http://x/ecs",
          Asked.NOTHING,
          0,
          new Glance(world));
    }

    void act() {
      switch (random.nextInt(20)) {
        case 0, 1, 2 -> trying(() -> create("s" + random.nextInt(3), random.nextInt(3)));
        case 3 -> world.advance(Duration.ofSeconds(random.nextInt(15)));
        case 4 -> world.advanceToNext();
        case 5 -> lay();
        case 6 -> look();
        case 7 -> world.advanceToIdle();
        case 8 -> trying(this::attach);
        case 9 -> trying(this::detach);
        case 10 -> trying(this::delete);
        case 11, 12, 13, 14 -> trying(this::change);
        default -> trying(this::power);
      }
    }

    void create(String name, int disks) {
      CreateServersRequest request = bench.order(name, disks);
      bench.servers().createServers(call(), request, new CreateServersQuery(null));
    }

    private void power() {
      var actions = new ActionOperations(table, new Bin(table, cloud.inventory));
      List<ServerId> some = some();
      String type = random.nextBoolean() ? "SOFT" : "HARD";
      switch (random.nextInt(3)) {
        case 0 ->
            actions.batchServersAction(call(), new BatchStartServersRequest(new OsStart(some)));
        case 1 ->
            actions.batchServersAction(call(), new BatchStopServersRequest(new OsStop(some, type)));
        default ->
            actions.batchServersAction(
                call(), new BatchRebootServersRequest(new Reboot(some, type)));
      }
    }

    /** Another flavor, another system, another host. */
    private void change() {
      String image = cloud.inventory.images().get(random.nextInt(2)).id();
      String flavor = random.nextBoolean() ? "c6.xlarge.2" : "c6.large.2";
      var wish = new Systems.Wish(image, null, false, null, Map.of(), random.nextBoolean());
      var resizes = new Resizes(table);
      var systems = new Systems(bench.cloud(), table);
      String id = some().get(0).id();
      int what = random.nextInt(8);
      world.transact(
          tx -> {
            Resource<Server> server = tx.state().require(table.servers, Bench.PROJECT, id);
            Ref ref = server.ref();
            return tx.begin(
                switch (what) {
                  case 0 ->
                      resizes.confirmed(
                          tx, "resize", ref, new Resizes.Wish(flavor, null, null, wish.stopping()));
                  case 1 -> resizes.tried(server, flavor);
                  case 2 -> Plan.of(table.resizing.confirm, ref, null);
                  case 3 -> Plan.of(table.resizing.revert, ref, null);
                  case 4 -> systems.reinstalled(tx, "reinstall", ref, wish);
                  case 5 -> systems.changed(tx, "change", ref, wish);
                  case 6 -> systems.rebuilt(tx, ref, wish);
                  default -> new Redeployments(table).of(tx, ref);
                });
          });
    }

    private void delete() {
      new ActionOperations(table, new Bin(table, cloud.inventory))
          .deleteServers(call(), new DeleteServersRequest(null, random.nextBoolean(), some()));
    }

    private void attach() {
      pick("volume")
          .ifPresent(
              disk ->
                  bench
                      .volumes()
                      .attachServerVolume(
                          call(),
                          some().get(0).id(),
                          new AttachServerVolumeRequest(
                              null,
                              new AttachServerVolumeAttachment(
                                  null, null, null, disk.id(), null))));
    }

    private void detach() {
      pick("volume")
          .ifPresent(
              disk ->
                  bench
                      .volumes()
                      .detachServerVolume(
                          call(), some().get(0).id(), disk.id(), new DetachServerVolumeQuery("0")));
    }

    private List<ServerId> some() {
      var ids = new ArrayList<ServerId>();
      world.read().everywhere("server").forEach(server -> ids.add(new ServerId(server.id())));
      Collections.shuffle(ids, random);
      return ids.isEmpty()
          ? List.of(new ServerId("none"))
          : ids.subList(0, 1 + random.nextInt(Math.min(2, ids.size())));
    }

    private Optional<Resource<?>> pick(String type) {
      List<Resource<?>> all = world.read().everywhere(type).toList();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void lay() {
      Effect effect =
          switch (random.nextInt(5)) {
            case 0 -> new Effect.Stall(-1);
            case 1 -> new Effect.Stall(5_000);
            case 2 -> new Effect.Delay(4_000);
            case 3 -> new Effect.Refuse("X", 0);
            default -> new Effect.Fail(null);
          };
      String edge = EDGES.get(random.nextInt(EDGES.size()));
      When once = new When(1 + random.nextInt(2), 0, 0, -1, 0, 0);
      world.transact(tx -> tx.lay("rule", new Target.OnEdge(edge), Where.ANYWHERE, once, effect));
    }

    private void look() {
      Call call = call();
      pick("server").ifPresent(server -> bench.servers().showServer(call, server.id()));
      call.glance().done();
    }

    /** A refused request changes nothing, save the count of a rule that refused it. */
    private void trying(Runnable request) {
      State before = world.read();
      try {
        request.run();
      } catch (ApiError refused) {
        assertThat(world.read()).isEqualTo(before);
      } catch (Refusal refused) {
        if (refused.struck() == null) {
          assertThat(world.read()).isEqualTo(before);
        }
      }
    }

    void calmDown() {
      world.transact(
          tx -> {
            tx.state().faults().forEach(fault -> tx.lift(fault.id()));
            return null;
          });
      world.advanceToIdle();
    }

    /** What holds at every moment. */
    void check() {
      State state = world.read();
      state.shelves().values().stream()
          .flatMap(shelf -> shelf.all().stream())
          .forEach(
              r -> {
                assertThat(state.jobsOn(r)).as("jobs of %s", r).noneMatch(j -> j.phase().over());
                assertThat(r.spec().uses()).as("links of %s", r).allMatch(ref -> there(state, ref));
                assertThat(r.spec().owner() == null || there(state, r.spec().owner())).isTrue();
              });
      state
          .everywhere(table.servers)
          .forEach(s -> assertThat(Detail.one(Sight.of(bench.cloud(), state, s))).isNotNull());
    }

    private static boolean there(State state, Ref ref) {
      return state.find(ref) != null;
    }

    /** What holds when all is quiet. */
    void checkRest() {
      State state = world.read();
      assertThat(state.jobs().values()).allMatch(job -> job.phase().over());
      assertThat(state.shelves().values().stream().flatMap(shelf -> shelf.all().stream()))
          .noneMatch(r -> r.busy() || !r.alongside().isEmpty());
      assertThat(state.everywhere(table.servers).map(Resource::status)).allMatch(STABLE::contains);
      checkChains();
    }

    /** Once nothing goes wrong any more, every server can be deleted. */
    void deleteAll() {
      List<ServerId> all =
          world.read().everywhere("server").map(server -> new ServerId(server.id())).toList();
      if (!all.isEmpty()) {
        new ActionOperations(table, new Bin(table, cloud.inventory))
            .deleteServers(call(), new DeleteServersRequest(null, true, all));
        world.advanceToIdle();
      }
    }

    /** Nothing of a server is left without it. */
    void checkEmpty() {
      State state = world.read();
      assertThat(state.everywhere("server")).isEmpty();
      assertThat(state.everywhere("port")).isEmpty();
      assertThat(state.everywhere("volume").flatMap(disk -> disk.spec().uses().stream())).isEmpty();
    }

    /** Each transition begins where the one before it ended. */
    private void checkChains() {
      Map<Ref, String> last = new HashMap<>();
      for (Entry entry : world.journal().entries()) {
        if (entry instanceof Entry.Transition t) {
          if (t.from() != null && last.containsKey(t.ref())) {
            assertThat(t.from()).as("%s", t).isEqualTo(last.get(t.ref()));
          }
          last.put(t.ref(), t.to());
        }
      }
    }

    /** The ids of all servers, disks, ports and jobs. */
    Set<String> ids() {
      var ids = new TreeSet<String>();
      State state = world.read();
      List.of("server", "volume", "port")
          .forEach(type -> state.everywhere(type).forEach(r -> ids.add(r.id())));
      ids.addAll(state.jobs().keySet());
      return ids;
    }
  }
}
