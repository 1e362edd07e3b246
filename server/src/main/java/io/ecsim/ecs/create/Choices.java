package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.Ipv6Bandwidth;
import io.ecsim.api.ecs.ServerNic;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Sales;
import io.ecsim.ecs.server.Slots;
import io.ecsim.ecs.server.Tags;
import io.ecsim.inventory.Flavor;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Images;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Problem;
import io.ecsim.sim.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks up what a request to make servers names, and refuses what is not there or does not fit. */
final class Choices {
  /** What a system disk was made from that nobody knows any more. */
  private static final Images.Facts UNKNOWN =
      new Images.Facts("", "", 0, 0, "", "Linux", "64", "", false, true);

  private final Neighbours cloud;

  Choices(Neighbours cloud) {
    this.cloud = cloud;
  }

  /**
   * The choice of a request.
   *
   * @throws ApiError with the code of the first thing that cannot be had
   */
  Choice of(State state, String project, CreateServersOption asked) {
    Flavor flavor = Sales.flavor(cloud.inventory(), asked.flavorRef());
    String zone = zone(flavor, asked.availabilityZone());
    Images.Facts image = image(state, project, asked.imageRef());
    if (flavor.ram() < image.minRam()) {
      throw new ApiError(
          "Ecs.0008",
          "The image %s needs %d MiB of memory, the flavor %s has %d."
              .formatted(image.id(), image.minRam(), flavor.id(), flavor.ram()));
    }
    if (asked.keyName() != null && cloud.keypairs().find(state, project, asked.keyName()) == null) {
      throw new ApiError(
          "Ecs.0314", "The key pair '%s' does not exist.".formatted(asked.keyName()));
    }
    List<String> groups = groups(state, project, asked.securityGroups());
    return new Choice(
        flavor,
        image,
        zone,
        nics(state, project, asked, flavor, groups),
        groups,
        address(state, project, asked),
        labels(asked));
  }

  private Addresses.Order address(State state, String project, CreateServersOption asked) {
    Addresses.Order order = NewAddress.of(asked);
    if (order != null) {
      Foreign.refuse(cloud.addresses().problem(state, project, order, Request.count(asked)));
    }
    return order;
  }

  private String zone(Flavor flavor, String asked) {
    if (asked == null || asked.isEmpty()) {
      return Sales.zone(cloud.inventory(), flavor);
    }
    List<String> zones = cloud.inventory().zones();
    if (!zones.contains(asked)) {
      throw new ApiError(
          "Ecs.0005", "availability_zone '%s' is none of %s.".formatted(asked, zones));
    }
    Problem.refuse(Sales.problem(cloud.inventory(), flavor, asked));
    return asked;
  }

  private Images.Facts image(State state, String project, String id) {
    if (id == null) {
      return UNKNOWN;
    }
    Images.Facts image = cloud.images().find(state, project, id);
    if (image == null) {
      throw new ApiError("Ecs.0031", "The image %s does not exist.".formatted(id));
    }
    if (!image.active()) {
      throw new ApiError("Ecs.0032", "The image %s is not active.".formatted(id));
    }
    if (image.dataDisk()) {
      throw new ApiError("Ecs.0007", "The image %s holds a data disk.".formatted(id));
    }
    return image;
  }

  private List<String> groups(State state, String project, List<Ipv6Bandwidth> asked) {
    return (asked == null ? List.<Ipv6Bandwidth>of() : asked)
        .stream()
            .map(Ipv6Bandwidth::id)
            .filter(Objects::nonNull)
            .map(id -> group(state, project, id))
            .distinct()
            .toList();
  }

  private String group(State state, String project, String id) {
    Networks.Group group = cloud.networks().group(state, project, id);
    if (group == null) {
      throw new ApiError("Ecs.0014", "The security group %s does not exist.".formatted(id));
    }
    return group.id();
  }

  private List<Networks.Order> nics(
      State state, String project, CreateServersOption asked, Flavor flavor, List<String> groups) {
    if (!cloud.networks().hasVpc(state, project, asked.vpcid())) {
      throw new ApiError("Ecs.0014", "The VPC %s does not exist.".formatted(asked.vpcid()));
    }
    int most = Slots.of(cloud.inventory(), flavor).nics();
    if (asked.nics().size() > most) {
      throw new ApiError(
          "Ecs.0050",
          "%d nics are more than the %d of the flavor %s."
              .formatted(asked.nics().size(), most, flavor.id()));
    }
    return asked.nics().stream().map(nic -> nic(state, project, asked, nic, groups)).toList();
  }

  /** A port that is there already. */
  private Networks.Order lent(State state, String project, CreateServersOption asked, String port) {
    Networks.Order order = Networks.Order.of(port);
    Foreign.refuse(cloud.networks().problem(state, project, order));
    String vpc = cloud.networks().port(state, project, port).vpcId();
    if (!vpc.equals(asked.vpcid())) {
      throw new ApiError(
          "Ecs.0014",
          "The port %s is in the VPC %s, vpcid is %s.".formatted(port, vpc, asked.vpcid()));
    }
    if (Request.count(asked) > 1) {
      throw new ApiError(
          "Ecs.0005",
          "port_id %s cannot be given to %d servers.".formatted(port, Request.count(asked)));
    }
    return order;
  }

  private Networks.Order nic(
      State state, String project, CreateServersOption asked, ServerNic nic, List<String> groups) {
    if (nic.portId() != null && !nic.portId().isEmpty()) {
      return lent(state, project, asked, nic.portId());
    }
    String id = nic.subnetId() == null ? "" : nic.subnetId();
    Networks.Subnet subnet = cloud.networks().subnet(state, project, id);
    if (subnet == null) {
      throw new ApiError("Ecs.0038", "The subnet '%s' does not exist.".formatted(id));
    }
    if (!subnet.vpcId().equals(asked.vpcid())) {
      throw new ApiError(
          nic.equals(asked.nics().get(0)) ? "Ecs.0064" : "Ecs.0014",
          "The subnet %s is in the VPC %s, vpcid is %s."
              .formatted(id, subnet.vpcId(), asked.vpcid()));
    }
    String address = nic.ipAddress() == null || nic.ipAddress().isEmpty() ? null : nic.ipAddress();
    if (address != null && asked.count() != null && asked.count() > 1) {
      throw new ApiError(
          "Ecs.0005",
          "ip_address %s cannot be given to %d servers.".formatted(address, asked.count()));
    }
    var order = new Networks.Order(id, address, groups, Boolean.TRUE.equals(nic.ipv6Enable()));
    Foreign.refuse(cloud.networks().problem(state, project, order));
    return order;
  }

  private Map<String, String> labels(CreateServersOption asked) {
    var labels = new LinkedHashMap<String, String>();
    if (asked.serverTags() != null) {
      asked.serverTags().forEach(tag -> Tags.add(labels, tag.key(), tag.value()));
    } else if (asked.tags() != null) {
      asked.tags().forEach(text -> addDotted(labels, text));
    }
    Tags.checkCount(cloud.inventory().limits(), labels);
    return labels;
  }

  /** A tag of the old form: {@code key.value}. */
  private static void addDotted(Map<String, String> labels, String text) {
    int dot = text.indexOf('.');
    Tags.add(
        labels, dot < 0 ? text : text.substring(0, dot), dot < 0 ? "" : text.substring(dot + 1));
  }
}
