package io.ecsim.ecs.nic;

import io.ecsim.api.ecs.ServerVirtualIpActionNic;
import io.ecsim.ecs.server.Server;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;

/**
 * Virtual addresses of cards, by the call that the vendor has withdrawn from its documents: one is
 * made where there is none, and an empty address takes all from the card.
 */
public record VirtualAddress(Cards cards) {

  /** What the request asks for. */
  public Plan plan(Tx tx, String project, String nicId, ServerVirtualIpActionNic asked) {
    Resource<Server> server = cards.owner(tx.state(), project, nicId);
    Networks.Nic nic = cards.require(tx.state(), server, nicId);
    Networks networks = cards.cloud().networks();
    if (asked.ipAddress().isEmpty()) {
      return networks.noVirtual(tx.state(), nic.port());
    }
    Cards.refuse(
        networks.virtualProblem(tx.state(), nic.port(), asked.subnetId(), asked.ipAddress()));
    return networks.virtual(
        tx.state(),
        nic.port(),
        tx.id("port", project, "virtual " + asked.ipAddress()),
        asked.subnetId(),
        asked.ipAddress(),
        Boolean.TRUE.equals(asked.reverseBinding()));
  }
}
