package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AttachableQuantityFreeNic;
import io.ecsim.api.ecs.BatchAddServerNicsRequest;
import io.ecsim.api.ecs.BatchDeleteServerNicsRequest;
import io.ecsim.api.ecs.ChangeServerNetworkInterfaceRequest;
import io.ecsim.api.ecs.ChangeServerNetworkInterfaceResponse;
import io.ecsim.api.ecs.ChangeVpcRequest;
import io.ecsim.api.ecs.JobIdResponse;
import io.ecsim.api.ecs.ListServerInterfacesResponse;
import io.ecsim.api.ecs.NicsApi;
import io.ecsim.api.ecs.ServerVirtualIpActionRequest;
import io.ecsim.api.ecs.ServerVirtualIpActionResponse;
import io.ecsim.api.ecs.ShowServerAttachableNicNumResponse;
import io.ecsim.api.ecs.UpdateServerInterfaceRequest;
import io.ecsim.ecs.nic.Cards;
import io.ecsim.ecs.nic.VirtualAddress;
import io.ecsim.ecs.server.Server;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;

/** Network cards of servers: {@code ecs-schemas.md} 7. */
public record NicOperations(Cards cards) implements NicsApi {
  private static final int FORBIDDEN = 403;

  @Override
  public ListServerInterfacesResponse listServerInterfaces(Call call, String serverId) {
    Resource<Server> server = listed(call, serverId);
    List<Networks.Nic> nics = cards.of(call, server);
    return new ListServerInterfacesResponse(
        new AttachableQuantityFreeNic(cards.free(server, nics)),
        nics.stream().map(NicView::of).toList());
  }

  @Override
  public ShowServerAttachableNicNumResponse showServerAttachableNicNum(Call call, String serverId) {
    Resource<Server> server = listed(call, serverId);
    List<Networks.Nic> nics = cards.of(call, server);
    return new ShowServerAttachableNicNumResponse(
        NicView.room(cards, call.glance().state(), server, nics),
        nics.stream().map(NicView::extended).toList());
  }

  private Resource<Server> listed(Call call, String id) {
    Resource<Server> server = call.glance().find(cards.table().servers, call.project(), id);
    if (server == null) {
      throw new ApiError(
          "Ecs.0307", "The ports of the server %s could not be found.".formatted(id));
    }
    return server;
  }

  private Resource<Server> server(Tx tx, Call call, String id) {
    return tx.state().require(cards.table().servers, call.project(), id);
  }

  @Override
  public JobIdResponse batchAddServerNics(
      Call call, String serverId, BatchAddServerNicsRequest body) {
    return call.transact(
        tx -> {
          Resource<Server> server = server(tx, call, serverId);
          List<Plan> plans =
              body.nics().stream()
                  .map(nic -> cards.added(tx, server, NicRequest.order(nic)))
                  .toList();
          return new JobIdResponse(tx.begin(Plan.together("addNic", plans)).id());
        });
  }

  @Override
  public JobIdResponse batchDeleteServerNics(
      Call call, String serverId, BatchDeleteServerNicsRequest body) {
    return call.transact(
        tx -> {
          Resource<Server> server = server(tx, call, serverId);
          List<String> ids = body.nics().stream().map(nic -> nic.id()).distinct().toList();
          refusePrimary(tx.state(), server, ids);
          List<Plan> plans = ids.stream().map(id -> cards.removed(server, id)).toList();
          return new JobIdResponse(tx.begin(Plan.together("deleteNic", plans)).id());
        });
  }

  /** The documents give the HTTP status of this refusal, and no code. */
  private void refusePrimary(State state, Resource<Server> server, List<String> ids) {
    cards.cloud().networks().of(state, server.ref()).stream()
        .filter(nic -> nic.primary() && ids.contains(nic.port().id()))
        .findFirst()
        .ifPresent(
            nic -> {
              throw new ApiError(
                  FORBIDDEN,
                  "Ecs.0507",
                  "nics: %s is the primary network card of the server.".formatted(nic.port().id()));
            });
  }

  @Override
  public void updateServerInterface(
      Call call, String serverId, String portId, UpdateServerInterfaceRequest body) {
    Boolean going = body.interfaceAttachment().deleteOnTermination();
    if (going == null) {
      throw new ApiError("Ecs.0005", "interface_attachment.delete_on_termination is missing.");
    }
    Prompt.begin(
        call,
        tx -> {
          Networks.Nic nic = cards.require(tx.state(), server(tx, call, serverId), portId);
          return cards.cloud().networks().keep(tx.state(), nic.port(), !going);
        });
  }

  @Override
  public ChangeServerNetworkInterfaceResponse changeServerNetworkInterface(
      Call call, String serverId, String portId, ChangeServerNetworkInterfaceRequest body) {
    Networks.Order order = NicRequest.order(body);
    Prompt.begin(
        call, tx -> cards.readdressed(tx.state(), server(tx, call, serverId), portId, order));
    State state = call.glance().state();
    Networks.PortFacts port = cards.cloud().networks().port(state, call.project(), portId);
    return new ChangeServerNetworkInterfaceResponse(
        portId, port.address(), port.address6(), order.subnetId());
  }

  @Override
  public JobIdResponse changeVpc(Call call, String serverId, ChangeVpcRequest body) {
    return call.transact(
        tx -> {
          Plan plan =
              cards.moved(
                  tx, server(tx, call, serverId), body.vpcId(), NicRequest.order(body.nic()));
          return new JobIdResponse(tx.begin(plan).id());
        });
  }

  @Override
  public ServerVirtualIpActionResponse serverVirtualIpAction(
      Call call, String nicId, ServerVirtualIpActionRequest body) {
    Prompt.begin(call, tx -> new VirtualAddress(cards).plan(tx, call.project(), nicId, body.nic()));
    return new ServerVirtualIpActionResponse(nicId);
  }
}
