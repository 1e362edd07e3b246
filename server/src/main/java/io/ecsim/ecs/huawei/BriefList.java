package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.CloudServer;
import io.ecsim.api.ecs.ListCloudServersQuery;
import io.ecsim.api.ecs.ListCloudServersResponse;
import io.ecsim.api.ecs.ServersLink;
import io.ecsim.ecs.server.Build;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Tags;
import io.ecsim.ecs.view.Filters;
import io.ecsim.ecs.view.Sight;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The list of API v1.1: {@code ecs-schemas.md} 3.2. */
record BriefList(Neighbours cloud, ServerTable table, Call call) {
  private static final int PAGE = 10;

  ListCloudServersResponse answer(ListCloudServersQuery query) {
    int limit = query.limit() == null ? PAGE : query.limit();
    List<Resource<Server>> found =
        servers(Boolean.TRUE.equals(query.inRecycleBin()))
            .filter(server -> fits(server, query))
            .toList();
    boolean marked = query.marker() != null && !query.marker().isEmpty();
    long skipped = marked ? Filters.after(found, query.marker()) : 0;
    Set<String> expected = expected(query);
    List<CloudServer> page =
        found.stream().skip(skipped).limit(limit).map(server -> shown(server, expected)).toList();
    boolean more = limit > 0 && skipped + limit < found.size();
    return new ListCloudServersResponse(
        call.requestId(),
        page,
        more ? List.of(next(page.get(page.size() - 1).id(), limit)) : List.of());
  }

  private Stream<Resource<Server>> servers(boolean binned) {
    return binned
        ? call.glance().state().hidden(table.servers, call.project())
        : call.glance().all(table.servers, call.project());
  }

  private CloudServer shown(Resource<Server> server, Set<String> expected) {
    call.glance().show(server);
    State state = call.glance().state();
    String order = server.spec().tariff().order();
    long paidUntil = order == null ? 0 : cloud.orders().paidUntil(state, call.project(), order);
    return Brief.of(Sight.of(cloud, state, server), expected, paidUntil);
  }

  private ServersLink next(String marker, int limit) {
    return new ServersLink(
        "%s/v1.1/%s/cloudservers/detail?limit=%d&marker=%s"
            .formatted(call.baseUrl(), call.project(), limit, marker),
        "next");
  }

  /** The fields may come one a key or several with commas. */
  private static Set<String> expected(ListCloudServersQuery query) {
    var expected = new LinkedHashSet<String>();
    query.expectFields().forEach(text -> expected.addAll(Arrays.asList(text.split(","))));
    return expected;
  }

  private static boolean fits(Resource<Server> server, ListCloudServersQuery query) {
    Server spec = server.spec();
    Build build = spec.build();
    Map<String, String> metadata = spec.allMetadata();
    return query.spodId() == null
        && Filters.equal(server.id(), query.id())
        && Filters.contains(spec.name(), query.name())
        && Filters.status(server, query.status())
        && Filters.equal(build.flavorId(), query.flavorName())
        && Filters.equal(build.imageId(), query.imageId())
        && (query.metadata() == null || Tags.match(metadata, query.metadata()))
        && (query.metadataKey() == null || metadata.containsKey(query.metadataKey()))
        && Filters.tags(spec, query.tags())
        && Filters.notTags(spec, query.notTags())
        && Filters.contains(build.zone(), query.availabilityZone())
        && Filters.equal(build.zone(), query.availabilityZoneEq())
        && Filters.equal(metadata.get("charging_mode"), query.chargingMode())
        && Filters.equal(spec.login().keyName(), query.keyName())
        && Filters.enterpriseProject(spec, query.enterpriseProjectId())
        && launchedSince(spec, query.launchedSince());
  }

  private static boolean launchedSince(Server server, String since) {
    if (since == null || since.isEmpty()) {
      return true;
    }
    try {
      String utc = since.endsWith("Z") ? since : since + "Z";
      return server.launched() && server.launchedAt() >= Instant.parse(utc).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ApiError("Ecs.0005", "launched_since '%s' is no time.".formatted(since));
    }
  }
}
