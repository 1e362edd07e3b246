package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Given;
import io.ecsim.api.ecs.AddressAddrVersion;
import io.ecsim.api.ecs.NovaAddress;
import io.ecsim.api.ecs.NovaFlavor;
import io.ecsim.api.ecs.NovaListFlavorsFlavor;
import io.ecsim.api.ecs.NovaSchedulerHints;
import io.ecsim.api.ecs.NovaSecurityGroup;
import io.ecsim.api.ecs.NovaServer;
import io.ecsim.api.ecs.NovaUpdateServerServer;
import io.ecsim.api.ecs.NovaVolumeAttached;
import io.ecsim.api.ecs.ServerFault;
import io.ecsim.ecs.server.Hints;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Sight;
import io.ecsim.ecs.view.Times;
import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Servers as native operations show them: {@code ecs-schemas.md} 3.3 and 3.4. Which members there
 * are depends on the microversion.
 *
 * @param cloud where flavors, disks and cards are
 */
public record NativeView(Neighbours cloud) {
  private static final int EXTENDED = 3;
  private static final int LOCKED = 9;
  private static final int HOST_STATUS = 16;
  static final int DESCRIPTION = 19;
  private static final int TAGS = 26;
  private static final int FLAVOR_INSIDE = 47;
  private static final int FAULT = 500;

  /** Id, name and links alone. */
  static NovaListFlavorsFlavor brief(Call call, Resource<Server> server) {
    return new NovaListFlavorsFlavor(server.id(), links(call, server), server.spec().name());
  }

  private static List<io.ecsim.api.ecs.NovaLink> links(Call call, Resource<Server> server) {
    return Links.to(call, server.ref().project(), "servers", server.id());
  }

  /** All of it. */
  public NovaServer detail(Call call, Resource<Server> resource) {
    Sight sight = Sight.of(cloud, call.glance().state(), resource);
    return shown(call, sight).build();
  }

  /** One that is no more. */
  NovaServer deleted(Call call, Resource<Server> resource) {
    Sight sight = Sight.of(cloud, call.glance().state(), resource);
    return shown(call, sight)
        .status("DELETED")
        .vmState("deleted")
        .taskState(null)
        .powerState(0)
        .addresses(Map.of())
        .terminatedAt(Times.micros(resource.updatedAt()))
        .build();
  }

  private NovaServer.Builder shown(Call call, Sight sight) {
    Resource<Server> resource = sight.server();
    Server server = sight.spec();
    NovaServer.Builder shown =
        NovaServer.builder()
            .id(resource.id())
            .name(server.name())
            .tenantId(resource.ref().project())
            .userId(server.origin().userId())
            .status(sight.words().status())
            .vmState(sight.words().vmState())
            .taskState(sight.words().taskState())
            .powerState(sight.words().powerState())
            .fault(fault(sight))
            .created(Utc.seconds(resource.createdAt()))
            .updated(Utc.seconds(resource.updatedAt()))
            .launchedAt(Times.micros(server.launchedAt()))
            .availabilityZone(server.build().zone())
            .host(sight.host().name())
            .hypervisorHostname(sight.host().name())
            .hostId(sight.host().id())
            .instanceName(sight.instanceName())
            .keyName(server.login().keyName())
            .diskConfig("MANUAL")
            .configDrive("")
            .accessIPv4("")
            .accessIPv6("")
            .addresses(addresses(sight, NativeView::address))
            .securityGroups(
                sight.groups().stream().map(g -> new NovaSecurityGroup(g.name())).toList())
            .flavor(flavor(call, sight))
            .image(image(call, resource))
            .volumesAttached(sight.disks().stream().map(d -> volume(call, d)).toList())
            .metadata(server.allMetadata())
            .schedulerHints(hints(server.build().hints()))
            .progress(0)
            .links(links(call, resource));
    add(shown, sight, call.microversion());
    return shown;
  }

  /** What later versions added. */
  private static void add(NovaServer.Builder shown, Sight sight, int version) {
    Server server = sight.spec();
    if (version >= EXTENDED) {
      shown
          .hostname(server.hostname())
          .kernelId("")
          .ramdiskId("")
          .launchIndex(server.origin().index())
          .reservationId(server.origin().reservationId())
          .rootDeviceName(sight.rootDevice())
          .userData(Given.of(server.login().userData()));
    }
    if (version >= LOCKED) {
      shown.locked(server.locked());
    }
    if (version >= HOST_STATUS) {
      shown.hostStatus(sight.words().scheduled() ? "UP" : "UNKNOWN");
    }
    if (version >= DESCRIPTION) {
      shown.description(Given.of(server.description()));
    }
    if (version >= TAGS) {
      shown.tags(Tags.texts(server.labels()));
    }
  }

  private static ServerFault fault(Sight sight) {
    return sight.fault() == null
        ? null
        : new ServerFault(FAULT, Utc.seconds(sight.server().since()), "", sight.fault());
  }

  private static <T> Map<String, List<T>> addresses(
      Sight sight, Function<Sight.Address, T> address) {
    var shown = new LinkedHashMap<String, List<T>>();
    sight.addresses().forEach((vpc, list) -> shown.put(vpc, list.stream().map(address).toList()));
    return shown;
  }

  private static NovaAddress address(Sight.Address address) {
    return new NovaAddress(address.nic().mac(), address.type(), address.text(), address.version());
  }

  private static NovaFlavor flavor(Call call, Sight sight) {
    String id = sight.spec().build().flavorId();
    Flavor flavor = sight.flavor();
    if (call.microversion() < FLAVOR_INSIDE) {
      return NovaFlavor.builder()
          .id(id)
          .links(List.of(Links.bookmark(call, sight.server().ref().project(), "flavors", id)))
          .build();
    }
    return NovaFlavor.builder()
        .originalName(id)
        .vcpus(flavor == null ? 0 : flavor.vcpus())
        .ram(flavor == null ? 0 : flavor.ram())
        .disk(0)
        .ephemeral(0)
        .swap(0)
        .extraSpecs(flavor == null ? Map.of() : flavor.extraSpecs())
        .build();
  }

  /** The image, or an empty text where none is known. */
  private static Object image(Call call, Resource<Server> server) {
    String id = server.spec().build().imageId();
    return id.isEmpty()
        ? ""
        : Map.of(
            "id", id, "links", List.of(Links.bookmark(call, server.ref().project(), "images", id)));
  }

  private static NovaVolumeAttached volume(Call call, Disks.Attached disk) {
    Boolean goes = call.microversion() < EXTENDED ? null : disk.deleteOnTermination();
    return new NovaVolumeAttached(goes, disk.ref().id());
  }

  private static NovaSchedulerHints hints(Hints hints) {
    return hints.host() == null && hints.tenancy() == null
        ? null
        : new NovaSchedulerHints(list(hints.host()), list(hints.tenancy()));
  }

  private static List<String> list(String value) {
    return value == null || value.isEmpty() ? null : List.of(value);
  }

  /** As the answer to an update shows it, where the image is a text. */
  NovaUpdateServerServer updated(Call call, Resource<Server> resource) {
    Sight sight = Sight.of(cloud, call.glance().state(), resource);
    NovaServer all = shown(call, sight).build();
    return NovaUpdateServerServer.builder()
        .id(all.id())
        .name(all.name())
        .status(all.status())
        .created(all.created())
        .updated(all.updated())
        .hostId(all.hostId())
        .addresses(
            addresses(sight, address -> new AddressAddrVersion(address.text(), address.version())))
        .links(all.links())
        .image(sight.spec().build().imageId())
        .flavor(all.flavor())
        .metadata(all.metadata())
        .tenantId(all.tenantId())
        .userId(all.userId())
        .progress(0)
        .accessIPv4("")
        .accessIPv6("")
        .diskConfig(all.diskConfig())
        .description(all.description())
        .locked(all.locked())
        .tags(all.tags())
        .build();
  }
}
