package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;

/** What disks, ports and key pairs ask of servers. ECS implements it. */
public interface Servers {
  /**
   * A server as its neighbours see it.
   *
   * @param api its API status: {@code ACTIVE}
   * @param order the order that pays for it by month or year, or null
   */
  record Facts(Ref ref, String name, String zone, String api, String order) {}

  /** The server with this id in this project, or null. */
  Facts find(State state, String project, String id);

  /** Attaches a disk to a server: both sides, or neither. */
  Plan attach(State state, Ref server, Ref disk, String device);

  /** Detaches a disk from a server: both sides, or neither. */
  Plan detach(State state, Ref server, Ref disk);

  /**
   * Gives a server another key pair.
   *
   * @param keypair the key pair's name, or null to take it away
   */
  Plan rekey(Ref server, String keypair);
}
