package io.ecsim.ecs.view;

import io.ecsim.ecs.server.Devices;
import io.ecsim.ecs.server.Hosts;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.HashMap;
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
 * @param host what it runs on; {@link Hosts.Host#NONE} before one is chosen
 * @param nics its cards, the primary one first; none before the network is there
 * @param floating the public addresses of the cards that have one, by port
 * @param groups the security groups of all cards in the order of the cards; those it was ordered
 *     with before there is any card
 * @param disks its disks, the system disk first
 * @param fault what went wrong with it, or null
 */
public record Sight(
    Resource<Server> server,
    Words words,
    Flavor flavor,
    Hosts.Host host,
    List<Networks.Nic> nics,
    Map<Ref, String> floating,
    List<Networks.Group> groups,
    List<Disks.Attached> disks,
    String fault) {
  private static final String FIXED = "fixed";

  public static Sight of(Neighbours cloud, State state, Resource<Server> server) {
    Words words = Words.of(server);
    List<Networks.Nic> nics =
        words.networked(server.spec()) ? cloud.networks().of(state, server.ref()) : List.of();
    return new Sight(
        server,
        words,
        cloud.inventory().flavor(server.spec().build().flavorId()),
        words.scheduled() ? cloud.hosts().of(server) : Hosts.Host.NONE,
        nics,
        floating(cloud, state, nics),
        nics.isEmpty()
            ? ordered(cloud, state, server)
            : nics.stream().flatMap(nic -> nic.groups().stream()).distinct().toList(),
        cloud.disks().of(state, server.ref()),
        words.faulty() ? Faults.of(state, server) : null);
  }

  private static Map<Ref, String> floating(Neighbours cloud, State state, List<Networks.Nic> nics) {
    var floating = new HashMap<Ref, String>();
    for (Networks.Nic nic : nics) {
      String address = cloud.addresses().of(state, nic.port());
      if (address != null) {
        floating.put(nic.port(), address);
      }
    }
    return floating;
  }

  private static List<Networks.Group> ordered(
      Neighbours cloud, State state, Resource<Server> server) {
    return server.spec().build().groups().stream()
        .map(id -> cloud.networks().group(state, server.ref().project(), id))
        .filter(Objects::nonNull)
        .toList();
  }

  public Server spec() {
    return server.spec();
  }

  /**
   * An address of a card, as {@code addresses} lists it.
   *
   * @param type {@code fixed}, or {@code floating} for a public one
   */
  public record Address(Networks.Nic nic, String text, int version, String type) {}

  /** The addresses by the VPC's id; those of one card next to each other. */
  public Map<String, List<Address>> addresses() {
    var byVpc = new LinkedHashMap<String, List<Address>>();
    for (Networks.Nic nic : nics) {
      List<Address> list = byVpc.computeIfAbsent(nic.vpcId(), vpc -> new ArrayList<>());
      list.add(new Address(nic, nic.address(), 4, FIXED));
      if (nic.address6() != null) {
        list.add(new Address(nic, nic.address6(), 6, FIXED));
      }
      if (floating.containsKey(nic.port())) {
        list.add(new Address(nic, floating.get(nic.port()), 4, "floating"));
      }
    }
    return byVpc;
  }

  /** Under which name the guest sees the system disk. */
  public String rootDevice() {
    return disks.stream()
        .filter(disk -> disk.bootIndex() == 0)
        .findFirst()
        .map(Disks.Attached::device)
        .orElse(Devices.name(false, 0));
  }

  /** The name the hypervisor gives it. */
  public String instanceName() {
    return "instance-" + server.id().substring(0, 8);
  }
}
