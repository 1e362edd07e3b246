package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.QuotaResource;
import io.ecsim.api.vpc.Quotas;
import io.ecsim.api.vpc.QuotasApi;
import io.ecsim.api.vpc.ShowQuotaQuery;
import io.ecsim.api.vpc.ShowQuotaResponse;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import java.util.List;
import java.util.stream.Stream;

/** The quotas of a project. Of what is not modelled nothing is used. */
record QuotaTable(Limits limits) implements QuotasApi {

  /** A row: what the API calls it, whose bound it is, which type is counted (null for none). */
  private record Row(String name, Limit limit, String type) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("vpc", Limit.VPCS, Tables.VPCS.type()),
          new Row("subnet", Limit.SUBNETS, Tables.SUBNETS.type()),
          new Row("securityGroup", Limit.SECURITY_GROUPS, Tables.GROUPS.type()),
          new Row("securityGroupRule", Limit.SECURITY_GROUP_RULES, Tables.RULES.type()),
          new Row("publicIp", Limit.FLOATING_IPS, null));

  @Override
  public ShowQuotaResponse showQuota(Call call, ShowQuotaQuery query) {
    Stream<Row> rows = ROWS.stream().filter(row -> Match.one(query.type(), row.name()));
    return new ShowQuotaResponse(new Quotas(rows.map(row -> quota(call, row)).toList()));
  }

  private QuotaResource quota(Call call, Row row) {
    int used =
        row.type() == null ? 0 : call.glance().state().shelf(row.type(), call.project()).size();
    return new QuotaResource(0, limits.of(row.limit()), row.name(), used);
  }
}
