package io.ecsim.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.sim.World;
import io.ecsim.testing.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is done to servers, and whatever goes wrong: v1, v1.1, native clients, disks, ports,
 * public addresses, groups and quotas tell one story, and nothing is left when all is deleted.
 */
class TheViewsOfAServerAgreeTest {
  private static final List<String> EDGES =
      List.of(
          "create",
          "start",
          "stop",
          "reboot",
          "resize",
          "confirm-resize",
          "reinstall-os",
          "change-os",
          "attach-volume",
          "detach-volume",
          "delete");

  @Property(tries = 10)
  void after_any_sequence_of_actions(@ForAll long seed) {
    try (Ecsim cloud = Ecsim.start(Options.embedded())) {
      var anna = new Owner(new Http(cloud.url()), Owner.ANNA);
      World world = cloud.worlds().get("default");
      var views = new Views(anna);
      views.theyTellOneStory();
      var things = views.things();
      var random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        act(anna, world, random);
        views.theyTellOneStory();
      }
      world.advanceToIdle();
      views.theyTellOneStory();
      views.nothingDangles();
      anna.http().delete("/_ecsim/faults");
      anna.servers().keySet().forEach(anna::deleteNatively);
      world.advanceToIdle();
      anna.disks().keySet().forEach(disk -> anna.delete("/evs/v2/{p}/cloudvolumes/" + disk));
      views.addresses().keySet().forEach(it -> anna.delete("/vpc/v1/{p}/publicips/" + it));
      views.groups().keySet().forEach(it -> anna.delete("/ecs/v2.1/{p}/os-server-groups/" + it));
      world.advanceToIdle();
      views.theyTellOneStory();
      assertThat(views.things()).isEqualTo(things);
      assertThat(cloud.contractViolations()).isEmpty();
    }
  }

  private static void act(Owner anna, World world, Random random) {
    switch (random.nextInt(10)) {
      case 0 -> order(anna, random);
      case 1 -> anna.orderNatively("n");
      case 2 -> world.advanceToNext();
      case 3 -> world.advance(Duration.ofSeconds(random.nextInt(30)));
      case 4 -> world.advanceToIdle();
      case 5 -> strike(anna, random);
      default -> actOnAServer(anna, random);
    }
  }

  /** With a data disk, a public address, a place in a group, or nothing of these. */
  private static void order(Owner anna, Random random) {
    var members = new StringBuilder();
    if (random.nextBoolean()) {
      members.append(",'data_volumes':[{'volumetype':'SSD','size':10}]");
    }
    if (random.nextBoolean()) {
      members.append(
          """
          ,'publicip':{'eip':{'iptype':'5_bgp',
            'bandwidth':{'size':5,'sharetype':'PER','chargemode':'traffic'}}}
          """);
    }
    if (random.nextInt(3) == 0) {
      String group =
          anna.post(
                  "/ecs/v1/{p}/cloudservers/os-server-groups",
                  "{'server_group':{'name':'g','policies':['anti-affinity']}}")
              .at("/server_group/id");
      members.append(",'os:scheduler_hints':{'group':'%s'}".formatted(group));
    }
    anna.order("s", members.toString());
  }

  private static void strike(Owner anna, Random random) {
    anna.post(
        "/_ecsim/faults",
        "{'name':'f','on':{'edge':'server.%s'},'when':{'nth':1},'do':{'fail':true}}",
        EDGES.get(random.nextInt(EDGES.size())));
  }

  private static void actOnAServer(Owner anna, Random random) {
    String server = pick(List.copyOf(anna.servers().keySet()), random);
    String disk = pick(List.copyOf(anna.disks().keySet()), random);
    var actions = new ArrayList<Runnable>();
    actions.add(() -> anna.start(server));
    actions.add(() -> anna.stop(server, random.nextBoolean() ? "SOFT" : "HARD"));
    actions.add(() -> anna.reboot(server, random.nextBoolean() ? "SOFT" : "HARD"));
    actions.add(() -> anna.resize(server, random.nextBoolean() ? Owner.SMALL : Owner.LARGE));
    actions.add(() -> anna.act(server, "{'resize':{'flavorRef':'%s'}}", Owner.LARGE));
    actions.add(() -> anna.act(server, "{'confirmResize':null}"));
    actions.add(() -> anna.act(server, "{'revertResize':null}"));
    actions.add(() -> anna.reinstall(server));
    actions.add(() -> anna.changeOs(server));
    actions.add(() -> anna.addCard(server));
    actions.add(() -> anna.orderDisk());
    actions.add(() -> anna.attach(disk, server));
    actions.add(() -> anna.detach(disk, server));
    actions.add(() -> anna.deleteServers(server));
    actions.add(() -> anna.deleteNatively(server));
    actions.add(() -> anna.begin(server, random.nextBoolean() ? "freeze" : "unfreeze"));
    actions.get(random.nextInt(actions.size())).run();
  }

  /** An id, or one of nothing. */
  private static String pick(List<String> ids, Random random) {
    return ids.isEmpty()
        ? "00000000-0000-4000-8000-000000000000"
        : ids.get(random.nextInt(ids.size()));
  }
}
