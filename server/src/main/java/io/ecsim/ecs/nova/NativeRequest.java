package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.CreateServersSchedulerHints;
import io.ecsim.api.ecs.Ipv6Bandwidth;
import io.ecsim.api.ecs.NovaCreateServersOption;
import io.ecsim.api.ecs.NovaCreateServersSchedulerHints;
import io.ecsim.api.ecs.NovaSecurityGroup;
import io.ecsim.api.ecs.NovaServerAndSchedulerHintsRequest;
import io.ecsim.api.ecs.ServerNic;
import io.ecsim.ecs.create.Particulars;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Texts;
import io.ecsim.pack.Networks;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A native request to make servers, in the words in which all servers are made: {@code
 * ecs-schemas.md} 15.
 *
 * @param order what is ordered
 * @param particulars what only a native request says
 */
record NativeRequest(CreateServersOption order, Particulars particulars) {

  /**
   * Reads a request.
   *
   * @param version the minor number of the microversion
   * @throws ApiError 400 for what cannot be, HTTP 501 for what is not modelled
   */
  static NativeRequest read(
      Neighbours cloud,
      State state,
      String project,
      NovaServerAndSchedulerHintsRequest body,
      int version) {
    NovaCreateServersOption asked = body.server();
    check(asked);
    int count = count(asked);
    List<ServerNic> nics = NativeNics.read(cloud.networks(), state, project, asked.networks());
    var disks = NativeDisks.read(cloud, state, project, asked, count);
    CreateServersOption order =
        CreateServersOption.builder()
            .name(asked.name())
            .count(count)
            .description(version >= NativeView.DESCRIPTION ? asked.description() : null)
            .flavorRef(asked.flavorRef())
            .imageRef(disks.imageId())
            .availabilityZone(disks.zone())
            .vpcid(NativeNics.vpc(cloud.networks(), state, project, nics.get(0)))
            .nics(nics)
            .securityGroups(groups(cloud.networks(), state, project, asked.securityGroups()))
            .rootVolume(disks.root())
            .dataVolumes(disks.data())
            .keyName(asked.keyName())
            .adminPass(asked.adminPass())
            .userData(asked.userData())
            .metadata(asked.metadata())
            .autoTerminateTime(asked.autoTerminateTime())
            .schedulerHints(hints(body))
            .build();
    return new NativeRequest(
        order,
        new Particulars(
            names(asked.name(), count),
            NativeTags.read(asked.tags()),
            disks.rootGoes(),
            disks.present(),
            disks.snapshots()));
  }

  private static void check(NovaCreateServersOption asked) {
    if (asked.name().isBlank()) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute name. Value: %s.".formatted(asked.name()));
    }
    Texts.checkUserData(asked.userData());
    Unmodelled.refuse(
        asked.personality() != null && !asked.personality().isEmpty(), "server.personality");
    if (asked.metadata() != null) {
      asked.metadata().keySet().forEach(NativeMetadata::checkKey);
    }
  }

  /** How many servers: as many as there may be, for all of them fit or none is made. */
  private static int count(NovaCreateServersOption asked) {
    int least = asked.minCount() == null ? 1 : asked.minCount();
    int most = asked.maxCount() == null ? least : asked.maxCount();
    if (least > most) {
      throw NativeWords.badRequest("min_count %d must be <= max_count %d".formatted(least, most));
    }
    return most;
  }

  private static List<String> names(String name, int count) {
    return count == 1
        ? List.of(name)
        : IntStream.rangeClosed(1, count).mapToObj(i -> name + "-" + i).toList();
  }

  private static List<Ipv6Bandwidth> groups(
      Networks networks, State state, String project, List<NovaSecurityGroup> asked) {
    return asked == null
        ? List.of()
        : asked.stream().map(group -> group(networks, state, project, group.name())).toList();
  }

  private static Ipv6Bandwidth group(
      Networks networks, State state, String project, String idOrName) {
    Networks.Group group = idOrName == null ? null : networks.group(state, project, idOrName);
    if (group == null) {
      throw NativeWords.badRequest(
          "Unable to find security_group with name or id '%s'".formatted(idOrName));
    }
    return new Ipv6Bandwidth(group.id());
  }

  private static CreateServersSchedulerHints hints(NovaServerAndSchedulerHintsRequest body) {
    NovaCreateServersSchedulerHints hints = body.schedulerHints();
    if (hints != null) {
      return new CreateServersSchedulerHints(
          hints.dedicatedHostId(), hints.group(), hints.tenancy(), null);
    }
    Map<String, Object> older = body.olderHints();
    return older == null
        ? null
        : new CreateServersSchedulerHints(
            text(older, "dedicated_host_id"), text(older, "group"), text(older, "tenancy"), null);
  }

  private static String text(Map<String, Object> hints, String key) {
    Object value = hints.get(key);
    return value == null ? null : value.toString();
  }
}
