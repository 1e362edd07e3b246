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
import io.ecsim.ecs.view.NextPage;
import io.ecsim.ecs.view.Sight;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of API v1.1: {@code ecs-schemas.md} 3.2. */
record BriefList(Neighbours cloud, ServerTable table, Call call) {
  private static final int PAGE = 10;

  ListCloudServersResponse answer(ListCloudServersQuery query) {
    int limit = query.limit() == null ? PAGE : query.limit();
    Listing.Page<Server> page = found(query).rest(query.marker(), 0, limit);
    Set<String> expected = new LinkedHashSet<>(Filters.words(query.expectFields()));
    return new ListCloudServersResponse(
        call.requestId(),
        page.items().stream().map(server -> shown(server, expected)).toList(),
        page.next() == null ? List.of() : List.of(next(query, page.next(), limit)));
  }

  private CloudServer shown(Resource<Server> server, Set<String> expected) {
    call.glance().show(server);
    State state = call.glance().state();
    String order = server.spec().tariff().order();
    long paidUntil = order == null ? 0 : cloud.orders().paidUntil(state, call.project(), order);
    return Brief.of(Sight.of(cloud, state, server), expected, paidUntil);
  }

  private ServersLink next(ListCloudServersQuery query, String marker, int limit) {
    return new ServersLink(
        new NextPage(call.baseUrl() + "/v1.1/" + call.project() + "/cloudservers/detail")
            .with("limit", limit)
            .with("marker", marker)
            .with("id", query.id())
            .with("name", query.name())
            .with("status", query.status())
            .with("in_recycle_bin", query.inRecycleBin())
            .with("spod_id", query.spodId())
            .with("flavor_name", query.flavorName())
            .with("image_id", query.imageId())
            .with("metadata", query.metadata())
            .with("metadata-key", query.metadataKey())
            .with("tags", query.tags())
            .with("not-tags", query.notTags())
            .with("availability_zone", query.availabilityZone())
            .with("availability_zone_eq", query.availabilityZoneEq())
            .with("charging_mode", query.chargingMode())
            .with("key_name", query.keyName())
            .with("launched_since", query.launchedSince())
            .with("enterprise_project_id", query.enterpriseProjectId())
            .with("expect-fields", query.expectFields())
            .href(),
        "next");
  }

  private Listing<Server> found(ListCloudServersQuery query) {
    State state = call.glance().state();
    Listing<Server> found =
        Listing.over(
            Boolean.TRUE.equals(query.inRecycleBin())
                ? state.hiddenRoll(table.servers, call.project())
                : state.roll(table.servers, call.project()));
    found
        .when(query.spodId(), (server, pod) -> false)
        .when(query.id(), (server, id) -> server.id().equals(id))
        .when(query.name(), (server, part) -> server.spec().name().contains(part))
        .when(query.flavorName(), (server, id) -> build(server).flavorId().equals(id))
        .when(query.imageId(), (server, id) -> build(server).imageId().equals(id))
        .when(query.metadata(), (server, item) -> Tags.match(metadata(server), item))
        .when(query.metadataKey(), (server, key) -> metadata(server).containsKey(key))
        .when(query.availabilityZone(), (server, part) -> build(server).zone().contains(part))
        .when(query.availabilityZoneEq(), (server, zone) -> build(server).zone().equals(zone))
        .when(
            query.chargingMode(),
            (server, mode) -> mode.equals(metadata(server).get("charging_mode")))
        .when(query.keyName(), (server, key) -> key.equals(server.spec().login().keyName()))
        .when(launchedSince(query.launchedSince()), BriefList::isLaunchedSince);
    Filters.status(found, query.status());
    Filters.tags(found, query.tags());
    Filters.notTags(found, query.notTags());
    Filters.enterpriseProject(found, query.enterpriseProjectId());
    return found;
  }

  private static Build build(Resource<Server> server) {
    return server.spec().build();
  }

  private static Map<String, String> metadata(Resource<Server> server) {
    return server.spec().allMetadata();
  }

  private static Long launchedSince(String since) {
    if (since == null || since.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(since.endsWith("Z") ? since : since + "Z").toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ApiError("Ecs.0005", "launched_since '%s' is no time.".formatted(since));
    }
  }

  private static boolean isLaunchedSince(Resource<Server> server, long time) {
    return server.spec().launched() && server.spec().launchedAt() >= time;
  }
}
