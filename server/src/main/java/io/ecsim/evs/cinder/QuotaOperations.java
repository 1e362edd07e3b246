package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderListQuotasQuery;
import io.ecsim.api.evs.CinderListQuotasResponse;
import io.ecsim.api.evs.CinderListQuotasV3Query;
import io.ecsim.api.evs.QuotasApi;
import io.ecsim.evs.disk.Usage;
import io.ecsim.inventory.Inventory;

/** Quotas and what of them is used. */
public final class QuotaOperations implements QuotasApi {
  private final Inventory inventory;

  public QuotaOperations(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public CinderListQuotasResponse cinderListQuotas(
      Call call, String targetProjectId, CinderListQuotasQuery query) {
    return show(call, targetProjectId, query.usage());
  }

  @Override
  public CinderListQuotasResponse cinderListQuotasV3(
      Call call, String targetProjectId, CinderListQuotasV3Query query) {
    return show(call, targetProjectId, query.usage());
  }

  private CinderListQuotasResponse show(Call call, String project, String usage) {
    return new CinderListQuotasResponse(
        new QuotaView(inventory, Usage.of(call.glance().state(), project))
            .of(project, Boolean.parseBoolean(usage)));
  }
}
