package io.ecsim.ecs.huawei;

import io.ecsim.api.ecs.CloudServer;
import io.ecsim.api.ecs.CpuOptions;
import io.ecsim.api.ecs.ListCloudServersFlavor;
import io.ecsim.api.ecs.ListCloudServersVolumeAttached;
import io.ecsim.api.ecs.MarketInfo;
import io.ecsim.api.ecs.PrepaidInfo;
import io.ecsim.api.ecs.SecurityGroupIdName;
import io.ecsim.api.ecs.ServerAddress;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.ecs.server.Charging;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.server.Tariff;
import io.ecsim.ecs.view.Sight;
import io.ecsim.ecs.view.Times;
import io.ecsim.ecs.view.Words;
import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server in the list of API v1.1: {@code ecs-schemas.md} 3.2. Numbers are numbers here, and some
 * members show only if they are asked for.
 */
final class Brief {
  private Brief() {}

  static CloudServer of(Sight sight, Set<String> expected, long paidUntil) {
    Resource<Server> resource = sight.server();
    Server server = sight.spec();
    Words words = sight.words();
    CloudServer.Builder shown =
        CloudServer.builder()
            .id(resource.id())
            .name(server.name())
            .description(server.description())
            .tenantId(resource.ref().project())
            .userId(server.origin().userId())
            .status(words.status())
            .vmState(words.vmState())
            .taskState(words.taskState())
            .fault(Detail.fault(sight))
            .created(Utc.seconds(resource.createdAt()))
            .updated(Utc.seconds(resource.updatedAt()))
            .availabilityZone(server.build().zone())
            .flavor(flavor(server.build().flavorId(), sight.flavor()))
            .inRecycleBin(resource.status().hidden())
            .spodId(null);
    expected.forEach(field -> add(shown, field, sight));
    return expected.contains("market_info")
        ? shown.marketInfo(market(server.tariff(), paidUntil)).build()
        : shown.build();
  }

  private static MarketInfo market(Tariff tariff, long paidUntil) {
    if (tariff.byPeriod()) {
      String end = paidUntil == 0 ? null : Utc.seconds(paidUntil);
      return new MarketInfo("prepaid", new PrepaidInfo(end));
    }
    return new MarketInfo(tariff.charging() == Charging.SPOT ? "spot" : "postpaid", null);
  }

  private static void add(CloudServer.Builder shown, String field, Sight sight) {
    Server server = sight.spec();
    switch (field) {
      case "launched_at" -> shown.launchedAt(Times.micros(server.launchedAt()));
      case "key_name" -> shown.keyName(server.login().keyName());
      case "locked" -> shown.locked(server.locked());
      case "root_device_name" -> shown.rootDeviceName(sight.rootDevice());
      case "tenancy" -> shown.tenancy(server.build().hints().tenancy());
      case "dedicated_host_id" -> shown.dedicatedHostId(server.build().hints().host());
      case "enterprise_project_id" -> shown.enterpriseProjectId(server.enterpriseProject());
      case "tags" -> shown.tags(Tags.texts(server.labels()));
      case "metadata" -> shown.metadata(server.allMetadata());
      case "addresses" -> shown.addresses(addresses(sight));
      case "security_groups" -> shown.securityGroups(groups(sight));
      case "volumes_attached" -> shown.volumesAttached(volumes(sight));
      case "image" -> shown.image(new ServerId(server.build().imageId()));
      case "power_state" -> shown.powerState(sight.words().powerState());
      case "cpu_options" -> shown.cpuOptions(new CpuOptions(server.build().options().threads()));
      default -> {
        // The cloud shows nothing for a field it does not know.
      }
    }
  }

  private static ListCloudServersFlavor flavor(String id, Flavor flavor) {
    return new ListCloudServersFlavor(
        List.of(),
        0,
        List.of(),
        id,
        id,
        flavor == null ? 0 : flavor.ram(),
        flavor == null ? 0 : flavor.vcpus());
  }

  private static Map<String, List<ServerAddress>> addresses(Sight sight) {
    var shown = new LinkedHashMap<String, List<ServerAddress>>();
    sight
        .addresses()
        .forEach((vpc, list) -> shown.put(vpc, list.stream().map(Brief::address).toList()));
    return shown;
  }

  private static ServerAddress address(Sight.Address address) {
    Networks.Nic nic = address.nic();
    return new ServerAddress(
        nic.mac(),
        nic.port().id(),
        address.type(),
        address.text(),
        nic.primary(),
        address.version());
  }

  private static List<SecurityGroupIdName> groups(Sight sight) {
    return sight.groups().stream()
        .map(group -> new SecurityGroupIdName(group.id(), group.name()))
        .toList();
  }

  private static List<ListCloudServersVolumeAttached> volumes(Sight sight) {
    return sight.disks().stream()
        .map(
            disk ->
                new ListCloudServersVolumeAttached(
                    String.valueOf(disk.bootIndex()),
                    disk.deleteOnTermination(),
                    disk.device(),
                    disk.ref().id(),
                    disk.size()))
        .toList();
  }
}
