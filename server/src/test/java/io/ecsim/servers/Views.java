package io.ecsim.servers;

import static io.ecsim.testing.Caller.byId;
import static io.ecsim.testing.Caller.each;
import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that shows servers, and what must hold between them. */
record Views(Owner anna) {
  Map<String, JsonNode> ports() {
    return byId(anna.get("/vpc/v1/{p}/ports?limit=2000"), "ports");
  }

  Map<String, JsonNode> addresses() {
    return byId(anna.get("/vpc/v1/{p}/publicips?limit=2000"), "publicips");
  }

  Map<String, JsonNode> groups() {
    return byId(anna.get("/ecs/v2.1/{p}/os-server-groups"), "server_groups");
  }

  /** The servers that are kept in the bin. */
  Map<String, JsonNode> binned() {
    return byId(anna.get("/ecs/v1/{p}/recycle-bin/cloudservers?limit=100"), "servers");
  }

  /** The ids of all that can be had. */
  Set<String> things() {
    var ids = new TreeSet<String>();
    ids.addAll(anna.servers().keySet());
    ids.addAll(anna.disks().keySet());
    ids.addAll(ports().keySet());
    ids.addAll(addresses().keySet());
    ids.addAll(groups().keySet());
    return ids;
  }

  /** What holds at every moment. */
  void theyTellOneStory() {
    Map<String, JsonNode> servers = anna.servers();
    Map<String, JsonNode> brief = anna.briefServers();
    Map<String, JsonNode> natively = anna.nativeServers();
    assertThat(brief.keySet()).isEqualTo(servers.keySet());
    assertThat(natively.keySet()).isEqualTo(servers.keySet());
    servers.forEach(
        (id, server) -> {
          assertThat(story(natively.get(id))).isEqualTo(story(server));
          assertThat(brief.get(id).path("status")).isEqualTo(server.path("status"));
          assertThat(brief.get(id).path("task_state"))
              .isEqualTo(server.path("OS-EXT-STS:task_state"));
        });
    quotasAreWhatThereIs(servers);
    servers.forEach(this::cardsArePorts);
    groups()
        .values()
        .forEach(
            group ->
                assertThat(servers.keySet())
                    .containsAll(
                        each(group.path("members")).stream().map(JsonNode::asText).toList()));
  }

  private static List<String> story(JsonNode server) {
    return List.of(
        server.path("id").asText(),
        server.path("name").asText(),
        server.path("status").asText(),
        server.path("OS-EXT-STS:vm_state").asText(),
        server.path("OS-EXT-STS:task_state").asText(),
        server.path("flavor").path("id").asText(),
        server.path("image").path("id").asText(),
        addressesOf(server).toString(),
        ids(server.path("os-extended-volumes:volumes_attached")).toString());
  }

  private static Set<String> ids(JsonNode items) {
    return each(items).stream()
        .map(item -> item.path("id").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> addressesOf(JsonNode server) {
    return each(server.path("addresses")).stream()
        .flatMap(network -> each(network).stream())
        .map(it -> it.path("OS-EXT-IPS:type").asText() + " " + it.path("addr").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void cardsArePorts(String id, JsonNode server) {
    JsonNode limits = ok(anna.get("/ecs/v1/{p}/cloudservers/" + id + "/os-interface")).json();
    Set<String> cards =
        each(limits.path("interfaceAttachments")).stream()
            .map(card -> card.path("port_id").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!server.path("addresses").isEmpty()) {
      Set<String> ports = new TreeSet<>();
      ports()
          .forEach(
              (port, it) -> {
                if (it.path("device_id").asText().equals(id)) {
                  ports.add(port);
                }
              });
      assertThat(cards).isEqualTo(ports);
    }
  }

  private void quotasAreWhatThereIs(Map<String, JsonNode> shown) {
    Map<String, JsonNode> servers = new TreeMap<>(shown);
    servers.putAll(fetched());
    JsonNode limits = ok(anna.get("/ecs/v1/{p}/cloudservers/limits")).json().path("absolute");
    assertThat(limits.path("totalInstancesUsed").asInt()).isEqualTo(servers.size());
    assertThat(limits.path("totalServerGroupsUsed").asInt()).isEqualTo(groups().size());
    JsonNode natively = ok(anna.get("/ecs/v2.1/{p}/limits")).json().at("/limits/absolute");
    assertThat(natively.path("totalInstancesUsed")).isEqualTo(limits.path("totalInstancesUsed"));
    assertThat(natively.path("totalCoresUsed")).isEqualTo(limits.path("totalCoresUsed"));
    assertThat(natively.path("totalRAMUsed")).isEqualTo(limits.path("totalRAMUsed"));
    if (servers.values().stream().allMatch(Views::settled)) {
      assertThat(limits.path("totalCoresUsed").asInt()).isEqualTo(sum(servers, "vcpus"));
      assertThat(limits.path("totalRAMUsed").asInt()).isEqualTo(sum(servers, "ram"));
    }
  }

  /** Servers on their way out of the bin: their place is taken from the start. */
  private Map<String, JsonNode> fetched() {
    Map<String, JsonNode> fetched = binned();
    fetched.values().removeIf(it -> !it.path("OS-EXT-STS:task_state").asText().equals("restoring"));
    return fetched;
  }

  private static boolean settled(JsonNode server) {
    return Set.of("ACTIVE", "SHUTOFF", "ERROR", "SOFT_DELETED")
        .contains(server.path("status").asText());
  }

  private static int sum(Map<String, JsonNode> servers, String member) {
    return servers.values().stream()
        .mapToInt(server -> server.path("flavor").path(member).asInt())
        .sum();
  }

  /** What holds when nothing is under way. */
  void nothingDangles() {
    Map<String, JsonNode> servers = new TreeMap<>(anna.servers());
    servers.putAll(binned());
    servers.forEach(
        (id, server) -> {
          Set<String> attached = new TreeSet<>();
          anna.disks()
              .forEach(
                  (disk, it) ->
                      each(it.path("attachments")).stream()
                          .filter(a -> a.path("server_id").asText().equals(id))
                          .forEach(a -> attached.add(disk)));
          assertThat(ids(server.path("os-extended-volumes:volumes_attached"))).isEqualTo(attached);
        });
    anna.disks()
        .values()
        .forEach(
            disk ->
                each(disk.path("attachments"))
                    .forEach(a -> assertThat(servers).containsKey(a.path("server_id").asText())));
    ports()
        .values()
        .forEach(
            port -> {
              if (port.path("device_owner").asText().startsWith("compute:")) {
                assertThat(servers).containsKey(port.path("device_id").asText());
              }
            });
    addresses()
        .values()
        .forEach(
            address -> {
              if (address.path("status").asText().equals("ACTIVE")) {
                assertThat(ports()).containsKey(address.path("port_id").asText());
              }
            });
  }
}
