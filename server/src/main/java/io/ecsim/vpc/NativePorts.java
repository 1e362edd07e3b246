package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.CreatePortRequest;
import io.ecsim.api.vpc.ListPortsV1Query;
import io.ecsim.api.vpc.NeutronListPortsQuery;
import io.ecsim.api.vpc.NeutronListPortsResponse;
import io.ecsim.api.vpc.NeutronPortResponse;
import io.ecsim.api.vpc.NeutronPortsApi;
import io.ecsim.api.vpc.UpdatePortRequest;
import io.ecsim.sim.State;

/**
 * The same ports through the native door.
 *
 * @param desk makes and changes them
 */
record NativePorts(Ports desk, PortView view) implements NeutronPortsApi {

  @Override
  public NeutronListPortsResponse neutronListPorts(Call call, NeutronListPortsQuery query) {
    State state = call.glance().state();
    ListPortsV1Query wanted = wanted(query);
    var all =
        state
            .all(Tables.PORTS, call.project())
            .filter(port -> NativePage.own(port, query.tenantId(), query.projectId()))
            .filter(port -> new PortFilter(wanted, view.owner(state, port.spec())).accepts(port));
    var page = Page.of(call, all, query.marker(), query.limit());
    return new NeutronListPortsResponse(
        page.items().stream().map(port -> view.v2(state, port)).toList(),
        NativePage.next(call, "ports", page));
  }

  private static ListPortsV1Query wanted(NeutronListPortsQuery query) {
    return new ListPortsV1Query(
        query.name(),
        query.id(),
        query.limit(),
        query.adminStateUp(),
        query.networkId(),
        query.macAddress(),
        query.deviceId(),
        query.deviceOwner(),
        query.status(),
        query.securityGroups(),
        query.marker(),
        query.fixedIps(),
        null,
        null);
  }

  @Override
  public NeutronPortResponse neutronCreatePort(Call call, CreatePortRequest body) {
    return neutronShowPort(call, desk.createPort(call, body).port().id());
  }

  @Override
  public NeutronPortResponse neutronShowPort(Call call, String portId) {
    var port = call.glance().require(Tables.PORTS, call.project(), portId);
    return new NeutronPortResponse(view.v2(call.glance().state(), port));
  }

  @Override
  public NeutronPortResponse neutronUpdatePort(Call call, String portId, UpdatePortRequest body) {
    desk.updatePort(call, portId, body);
    return neutronShowPort(call, portId);
  }

  @Override
  public void neutronDeletePort(Call call, String portId) {
    desk.deletePort(call, portId);
  }
}
