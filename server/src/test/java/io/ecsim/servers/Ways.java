package io.ecsim.servers;

import static io.ecsim.testing.Caller.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** For each edge of the table of servers, how users set it in motion. */
final class Ways {
  private static final String RESIZE = "{'resize':{'flavorRef':'%s'}}";
  private static final Map<String, Way> ALL = new LinkedHashMap<>();

  private Ways() {}

  static Map<String, Way> all() {
    return ALL;
  }

  /** The way to an edge, or to a failure of it that only some servers can have. */
  static Way of(String edge, JsonNode failure) {
    boolean sometimes = failure != null && failure.path("sometimes").asBoolean();
    if (edge.equals("server.create") && sometimes) {
      return Way.making("/server/id", s -> s.anna.orderNatively("server"));
    }
    return edge.equals("server.resize") && failure == null
        ? Way.on(Scene::stopped, (s, id) -> s.anna.act(id, RESIZE, Owner.LARGE))
        : ALL.get(edge);
  }

  private static void way(
      String edge, Function<Scene, String> prepared, BiFunction<Owner, String, HttpAnswer> begun) {
    ALL.put("server." + edge, Way.on(prepared, (scene, id) -> begun.apply(scene.anna, id)));
  }

  static {
    ALL.put("server.create", Way.making("/serverIds/0", s -> s.anna.order("server")));
    way("start", Scene::stopped, Owner::start);
    way("stop", Scene::running, (anna, id) -> anna.stop(id, "SOFT"));
    way("hard-stop", Scene::running, (anna, id) -> anna.stop(id, "HARD"));
    way("reboot", Scene::running, (anna, id) -> anna.reboot(id, "SOFT"));
    way("hard-reboot", Scene::running, (anna, id) -> anna.reboot(id, "HARD"));
    way("resize", Scene::stopped, (anna, id) -> anna.resize(id, Owner.LARGE));
    way("confirm-resize", Scene::resized, (anna, id) -> anna.act(id, "{'confirmResize':null}"));
    way("revert-resize", Scene::resized, (anna, id) -> anna.act(id, "{'revertResize':null}"));
    starting("reinstall-os", Owner::reinstall);
    starting("change-os", Owner::changeOs);
    way(
        "rebuild",
        Scene::stopped,
        (anna, id) ->
            anna.act(id, "{'rebuild':{'imageRef':'%s'}}", anna.image("CentOS%207.6%2064bit")));
    way(
        "resize-as-ordered",
        Ways::prepaid,
        (anna, id) ->
            anna.post(
                "/ecs/v1.1/{p}/cloudservers/" + id + "/resize",
                "{'resize':{'flavorRef':'%s','extendparam':{'isAutoPay':'true'}}}",
                Owner.LARGE));
    way("migrate", Scene::stopped, (anna, id) -> anna.on(id, "migrate", "{'migrate':{}}"));
    way("redeploy", Scene::stopped, (anna, id) -> anna.on(id, "actions/redeploy", "{}"));
    way("crash-dump", Scene::running, (anna, id) -> anna.act(id, "{'trigger_crash_dump':null}"));
    way(
        "create-image",
        Scene::stopped,
        (anna, id) -> anna.act(id, "{'createImage':{'name':'image'}}"));
    way("lock", Scene::running, (anna, id) -> anna.act(id, "{'lock':null}"));
    way("unlock", Ways::locked, (anna, id) -> anna.act(id, "{'unlock':null}"));
    way("freeze", Scene::stopped, (anna, id) -> anna.begin(id, "freeze"));
    way("unfreeze", Scene::frozen, (anna, id) -> anna.begin(id, "unfreeze"));
    way("delete", Scene::running, (anna, id) -> anna.deleteServers(id));
    way(
        "reclaim",
        scene -> {
          String server =
              ok(scene.anna.order("server", ",'extendparam':{'marketType':'spot'}"))
                  .at("/serverIds/0");
          scene.cloud.idle();
          return server;
        },
        (anna, id) -> anna.begin(id, "reclaim"));
    way(
        "update",
        Scene::running,
        (anna, id) -> anna.put("/ecs/v1/{p}/cloudservers/" + id, "{'server':{'name':'renamed'}}"));
    way(
        "update-metadata",
        Scene::running,
        (anna, id) ->
            anna.post("/ecs/v1/{p}/cloudservers/" + id + "/metadata", "{'metadata':{'a':'b'}}"));
    way(
        "reset-password",
        Scene::running,
        (anna, id) ->
            anna.put(
                "/ecs/v1/{p}/cloudservers/" + id + "/os-reset-password",
                "{'reset-password':{'new_password':'Secret-4711'}}"));
    way("add-nic", Scene::running, Owner::addCard);
    way("delete-nic", Ways::withTwoCards, (anna, id) -> anna.removeCard(id, anna.cards(id).get(1)));
    ALL.put("server.change-vpc", Way.on(Ways::besideAVpc, Ways::move));
    way(
        "change-ip",
        Scene::stopped,
        (anna, id) ->
            anna.on(
                id,
                "os-interface/" + anna.cards(id).get(0) + "/change-network-interface",
                "{'subnet_id':'%s','ip_address':''}",
                anna.subnet()));
    way(
        "change-keypair",
        Ways::besideAKeypair,
        (anna, id) ->
            anna.post(
                "/kms/v3/{p}/keypairs/associate",
                "{'keypair_name':'pair','server':{'id':'%s'}}",
                id));
    ALL.put(
        "server.join-group", Way.on(Ways::besideAGroup, (s, id) -> member(s, id, "add_member")));
    ALL.put("server.leave-group", Way.on(Ways::grouped, (s, id) -> member(s, id, "remove_member")));
    way("plan-redeploy", Scene::running, (anna, id) -> anna.begin(id, "plan-redeploy"));
    way("plan-reboot", Scene::running, (anna, id) -> anna.begin(id, "plan-reboot"));
    way(
        "clear-password",
        Scene::running,
        (anna, id) -> anna.delete("/ecs/v1/{p}/cloudservers/" + id + "/os-server-password"));
    way(
        "open-console",
        Scene::running,
        (anna, id) ->
            anna.on(id, "remote_console", "{'remote_console':{'protocol':'vnc','type':'novnc'}}"));
    way("switch-serial-console", Scene::running, Owner::switchSerialConsole);
    way(
        "open-serial-console",
        scene -> scene.after(scene.running(), scene.anna::switchSerialConsole),
        (anna, id) -> anna.on(id, "actions/serial-console", "{}"));
    way("recycle", Ways::besideABin, (anna, id) -> anna.deleteServers(id));
    way(
        "restore",
        Ways::binned,
        (anna, id) ->
            anna.post("/ecs/v1/{p}/recycle-bin/cloudservers/" + id + "/actions/revert", "{}"));
    way(
        "destroy",
        Ways::binned,
        (anna, id) -> anna.delete("/ecs/v1/{p}/recycle-bin/cloudservers/" + id));
    way(
        "subscribe",
        Scene::running,
        (anna, id) ->
            anna.post(
                "/ecs/v1/{p}/cloudservers/actions/change-charge-mode",
                """
                {'charge_mode':'prePaid','server_ids':['%s'],
                  'prepaid_options':{'period_type':'month','period_num':1,'auto_pay':true}}
                """,
                id));
    ALL.put(
        "server.attach-volume",
        Way.on(Ways::besideADisk, (s, id) -> s.anna.attach(s.notes.get("disk"), id)));
    ALL.put(
        "server.detach-volume",
        Way.on(Ways::withADisk, (s, id) -> s.anna.detach(s.notes.get("disk"), id)));
  }

  /** The job starts the server afterwards: nobody sees it at rest between. */
  private static void starting(String edge, BiFunction<Owner, String, HttpAnswer> begun) {
    ALL.put(
        "server." + edge,
        Way.on(Scene::stopped, (scene, id) -> begun.apply(scene.anna, id)).then("Starting"));
  }

  private static String besideAGroup(Scene scene) {
    String group =
        ok(scene.anna.post(
                "/ecs/v1/{p}/cloudservers/os-server-groups",
                "{'server_group':{'name':'g','policies':['anti-affinity']}}"))
            .at("/server_group/id");
    scene.notes.put("group", group);
    return scene.stopped();
  }

  private static String grouped(Scene scene) {
    return scene.after(besideAGroup(scene), id -> member(scene, id, "add_member"));
  }

  private static HttpAnswer member(Scene scene, String server, String action) {
    return scene.anna.post(
        "/ecs/v1/{p}/cloudservers/os-server-groups/" + scene.notes.get("group") + "/action",
        "{'%s':{'instance_uuid':'%s'}}",
        action,
        server);
  }

  /** A server that the recycle bin is to take. */
  private static String besideABin(Scene scene) {
    Owner anna = scene.anna;
    ok(anna.put("/ecs/v1/{p}/recycle-bin", "{'recycle_bin':{'switch':'on'}}"));
    ok(
        anna.put(
            "/ecs/v1/{p}/recycle-bin/policy",
            "{'policy':{'retention_hour':10,'recycle_threshold_day':0}}"));
    return scene.running();
  }

  private static String binned(Scene scene) {
    return scene.after(besideABin(scene), id -> scene.anna.deleteServers(id));
  }

  private static String withTwoCards(Scene scene) {
    return scene.after(scene.running(), scene.anna::addCard);
  }

  private static String besideAKeypair(Scene scene) {
    ok(scene.anna.post("/kms/v3/{p}/keypairs", "{'keypair':{'name':'pair'}}"));
    return scene.running();
  }

  private static String besideAVpc(Scene scene) {
    Owner anna = scene.anna;
    String vpc =
        ok(anna.post("/vpc/v1/{p}/vpcs", "{'vpc':{'name':'v','cidr':'172.16.0.0/16'}}"))
            .at("/vpc/id");
    scene.notes.put("vpc", vpc);
    scene.cloud.idle();
    String subnet =
        ok(anna.post(
                "/vpc/v1/{p}/subnets",
                """
                {'subnet':{'name':'s','cidr':'172.16.1.0/24','gateway_ip':'172.16.1.1',
                  'vpc_id':'%s'}}
                """,
                vpc))
            .at("/subnet/id");
    scene.notes.put("subnet", subnet);
    scene.cloud.idle();
    return scene.running();
  }

  private static HttpAnswer move(Scene scene, String server) {
    return scene.anna.on(
        server,
        "changevpc",
        "{'vpc_id':'%s','nic':{'subnet_id':'%s'}}",
        scene.notes.get("vpc"),
        scene.notes.get("subnet"));
  }

  /** A server that is paid for by the month, and stopped. */
  private static String prepaid(Scene scene) {
    String server = ok(scene.anna.orderForAMonth("server")).at("/serverIds/0");
    scene.cloud.idle();
    return scene.after(server, id -> scene.anna.stop(id, "SOFT"));
  }

  private static String locked(Scene scene) {
    return scene.after(scene.running(), id -> scene.anna.act(id, "{'lock':null}"));
  }

  private static String besideADisk(Scene scene) {
    scene.notes.put("disk", scene.disk());
    return scene.running();
  }

  private static String withADisk(Scene scene) {
    String server = besideADisk(scene);
    return scene.after(server, id -> scene.anna.attach(scene.notes.get("disk"), id));
  }
}
