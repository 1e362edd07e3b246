package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaAddress;
import io.ecsim.api.ecs.NovaAttachInterfaceAttachment;
import io.ecsim.api.ecs.NovaAttachInterfaceRequest;
import io.ecsim.api.ecs.NovaFixedIp;
import io.ecsim.api.ecs.NovaInterfaceAttachment;
import io.ecsim.api.ecs.NovaInterfaceAttachmentResponse;
import io.ecsim.api.ecs.NovaListServerInterfacesResponse;
import io.ecsim.api.ecs.NovaListServerIpsResponse;
import io.ecsim.api.ecs.NovaNicsApi;
import io.ecsim.ecs.nic.Cards;
import io.ecsim.ecs.server.NewNic;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Networks;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Network cards, natively: {@code ecs-lifecycle.md} b.11, {@code ecs-schemas.md} 7. */
public final class NativeNicOperations implements NovaNicsApi {
  private final Cards cards;
  private final NativeWords words;

  public NativeNicOperations(Cards cards) {
    this.cards = cards;
    this.words = new NativeWords(cards.table());
  }

  @Override
  public NovaListServerInterfacesResponse novaListServerInterfaces(Call call, String serverId) {
    return new NovaListServerInterfacesResponse(
        cards.of(call, words.server(call, serverId)).stream()
            .map(NativeNicOperations::shown)
            .toList());
  }

  @Override
  public NovaInterfaceAttachmentResponse novaShowServerInterface(
      Call call, String serverId, String portId) {
    return new NovaInterfaceAttachmentResponse(shown(require(call, serverId, portId)));
  }

  private Networks.Nic require(Call call, String serverId, String portId) {
    return cards.of(call, words.server(call, serverId)).stream()
        .filter(nic -> nic.port().id().equals(portId))
        .findFirst()
        .orElseThrow(
            () ->
                NativeWords.notFound(
                    "Instance %s does not have a port with id %s.".formatted(serverId, portId)));
  }

  private static NovaInterfaceAttachment shown(Networks.Nic nic) {
    var addresses = new ArrayList<NovaFixedIp>();
    addresses.add(new NovaFixedIp(nic.address(), nic.neutronSubnetId()));
    if (nic.address6() != null) {
      addresses.add(new NovaFixedIp(nic.address6(), nic.neutronSubnetId()));
    }
    return new NovaInterfaceAttachment(
        addresses, nic.mac(), nic.subnetId(), nic.port().id(), nic.state());
  }

  @Override
  public NovaInterfaceAttachmentResponse novaAttachInterface(
      Call call, String serverId, NovaAttachInterfaceRequest body) {
    words.server(call, serverId);
    Networks.Order order = order(call, body.interfaceAttachment());
    String port =
        words.change(
            call,
            "attach_interface",
            tx -> {
              Resource<Server> server =
                  tx.state().require(cards.table().servers, call.project(), serverId);
              Plan plan = cards.added(tx, server, order);
              tx.begin(plan);
              return ((NewNic) plan.argument()).port();
            });
    return novaShowServerInterface(call, serverId, port);
  }

  private Networks.Order order(Call call, NovaAttachInterfaceAttachment asked) {
    boolean fixed = asked.fixedIps() != null && !asked.fixedIps().isEmpty();
    State state = call.glance().state();
    if ((asked.portId() == null) == (asked.netId() == null)) {
      throw NativeWords.badRequest("One of port_id and net_id must be given, not both.");
    }
    if (asked.portId() != null) {
      if (fixed) {
        throw NativeWords.badRequest("fixed_ips goes with net_id, not with port_id.");
      }
      if (cards.cloud().networks().port(state, call.project(), asked.portId()) == null) {
        throw NativeWords.notFound("Port id %s could not be found.".formatted(asked.portId()));
      }
      return Networks.Order.of(asked.portId());
    }
    if (cards.cloud().networks().subnet(state, call.project(), asked.netId()) == null) {
      throw NativeWords.notFound("Network %s could not be found.".formatted(asked.netId()));
    }
    String address = fixed ? asked.fixedIps().get(0).ipAddress() : null;
    return new Networks.Order(asked.netId(), address, List.of(), false);
  }

  @Override
  public void novaDetachInterface(Call call, String serverId, String portId) {
    if (require(call, serverId, portId).primary()) {
      throw NativeWords.forbidden("The port %s is the primary network card.".formatted(portId));
    }
    words.change(
        call,
        "detach_interface",
        tx -> {
          Resource<Server> server =
              tx.state().require(cards.table().servers, call.project(), serverId);
          return tx.begin(cards.removed(server, portId));
        });
  }

  @Override
  public NovaListServerIpsResponse novaListServerIps(Call call, String serverId) {
    return new NovaListServerIpsResponse(addresses(call, serverId));
  }

  @Override
  public Map<String, List<NovaAddress>> novaShowServerIpsByNetwork(
      Call call, String serverId, String networkName) {
    List<NovaAddress> found = addresses(call, serverId).get(networkName);
    if (found == null) {
      throw NativeWords.notFound("Network %s not found".formatted(networkName));
    }
    return Map.of(networkName, found);
  }

  private Map<String, List<NovaAddress>> addresses(Call call, String serverId) {
    var shown = new LinkedHashMap<String, List<NovaAddress>>();
    Sight.of(cards.cloud(), call.glance().state(), words.server(call, serverId))
        .addresses()
        .forEach(
            (vpc, list) ->
                shown.put(vpc, list.stream().map(NativeNicOperations::address).toList()));
    return shown;
  }

  private static NovaAddress address(Sight.Address address) {
    return new NovaAddress(address.nic().mac(), address.type(), address.text(), address.version());
  }
}
