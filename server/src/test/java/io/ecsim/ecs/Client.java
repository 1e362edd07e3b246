package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.World;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a client of the server service does, in one world. */
final class Client {
  private static final String V1 = "/ecs/v1/" + Ecsim.PROJECT + "/cloudservers";
  private static final String V11 = "/ecs/v1.1/" + Ecsim.PROJECT + "/cloudservers";

  private final Ecsim ecsim;
  private final Surroundings cloud;
  private final String world;

  Client(Ecsim ecsim, Surroundings cloud) {
    this(ecsim, cloud, "default");
  }

  Client(Ecsim ecsim, Surroundings cloud, String world) {
    this.ecsim = ecsim;
    this.cloud = cloud;
    this.world = world;
  }

  World world() {
    return ecsim.world(world);
  }

  State state() {
    return world().read();
  }

  HttpAnswer get(String path) {
    return ecsim.http().get(V1 + path, "X-Ecsim-World", world);
  }

  HttpAnswer get11(String path) {
    return ecsim.http().get(V11 + path, "X-Ecsim-World", world);
  }

  HttpAnswer post(String path, String json, String... headers) {
    return send("POST", V1 + path, json, headers);
  }

  HttpAnswer put(String path, String json) {
    return send("PUT", V1 + path, json);
  }

  HttpAnswer delete(String path) {
    return send("DELETE", V1 + path, null);
  }

  /** Any request, in the client's world. */
  HttpAnswer send(String method, String path, String json, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "X-Ecsim-World";
    all[1] = world;
    return ecsim.http().send(method, path, json, all);
  }

  /** Where the project's default network is. */
  String subnet() {
    world().open(Ecsim.PROJECT);
    return state().everywhere("subnet").findFirst().orElseThrow().id();
  }

  String vpc() {
    world().open(Ecsim.PROJECT);
    return state().everywhere("vpc").findFirst().orElseThrow().id();
  }

  /** The least a server needs, with more members of {@code server}: {@code ,"count":2}. */
  String order(String name, String more) {
    return merged(
            "server",
            """
            {"server":{"name":"%s","imageRef":"%s","flavorRef":"c6.large.2","vpcid":"%s",
            "availability_zone":"%s","nics":[{"subnet_id":"%s"}],
            "root_volume":{"volumetype":"SAS"}}}"""
                .formatted(name, cloud.image(), vpc(), Surroundings.ZONE, subnet()),
            more)
        .toString();
  }

  private static ObjectNode merged(String member, String json, String more) {
    ObjectNode body = read(json);
    if (!more.isEmpty()) {
      ((ObjectNode) body.get(member)).setAll(read("{" + more.substring(1) + "}"));
    }
    return body;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  HttpAnswer create(String name, String more, String... headers) {
    return send("POST", V11, order(name, more), headers);
  }

  HttpAnswer createV1(String body) {
    return post("", body);
  }

  /** A server that runs. */
  String running(String name) {
    return running(name, "");
  }

  String running(String name, String more) {
    HttpAnswer answer = create(name, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    world().advanceToIdle();
    return answer.at("/serverIds/0");
  }

  /** A free disk of 10 GiB in the usual zone. */
  String disk() {
    return disk("");
  }

  /** A free disk with more members of {@code volume}. */
  String disk(String more) {
    ObjectNode body =
        merged(
            "volume",
            """
            {"volume":{"size":10,"volume_type":"SAS","availability_zone":"%s"}}"""
                .formatted(Surroundings.ZONE),
            more);
    HttpAnswer answer =
        send("POST", "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes", body.toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    world().advanceToIdle();
    return state().everywhere("volume").reduce((older, newer) -> newer).orElseThrow().id();
  }

  HttpAnswer start(String... ids) {
    return post("/action", "{\"os-start\":{\"servers\":[%s]}}".formatted(list(ids)));
  }

  HttpAnswer stop(String type, String... ids) {
    return post(
        "/action", "{\"os-stop\":{\"type\":\"%s\",\"servers\":[%s]}}".formatted(type, list(ids)));
  }

  HttpAnswer reboot(String type, String... ids) {
    return post(
        "/action", "{\"reboot\":{\"type\":\"%s\",\"servers\":[%s]}}".formatted(type, list(ids)));
  }

  HttpAnswer remove(String... ids) {
    return post("/delete", "{\"servers\":[%s]}".formatted(list(ids)));
  }

  /** Natively, which does not wait for what is under way. */
  HttpAnswer removeNatively(String id) {
    return send("DELETE", "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + id, null);
  }

  HttpAnswer attach(String server, String disk) {
    return post(
        "/" + server + "/attachvolume",
        "{\"volumeAttachment\":{\"volumeId\":\"%s\"}}".formatted(disk));
  }

  HttpAnswer detach(String server, String disk) {
    return delete("/" + server + "/detachvolume/" + disk);
  }

  /** A server that is stopped. */
  String stopped(String name) {
    String server = running(name);
    stop("SOFT", server);
    world().advanceToIdle();
    return server;
  }

  /** Asks for another flavor, allowed to stop the server. */
  HttpAnswer resize(String server, String flavor) {
    return post(
        "/" + server + "/resize",
        "{\"resize\":{\"flavorRef\":\"%s\",\"mode\":\"withStopServer\"}}".formatted(flavor));
  }

  /** Asks for the same image again, allowed to stop the server. */
  HttpAnswer reinstall(String server) {
    return send(
        "POST",
        "/ecs/v2/" + Ecsim.PROJECT + "/cloudservers/" + server + "/reinstallos",
        "{\"os-reinstall\":{\"adminpass\":\"Secret12!\",\"mode\":\"withStopServer\"}}");
  }

  /** Asks for another image, allowed to stop the server. */
  HttpAnswer changeOs(String server, String image) {
    return send(
        "POST",
        "/ecs/v2/" + Ecsim.PROJECT + "/cloudservers/" + server + "/changeos",
        "{\"os-change\":{\"imageid\":\"%s\",\"adminpass\":\"Secret12!\",\"mode\":\"withStopServer\"}}"
            .formatted(image));
  }

  /** Each status a server went through, from the next on, until nothing is under way. */
  List<String> story(String server) {
    var labels = new ArrayList<String>();
    labels.add(status(server));
    while (state().nextDue() != Long.MAX_VALUE && busy()) {
      world().advanceToNext();
      if (!labels.get(labels.size() - 1).equals(status(server))) {
        labels.add(status(server));
      }
    }
    return labels;
  }

  private boolean busy() {
    return state().jobs().values().stream().anyMatch(job -> !job.phase().over());
  }

  private static String list(String... ids) {
    return String.join(
        ",", List.of(ids).stream().map(id -> "{\"id\":\"%s\"}".formatted(id)).toList());
  }

  JsonNode server(String id) {
    return get("/" + id).json().path("server");
  }

  /** Status, vm_state, task_state and power_state, as one line. */
  String words(String id) {
    JsonNode server = server(id);
    return "%s %s %s %d"
        .formatted(
            server.path("status").asText(),
            server.path("OS-EXT-STS:vm_state").asText(),
            server.path("OS-EXT-STS:task_state").asText(),
            server.path("OS-EXT-STS:power_state").asInt(-1));
  }

  JsonNode job(String id) {
    return send("GET", "/ecs/v1/" + Ecsim.PROJECT + "/jobs/" + id, null).json();
  }

  /** The console's name of the status, as the kernel has it; {@code gone} if it is not there. */
  String status(String id) {
    return state()
        .everywhere("server")
        .filter(server -> server.id().equals(id))
        .findFirst()
        .map(server -> server.status().label())
        .orElse("gone");
  }

  /** The statuses of all disks, in the order of their creation. */
  List<String> disks() {
    return state().everywhere("volume").map(Resource::status).map(s -> s.label()).toList();
  }

  /** The values at this pointer of each item of an array. */
  static List<String> each(JsonNode array, String pointer) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.at(pointer).asText())
        .toList();
  }
}
