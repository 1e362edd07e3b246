package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.AddSecurityGroupsRequest;
import io.ecsim.api.vpc.CreatePortRequest;
import io.ecsim.api.vpc.ListPortsV1Query;
import io.ecsim.api.vpc.ListPortsV1Response;
import io.ecsim.api.vpc.PortDetailsResponse;
import io.ecsim.api.vpc.PortResponse;
import io.ecsim.api.vpc.PortsApi;
import io.ecsim.api.vpc.RemoveSecurityGroupsRequest;
import io.ecsim.api.vpc.UpdatePortRequest;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The operations on ports. */
record Ports(NewPorts creation, PortView view, Addresses addresses) implements PortsApi {

  @Override
  public PortResponse createPort(Call call, CreatePortRequest body) {
    String project = call.project();
    Ref ref =
        call.transact(
            tx -> {
              Port wish = PortDraft.made(tx.state(), project, body.port());
              String id =
                  tx.id(Tables.PORTS.type(), project, wish.subnet().id() + '\n' + wish.name());
              var port = new Ref(Tables.PORTS.type(), project, id);
              boolean ipv6 =
                  tx.state().require(Tables.SUBNETS, project, wish.subnet().id()).spec().ipv6();
              creation.make(tx, port, wish, ipv6);
              return port;
            });
    return showPort(call, ref.id());
  }

  @Override
  public PortResponse showPort(Call call, String portId) {
    return new PortResponse(view.v1(call.glance().state(), require(call, portId)));
  }

  @Override
  public ListPortsV1Response listPortsV1(Call call, ListPortsV1Query query) {
    State state = call.glance().state();
    var all =
        state
            .all(Tables.PORTS, call.project())
            .filter(port -> new PortFilter(query, view.owner(state, port.spec())).accepts(port));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new ListPortsV1Response(
        page.items().stream().map(port -> view.v1(state, port)).toList());
  }

  @Override
  public PortResponse updatePort(Call call, String portId, UpdatePortRequest body) {
    change(call, portId, (state, port) -> PortDraft.changed(state, port, body.port()));
    return showPort(call, portId);
  }

  @Override
  public PortDetailsResponse addSecurityGroups(
      Call call, String portId, AddSecurityGroupsRequest body) {
    DryRun.refuse(body.dryRun());
    Integer index = body.port().index();
    change(
        call,
        portId,
        (state, port) -> {
          List<Ref> groups = new ArrayList<>(port.spec().groups());
          List<Ref> added =
              new ArrayList<>(
                  PortDraft.groups(state, call.project(), body.port().securityGroups()));
          added.removeAll(groups);
          groups.addAll(
              index == null ? groups.size() : Math.max(0, Math.min(index, groups.size())), added);
          return port.spec().withGroups(groups);
        });
    return details(call, portId);
  }

  @Override
  public PortDetailsResponse removeSecurityGroups(
      Call call, String portId, RemoveSecurityGroupsRequest body) {
    change(
        call,
        portId,
        (state, port) ->
            port.spec()
                .withGroups(
                    port.spec().groups().stream()
                        .filter(group -> !body.port().securityGroups().contains(group.id()))
                        .toList()));
    return details(call, portId);
  }

  private PortDetailsResponse details(Call call, String id) {
    var port = new PortDetailsView(view).of(call.glance().state(), require(call, id));
    return new PortDetailsResponse(port, call.requestId());
  }

  private void change(Call call, String id, BiFunction<State, Resource<Port>, Port> change) {
    Prompt.begin(
        call,
        tx -> {
          Resource<Port> port = tx.state().require(Tables.PORTS, call.project(), id);
          return Plan.of(Tables.UPDATE_PORT, port.ref(), change.apply(tx.state(), port));
        });
  }

  @Override
  public void deletePort(Call call, String portId) {
    Ref ref = require(call, portId).ref();
    Prompt.begin(
        call,
        tx -> {
          var plans = new ArrayList<>(addresses.release(tx.state(), List.of(ref), false));
          plans.add(Plan.of(Tables.DELETE_PORT, ref, null));
          return Plan.together("deletePort", plans);
        });
  }

  private static Resource<Port> require(Call call, String id) {
    return call.glance().require(Tables.PORTS, call.project(), id);
  }
}
