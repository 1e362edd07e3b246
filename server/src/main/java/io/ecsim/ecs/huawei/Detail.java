package io.ecsim.ecs.huawei;

import io.ecsim.api.ecs.Address;
import io.ecsim.api.ecs.CapacityReservationSpecification;
import io.ecsim.api.ecs.CpuOptions;
import io.ecsim.api.ecs.EnclaveOptions;
import io.ecsim.api.ecs.Hypervisor;
import io.ecsim.api.ecs.NetworkInterface;
import io.ecsim.api.ecs.SchedulerHints;
import io.ecsim.api.ecs.SecurityGroup;
import io.ecsim.api.ecs.SecurityOptions;
import io.ecsim.api.ecs.ServerDetail;
import io.ecsim.api.ecs.ServerFault;
import io.ecsim.api.ecs.ServerFlavor;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.api.ecs.SysTag;
import io.ecsim.api.ecs.VolumeAttached;
import io.ecsim.ecs.server.Hints;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Sight;
import io.ecsim.ecs.view.Times;
import io.ecsim.ecs.view.Words;
import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server as API v1 shows it: {@code ecs-schemas.md} 3.1. Numbers of flavor, addresses and disks
 * are texts here.
 */
public final class Detail {
  private Detail() {}

  /** One server by itself. */
  public static ServerDetail one(Sight sight) {
    return common(sight).build();
  }

  /** A server in a list, where it has some members more. */
  static ServerDetail listed(Sight sight) {
    return common(sight)
        .capacityReservationId("")
        .capacityReservationSpecification(new CapacityReservationSpecification("", "none"))
        .enclaveOptions(new EnclaveOptions(sight.spec().build().options().enclave()))
        .networkInterfaces(sight.nics().stream().map(Detail::networkInterface).toList())
        .spodId("")
        .build();
  }

  /** What stands for a server that was asked for and is not there. */
  static ServerDetail missing(String id, String now) {
    var fault = new ServerFault(404, now, "", "Instance %s could not be found.".formatted(id));
    return ServerDetail.builder().id(id).fault(fault).build();
  }

  private static ServerDetail.Builder common(Sight sight) {
    Resource<Server> resource = sight.server();
    Server server = sight.spec();
    Words words = sight.words();
    return ServerDetail.builder()
        .id(resource.id())
        .name(server.name())
        .tenantId(resource.ref().project())
        .userId(server.origin().userId())
        .status(words.status())
        .vmState(words.vmState())
        .taskState(words.taskState())
        .powerState(words.powerState())
        .fault(fault(sight))
        .created(Utc.seconds(resource.createdAt()))
        .updated(Utc.seconds(resource.updatedAt()))
        .launchedAt(Times.micros(server.launchedAt()))
        .availabilityZone(server.build().zone())
        .host(sight.host().name())
        .hypervisorHostname(sight.host().name())
        .hostId(sight.host().id())
        .hostStatus(words.scheduled() ? "UP" : "")
        .hostname(server.hostname())
        .instanceName(sight.instanceName())
        .kernelId("")
        .ramdiskId("")
        .launchIndex(server.origin().index())
        .reservationId(server.origin().reservationId())
        .rootDeviceName(sight.rootDevice())
        .userData(server.login().userData())
        .keyName(server.login().keyName())
        .diskConfig("MANUAL")
        .configDrive("")
        .accessIPv4("")
        .accessIPv6("")
        .addresses(addresses(sight))
        .securityGroups(
            sight.groups().stream().map(g -> new SecurityGroup(g.id(), g.name())).toList())
        .flavor(flavor(server.build().flavorId(), sight.flavor()))
        .image(new ServerId(server.build().imageId()))
        .volumesAttached(sight.disks().stream().map(Detail::volume).toList())
        .metadata(server.allMetadata())
        .tags(Tags.texts(server.labels()))
        .sysTags(List.of(new SysTag("_sys_enterprise_project_id", server.enterpriseProject())))
        .enterpriseProjectId(server.enterpriseProject())
        .autoTerminateTime(server.autoTerminateTime())
        .description(server.description())
        .locked(server.locked())
        .schedulerHints(hints(server.build().hints()))
        .cpuOptions(new CpuOptions(server.build().options().threads()))
        .securityOptions(
            new SecurityOptions(
                server.build().options().secureBoot(), server.build().options().tpm()))
        .hypervisor(new Hypervisor("", "QEMU"))
        .progress(null);
  }

  /** What explains an error, or null. */
  static ServerFault fault(Sight sight) {
    return sight.fault() == null
        ? null
        : new ServerFault(500, Utc.seconds(sight.server().since()), "", sight.fault());
  }

  private static Map<String, List<Address>> addresses(Sight sight) {
    var shown = new LinkedHashMap<String, List<Address>>();
    sight
        .addresses()
        .forEach((vpc, list) -> shown.put(vpc, list.stream().map(Detail::address).toList()));
    return shown;
  }

  private static Address address(Sight.Address address) {
    Networks.Nic nic = address.nic();
    return new Address(
        nic.mac(),
        nic.port().id(),
        address.type(),
        address.text(),
        nic.primary(),
        String.valueOf(address.version()));
  }

  private static NetworkInterface networkInterface(Networks.Nic nic) {
    return new NetworkInterface(
        null,
        List.of(nic.address()),
        nic.address6() == null ? List.of() : List.of(nic.address6()),
        nic.port().id(),
        nic.primary(),
        nic.subnetId());
  }

  private static ServerFlavor flavor(String id, Flavor flavor) {
    return new ServerFlavor(
        List.of(),
        "0",
        List.of(),
        id,
        id,
        flavor == null ? "0" : String.valueOf(flavor.ram()),
        flavor == null ? "0" : String.valueOf(flavor.vcpus()));
  }

  private static VolumeAttached volume(Disks.Attached disk) {
    return new VolumeAttached(
        String.valueOf(disk.bootIndex()),
        String.valueOf(disk.deleteOnTermination()),
        disk.device(),
        disk.ref().id());
  }

  private static SchedulerHints hints(Hints hints) {
    return new SchedulerHints(list(hints.host()), list(hints.group()), list(hints.tenancy()));
  }

  private static List<String> list(String value) {
    return value == null || value.isEmpty() ? null : List.of(value);
  }
}
