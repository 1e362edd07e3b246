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
import io.ecsim.pack.Utc;
import io.ecsim.sim.Resource;
import java.util.Arrays;
import java.util.List;

/** The list of API v1: {@code ecs-schemas.md} 3.1. */
record DetailList(Neighbours cloud, ServerTable table, Call call) {
  private static final int PAGE = 25;

  ListServersDetailsResponse answer(ListServersDetailsQuery query) {
    if (query.serverId() != null && !query.serverId().isEmpty()) {
      List<ServerDetail> named =
          Arrays.stream(query.serverId().split(",")).map(String::strip).map(this::named).toList();
      return new ListServersDetailsResponse(named.size(), named);
    }
    List<Resource<Server>> found =
        call.glance()
            .all(table.servers, call.project())
            .filter(server -> fits(server, query))
            .toList();
    List<ServerDetail> page =
        found.stream().skip(skipped(found, query)).limit(limit(query)).map(this::listed).toList();
    return new ListServersDetailsResponse(found.size(), page);
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

  private static int limit(ListServersDetailsQuery query) {
    return query.limit() == null ? PAGE : query.limit();
  }

  /** {@code offset} is the number of the page, from 1; 0 means 1. A marker wins over it. */
  private static long skipped(List<Resource<Server>> found, ListServersDetailsQuery query) {
    if (query.marker() != null && !query.marker().isEmpty()) {
      return Filters.after(found, query.marker());
    }
    int page = query.offset() == null ? 1 : Math.max(1, query.offset());
    return (page - 1L) * limit(query);
  }

  private boolean fits(Resource<Server> server, ListServersDetailsQuery query) {
    Server spec = server.spec();
    return Filters.contains(spec.name(), query.name())
        && Filters.equal(spec.build().flavorId(), query.flavor())
        && Filters.equal(spec.origin().reservationId(), query.reservationId())
        && Filters.enterpriseProject(spec, query.enterpriseProjectId())
        && Filters.status(server, query.status())
        && Filters.tags(spec, query.tags())
        && Filters.notTags(spec, query.notTags())
        && ip(server, query);
  }

  private boolean ip(Resource<Server> server, ListServersDetailsQuery query) {
    if (query.ip() == null && query.ipEq() == null) {
      return true;
    }
    return cloud.networks().of(call.glance().state(), server.ref()).stream()
        .anyMatch(
            nic ->
                Filters.contains(nic.address(), query.ip())
                    && Filters.equal(nic.address(), query.ipEq()));
  }
}
