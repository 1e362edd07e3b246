package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.QuotaResource;
import io.ecsim.api.vpc.Quotas;
import io.ecsim.api.vpc.QuotasApi;
import io.ecsim.api.vpc.ShowQuotaQuery;
import io.ecsim.api.vpc.ShowQuotaResponse;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import io.ecsim.pack.Addresses;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.State;
import java.util.List;
import java.util.stream.Stream;

/** The quotas of a project. */
record QuotaTable(Limits limits, Addresses addresses) implements QuotasApi {

  /** A row: what the API calls it, whose bound it is, how many there are. */
  private record Row(String name, Limit limit, Count count) {}

  /** How many of something a project has. */
  @FunctionalInterface
  private interface Count {
    int in(QuotaTable table, State state, String project);
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("vpc", Limit.VPCS, of(Tables.VPCS)),
          new Row("subnet", Limit.SUBNETS, of(Tables.SUBNETS)),
          new Row("securityGroup", Limit.SECURITY_GROUPS, of(Tables.GROUPS)),
          new Row("securityGroupRule", Limit.SECURITY_GROUP_RULES, of(Tables.RULES)),
          new Row("publicIp", Limit.FLOATING_IPS, (all, state, p) -> all.addresses.count(state, p)),
          new Row(
              "shareBandwidth",
              Limit.SHARED_BANDWIDTHS,
              (all, state, p) -> all.addresses.sharedBandwidths(state, p)));

  private static Count of(Lifecycle<?, ?> type) {
    return (all, state, project) -> state.shelf(type.type(), project).size();
  }

  @Override
  public ShowQuotaResponse showQuota(Call call, ShowQuotaQuery query) {
    Stream<Row> rows = ROWS.stream().filter(row -> Match.one(query.type(), row.name()));
    return new ShowQuotaResponse(new Quotas(rows.map(row -> quota(call, row)).toList()));
  }

  private QuotaResource quota(Call call, Row row) {
    int used = row.count().in(this, call.glance().state(), call.project());
    return new QuotaResource(0, limits.of(row.limit()), row.name(), used);
  }
}
