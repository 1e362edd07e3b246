package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.ListServersDetailsQuery;
import io.ecsim.api.ecs.ListServersDetailsResponse;
import io.ecsim.api.ecs.ServerDetail;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Filters;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.stream.Stream;

/** The list of API v1: {@code ecs-schemas.md} 3.1. */
record DetailList(Neighbours cloud, ServerTable table, Call call) {
  private static final int PAGE = 25;

  ListServersDetailsResponse answer(ListServersDetailsQuery query) {
    List<String> ids = Filters.words(query.serverId());
    if (!ids.isEmpty()) {
      List<ServerDetail> named = ids.stream().map(this::named).toList();
      return new ListServersDetailsResponse(named.size(), named);
    }
    Listing<Server> found = found(query);
    Listing.Page<Server> page = page(found, query);
    return new ListServersDetailsResponse(
        found.count(), page.items().stream().map(this::listed).toList());
  }

  /** Who asks for ids gets an item for each, also for those that are not there. */
  private ServerDetail named(String id) {
    Resource<Server> server = call.glance().find(table.servers, call.project(), id);
    return server == null ? Detail.missing(id, Utc.seconds(call.glance().now())) : listed(server);
  }

  private ServerDetail listed(Resource<Server> server) {
    call.glance().show(server);
    return Detail.listed(Sight.of(cloud, call.glance().state(), server));
  }

  /** {@code offset} is the number of the page, from 1; 0 means 1. A marker wins over it. */
  private static Listing.Page<Server> page(Listing<Server> found, ListServersDetailsQuery query) {
    int limit = query.limit() == null ? PAGE : query.limit();
    if (query.marker() != null && !query.marker().isEmpty()) {
      return found.rest(query.marker(), 0, limit);
    }
    int page = query.offset() == null ? 1 : Math.max(1, query.offset());
    return found.rest(null, (page - 1L) * limit, limit);
  }

  private Listing<Server> found(ListServersDetailsQuery query) {
    Listing<Server> found = Listing.over(call.glance().state().roll(table.servers, call.project()));
    found
        .when(query.name(), (server, part) -> server.spec().name().contains(part))
        .when(query.flavor(), (server, id) -> server.spec().build().flavorId().equals(id))
        .when(
            query.reservationId(),
            (server, id) -> id.equals(server.spec().origin().reservationId()))
        .when(query.ip(), (server, part) -> addresses(server).anyMatch(it -> it.contains(part)))
        .when(query.ipEq(), (server, whole) -> addresses(server).anyMatch(whole::equals));
    Filters.enterpriseProject(found, query.enterpriseProjectId());
    Filters.status(found, query.status());
    Filters.tags(found, query.tags());
    Filters.notTags(found, query.notTags());
    return found;
  }

  private Stream<String> addresses(Resource<Server> server) {
    return cloud.networks().of(call.glance().state(), server.ref()).stream()
        .map(Networks.Nic::address);
  }
}
