package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderListQuotasQuery;
import io.ecsim.api.evs.CinderListQuotasResponse;
import io.ecsim.api.evs.CinderListQuotasV3Query;
import io.ecsim.api.evs.QuotasApi;
import io.ecsim.evs.backup.BackupUsage;
import io.ecsim.evs.disk.Usage;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.State;

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
    State state = call.glance().state();
    return new CinderListQuotasResponse(
        new QuotaView(inventory, Usage.of(state, project), BackupUsage.of(state, project))
            .of(project, Boolean.parseBoolean(usage)));
  }
}
