package io.ecsim.ecs;

import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A server at one moment, with all that answers show of it, whatever their form.
 *
 * @param server the server
 * @param words its status
 * @param flavor its flavor, or null if the inventory has lost it
 * @param nics its cards, the primary one first; none before the network is there
 * @param groups the security groups of all cards in the order of the cards; those it was ordered
 *     with before there is any card
 * @param disks its disks, the system disk first
 */
record Sight(
    Resource<Server> server,
    Words words,
    Flavor flavor,
    List<Networks.Nic> nics,
    List<Networks.Group> groups,
    List<Disks.Attached> disks) {

  static Sight of(Neighbours cloud, State state, Resource<Server> server) {
    Words words = Words.of(server);
    List<Networks.Nic> nics =
        words.networked(server.spec()) ? cloud.networks().of(state, server.ref()) : List.of();
    return new Sight(
        server,
        words,
        cloud.inventory().flavor(server.spec().build().flavorId()),
        nics,
        nics.isEmpty()
            ? ordered(cloud, state, server)
            : nics.stream().flatMap(nic -> nic.groups().stream()).distinct().toList(),
        cloud.disks().of(state, server.ref()));
  }

  private static List<Networks.Group> ordered(
      Neighbours cloud, State state, Resource<Server> server) {
    return server.spec().build().groups().stream()
        .map(id -> cloud.networks().group(state, server.ref().project(), id))
        .filter(Objects::nonNull)
        .toList();
  }

  Server spec() {
    return server.spec();
  }

  /** An address of a card, as {@code addresses} lists it. */
  record Address(Networks.Nic nic, String text, int version) {}

  /** The addresses by the VPC's id; those of one card next to each other. */
  Map<String, List<Address>> addresses() {
    var byVpc = new LinkedHashMap<String, List<Address>>();
    for (Networks.Nic nic : nics) {
      List<Address> list = byVpc.computeIfAbsent(nic.vpcId(), vpc -> new ArrayList<>());
      list.add(new Address(nic, nic.address(), 4));
      if (nic.address6() != null) {
        list.add(new Address(nic, nic.address6(), 6));
      }
    }
    return byVpc;
  }

  /** Under which name the guest sees the system disk. */
  String rootDevice() {
    return disks.stream()
        .filter(disk -> disk.bootIndex() == 0)
        .findFirst()
        .map(Disks.Attached::device)
        .orElse(Devices.name(false, 0));
  }

  /** The host it runs on; null before one is chosen. */
  String host() {
    return words.scheduled()
        ? "%s-pod%02d".formatted(spec().build().zone(), 1 + Ids.below(20, server.id(), "host"))
        : null;
  }

  /** What its owner may know of the host: 56 hexadecimal digits, or nothing before. */
  String hostId() {
    String host = host();
    return host == null
        ? ""
        : Ids.hex(server.ref().project(), host) + Ids.hex(host, "id").substring(0, 24);
  }

  /** The name the hypervisor gives it. */
  String instanceName() {
    return "instance-" + server.id().substring(0, 8);
  }
}
