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
 * Cards that come and go by either door, groups that servers join and leave, and servers that are
 * kept in the bin, fetched and destroyed: whatever the order, and whatever goes wrong, all views
 * tell one story, and nothing is left when all is deleted.
 */
class CardsGroupsAndTheBinTellOneStoryTest {
  private static final String GROUPS = "/ecs/v1/{p}/cloudservers/os-server-groups";
  private static final String BIN = "/ecs/v1/{p}/recycle-bin";
  private static final List<String> EDGES =
      List.of(
          "create",
          "add-nic",
          "delete-nic",
          "change-ip",
          "join-group",
          "leave-group",
          "delete",
          "recycle",
          "restore",
          "destroy");

  @Property(tries = 10)
  void after_any_sequence_of_actions(@ForAll long seed) {
    try (Ecsim cloud = Ecsim.start(Options.embedded())) {
      var anna = new Owner(new Http(cloud.url()), Owner.ANNA);
      World world = cloud.worlds().get("default");
      var views = new Views(anna);
      var things = views.things();
      anna.put(BIN + "/policy", "{'policy':{'retention_hour':100,'recycle_threshold_day':0}}");
      var random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        act(anna, views, world, random);
        views.theyTellOneStory();
      }
      world.advanceToIdle();
      views.theyTellOneStory();
      views.nothingDangles();
      anna.http().delete("/_ecsim/faults");
      clear(anna, views, world);
      views.theyTellOneStory();
      assertThat(views.things()).isEqualTo(things);
      assertThat(views.binned()).isEmpty();
      assertThat(cloud.contractViolations()).isEmpty();
    }
  }

  private static void clear(Owner anna, Views views, World world) {
    anna.servers().keySet().forEach(anna::deleteNatively);
    world.advanceToIdle();
    views.binned().keySet().forEach(it -> anna.delete(BIN + "/cloudservers/" + it));
    world.advanceToIdle();
    anna.disks().keySet().forEach(disk -> anna.delete("/evs/v2/{p}/cloudvolumes/" + disk));
    views.addresses().keySet().forEach(it -> anna.delete("/vpc/v1/{p}/publicips/" + it));
    views.groups().keySet().forEach(it -> anna.delete(GROUPS + "/" + it));
    world.advanceToIdle();
  }

  private static void act(Owner anna, Views views, World world, Random random) {
    switch (random.nextInt(12)) {
      case 0 -> anna.order("s", hint(views, random));
      case 1 -> anna.orderNatively("n");
      case 2 -> world.advanceToNext();
      case 3 -> world.advance(Duration.ofSeconds(random.nextInt(30)));
      case 4 -> world.advance(Duration.ofHours(random.nextInt(60)));
      case 5 -> world.advanceToIdle();
      case 6 -> strike(anna, random);
      case 7 ->
          anna.put(BIN, "{'recycle_bin':{'switch':'%s'}}", random.nextBoolean() ? "on" : "off");
      default -> actOnAServer(anna, views, random);
    }
  }

  private static String hint(Views views, Random random) {
    List<String> groups = List.copyOf(views.groups().keySet());
    return groups.isEmpty() || random.nextBoolean()
        ? ",'data_volumes':[{'volumetype':'SSD','size':10}]"
        : ",'os:scheduler_hints':{'group':'%s'}".formatted(pick(groups, random));
  }

  private static void strike(Owner anna, Random random) {
    anna.post(
        "/_ecsim/faults",
        "{'name':'f','on':{'edge':'server.%s'},'when':{'nth':1},'do':{'fail':true}}",
        EDGES.get(random.nextInt(EDGES.size())));
  }

  private static void actOnAServer(Owner anna, Views views, Random random) {
    String server = pick(List.copyOf(anna.servers().keySet()), random);
    String group = pick(List.copyOf(views.groups().keySet()), random);
    String binned = pick(List.copyOf(views.binned().keySet()), random);
    var actions = new ArrayList<Runnable>();
    actions.add(() -> anna.start(server));
    actions.add(() -> anna.stop(server, "HARD"));
    actions.add(() -> anna.addCard(server));
    actions.add(() -> anna.removeCard(server, card(anna, server, random)));
    actions.add(() -> changeAddress(anna, server, card(anna, server, random), random));
    actions.add(() -> plugIn(anna, server));
    actions.add(
        () ->
            anna.delete(
                "/ecs/v2.1/{p}/servers/" + server + "/os-interface/" + card(anna, server, random)));
    actions.add(
        () -> anna.post(GROUPS, "{'server_group':{'name':'g','policies':['anti-affinity']}}"));
    actions.add(() -> member(anna, group, "add_member", server));
    actions.add(() -> member(anna, group, "remove_member", server));
    actions.add(() -> member(anna, group, "add_member", binned));
    actions.add(() -> anna.delete(GROUPS + "/" + group));
    actions.add(() -> anna.deleteServers(server));
    actions.add(() -> anna.deleteNatively(server));
    actions.add(() -> anna.post(BIN + "/cloudservers/" + binned + "/actions/revert", "{}"));
    actions.add(() -> anna.delete(BIN + "/cloudservers/" + binned));
    actions.get(random.nextInt(actions.size())).run();
  }

  private static void member(Owner anna, String group, String action, String server) {
    anna.post(GROUPS + "/" + group + "/action", "{'%s':{'instance_uuid':'%s'}}", action, server);
  }

  private static void plugIn(Owner anna, String server) {
    anna.post(
        "/ecs/v2.1/{p}/servers/" + server + "/os-interface",
        "{'interfaceAttachment':{'net_id':'%s'}}",
        anna.subnet());
  }

  private static void changeAddress(Owner anna, String server, String card, Random random) {
    anna.on(
        server,
        "os-interface/" + card + "/change-network-interface",
        "{'subnet_id':'%s','ip_address':'192.168.0.%d'}",
        anna.subnet(),
        100 + random.nextInt(20));
  }

  private static String card(Owner anna, String server, Random random) {
    return anna.servers().containsKey(server) ? pick(anna.cards(server), random) : server;
  }

  /** An id, or one of nothing. */
  private static String pick(List<String> ids, Random random) {
    return ids.isEmpty()
        ? "00000000-0000-4000-8000-000000000000"
        : ids.get(random.nextInt(ids.size()));
  }
}
