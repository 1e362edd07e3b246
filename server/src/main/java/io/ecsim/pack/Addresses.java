package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;

/** What servers and ports ask of elastic IPs. EIP implements it. */
public interface Addresses {
  /**
   * A public address for a server: one that is there, or one to be made.
   *
   * @param id the EIP that is there, or null
   * @param type the type of a new one: {@code 5_bgp}
   * @param shareType {@code PER} for a bandwidth of its own, {@code WHOLE} for a shared one
   * @param bandwidthId the shared bandwidth, or null
   * @param size the size of its own bandwidth, Mbit/s, or null
   * @param chargeMode how that is charged, or null for the usual way
   * @param deleteOnTermination whether it goes with its server
   * @param enterpriseProject its enterprise project, or null for the default one
   */
  record Order(
      String id,
      String type,
      String shareType,
      String bandwidthId,
      Integer size,
      String chargeMode,
      boolean deleteOnTermination,
      String enterpriseProject) {}

  /** Why so many addresses like this cannot be had, or null. */
  Problem problem(State state, String project, Order order, int count);

  /** Gives a server a public address: makes it if it is not there, and binds it to the port. */
  Plan give(State state, Ref server, String serverName, Ref port, Order order);

  /**
   * What becomes of the public addresses of ports that go, whatever status they are in: unbound,
   * and deleted where asked for.
   *
   * @param delete whether they are deleted; null leaves it to what was said when they were bound
   */
  List<Plan> release(State state, List<Ref> ports, Boolean delete);

  /**
   * As {@link #release}, of all that a server has or was to have; what was being made for it and
   * has not come to it is deleted.
   *
   * @param along ids of those that are deleted whatever else is said
   */
  List<Plan> releaseAll(
      State state, Ref server, List<Ref> ports, Boolean delete, Set<String> along);

  /** Has what is bound to a port bound to another one. */
  List<Plan> move(State state, Ref from, Ref to);

  /** The public address by which a port is reached, or null. */
  String of(State state, Ref port);

  /** How many EIPs a project has. */
  int count(State state, String project);

  /** How many shared bandwidths a project has. */
  int sharedBandwidths(State state, String project);
}
