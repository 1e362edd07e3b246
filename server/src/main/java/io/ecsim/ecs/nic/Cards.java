package io.ecsim.ecs.nic;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.ecs.server.ForeignWords;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.NewNic;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Slots;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/**
 * The network cards of servers: {@code ecs-lifecycle.md} b.11.
 *
 * @param cloud what servers need of the rest of the cloud
 * @param table the servers
 */
public record Cards(Neighbours cloud, ServerTable table) {

  /** The cards of a server as it shows them, the primary one first. */
  public List<Networks.Nic> of(Call call, Resource<Server> server) {
    return Sight.of(cloud, call.glance().state(), server).nics();
  }

  /** How many more cards a server can have. */
  public int free(Resource<Server> server, List<Networks.Nic> nics) {
    return Math.max(0, Slots.of(cloud.inventory(), server.spec()).nics() - nics.size());
  }

  /** Gives a server a further card. */
  public Plan added(Tx tx, Resource<Server> server, Networks.Order order) {
    return Plan.of(table.nics.add, server.ref(), card(tx, server, order)).called("addSingleNic");
  }

  /** Takes a card out of a server. */
  public Plan removed(Resource<Server> server, String port) {
    return Plan.of(table.nics.remove, server.ref(), new Ref("port", server.ref().project(), port))
        .called("deleteSingleNic");
  }

  /** Puts the only card of a server into another VPC. */
  public Plan moved(Tx tx, Resource<Server> server, String vpcId, Networks.Order order) {
    NewNic card = card(tx, server, order);
    if (!cloud.networks().hasVpc(tx.state(), server.ref().project(), vpcId)) {
      throw new ApiError("Ecs.0014", "The VPC %s does not exist.".formatted(vpcId));
    }
    if (card.vpcId() != null && !card.vpcId().equals(vpcId)) {
      throw new ApiError(
          "Ecs.0014",
          "nic: the network is in the VPC %s, vpc_id is %s.".formatted(card.vpcId(), vpcId));
    }
    return Plan.of(table.nics.changeVpc, server.ref(), card).called("changeVpc");
  }

  /** Gives a card another address. */
  public Plan readdressed(State state, Resource<Server> server, String port, Networks.Order order) {
    return Plan.of(
        table.nics.changeAddress,
        server.ref(),
        new NewNic(port, vpc(state, server.ref().project(), order), order));
  }

  private NewNic card(Tx tx, Resource<Server> server, Networks.Order order) {
    String project = server.ref().project();
    String port =
        order.port() == null ? tx.id("port", project, "card of " + server.id()) : order.port();
    return new NewNic(port, vpc(tx.state(), project, order), order);
  }

  /** The VPC a card would be in, or null if there is no such network or port. */
  private String vpc(State state, String project, Networks.Order order) {
    if (order.port() != null) {
      Networks.PortFacts port = cloud.networks().port(state, project, order.port());
      return port == null ? null : port.vpcId();
    }
    Networks.Subnet subnet = cloud.networks().subnet(state, project, order.subnetId());
    return subnet == null ? null : subnet.vpcId();
  }

  /**
   * The card with this port of a server that is not locked.
   *
   * @throws ApiError {@code Ecs.0085}, {@code Ecs.0605}
   */
  public Networks.Nic require(State state, Resource<Server> server, String port) {
    if (server.spec().locked()) {
      throw new ApiError("Ecs.0605", "The server %s is locked.".formatted(server.id()));
    }
    return cloud.networks().of(state, server.ref()).stream()
        .filter(nic -> nic.port().id().equals(port))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiError(
                    "Ecs.0085",
                    "The server %s has no network card %s.".formatted(server.id(), port)));
  }

  /**
   * The server whose card a port is.
   *
   * @throws ApiError {@code Ecs.0085} if it is nobody's
   */
  public Resource<Server> owner(State state, String project, String port) {
    Networks.PortFacts facts = cloud.networks().port(state, project, port);
    if (facts == null || facts.server() == null) {
      throw new ApiError("Ecs.0085", "No server has the network card %s.".formatted(port));
    }
    return state.require(table.servers, project, facts.server().id());
  }

  /** Refuses if the network has a problem, in the words of ECS. */
  static void refuse(Problem problem) {
    Problem.refuse(ForeignWords.of(problem));
  }
}
