package io.ecsim.vpc;

import io.ecsim.api.vpc.PortDetails;
import io.ecsim.api.vpc.PortVifDetails;
import io.ecsim.api.vpc.PrivateIpIpAddressSubnetCidrId;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;

/** A port as {@code /v3} shows it. */
record PortDetailsView(PortView view) {

  PortDetails of(State state, Resource<Port> port) {
    Port spec = port.spec();
    String project = port.ref().project();
    Resource<Subnet> subnet = state.require(Tables.SUBNETS, project, spec.subnet().id());
    boolean primary = spec.server() != null && spec.index() == 0;
    return PortDetails.builder()
        .id(port.id())
        .name(spec.name())
        .description("")
        .projectId(project)
        .tenantId(project)
        .vpcTenantId(project)
        .vpcId(subnet.spec().vpc().id())
        .virsubnetId(subnet.id())
        .adminStateUp(spec.up())
        .status(port.status().label())
        .macAddress(spec.mac())
        .privateIps(
            PortView.addresses(spec).stream()
                .map(ip -> new PrivateIpIpAddressSubnetCidrId(ip.ipAddress(), ip.subnetId()))
                .toList())
        .deviceId(PortView.device(spec))
        .deviceOwner(view.owner(state, spec))
        .securityGroups(PortView.groups(spec))
        .allowedAddressPairs(PortView.pairs(spec))
        .extraDhcpOpts(PortView.options(spec))
        .profile(Map.of())
        .vifDetails(PortVifDetails.builder().primaryInterface(primary).build())
        .vifType("")
        .vnicType("normal")
        .hostId("")
        .migrationInfo(Map.of())
        .instanceInfo(Map.of())
        .instanceId("")
        .instanceType("")
        .ecsFlavor("")
        .positionType("")
        .scope("center")
        .vtepIp("")
        .zoneId("")
        .portSecurityEnabled(true)
        .enableEfi(false)
        .tags(List.of())
        .createdAt(Utc.seconds(port.createdAt()))
        .updatedAt(Utc.seconds(port.updatedAt()))
        .build();
  }
}
