package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.control.BeginEdge;
import io.ecsim.api.control.BeginEdgeQuery;
import io.ecsim.api.control.ListStateQuery;
import io.ecsim.api.control.PatchStateQuery;
import io.ecsim.api.control.Resource;
import io.ecsim.api.control.ResourceList;
import io.ecsim.api.control.ShowStateQuery;
import io.ecsim.api.control.StateApi;
import io.ecsim.api.control.StatePatch;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import io.ecsim.sim.Status;
import io.ecsim.sim.Tx;
import java.util.HashMap;
import java.util.Map;

/** Shows resources as the kernel has them, and changes them behind their clients' backs. */
final class StateControl implements StateApi {
  private final Exhibits exhibits;
  private final Finder finder;
  private final Beginning beginning;

  StateControl(Exhibits exhibits) {
    this.exhibits = exhibits;
    this.finder = new Finder(exhibits);
    this.beginning = new Beginning(exhibits);
  }

  @Override
  public ResourceList listState(Call call, String type, ListStateQuery query) {
    return new ResourceList(finder.all(call.world().read(), type, query.project()));
  }

  @Override
  public Resource showState(Call call, String type, String id, ShowStateQuery query) {
    return finder.one(call.world().read(), type, id, query.project());
  }

  @Override
  public Resource patchState(
      Call call, String type, String id, StatePatch body, PatchStateQuery query) {
    refuseJob(type);
    Lifecycle<?, ?> table = exhibits.require(type).lifecycle();
    Status status = body.status() == null ? null : Exhibits.status(table, body.status());
    Map<String, Object> attributes = attributes(body);
    if (status == null && attributes.isEmpty()) {
      throw new ApiError(400, "invalid", "The body names neither a status nor an attribute.");
    }
    Ref ref = finder.require(call.world().read(), type, id, query.project());
    call.transact(
        tx -> {
          if (!attributes.isEmpty()) {
            change(tx, table, ref, attributes);
          }
          if (status != null) {
            tx.force(ref, status);
          }
          return null;
        });
    return finder.one(call.world().read(), type, id, ref.project());
  }

  /** Attributes may stand as they are, or under {@code spec}, as they are shown. */
  private static Map<String, Object> attributes(StatePatch body) {
    Map<String, Object> attributes = new HashMap<>(body.additional());
    if (attributes.remove("spec") instanceof Map<?, ?> spec) {
      spec.forEach((key, value) -> attributes.put(String.valueOf(key), value));
    }
    return attributes;
  }

  private static <S extends Spec> void change(
      Tx tx, Lifecycle<?, S> table, Ref ref, Map<String, Object> attributes) {
    tx.change(table, ref, spec -> Specs.patched(spec, attributes));
  }

  @Override
  public Resource beginEdge(
      Call call, String type, String id, BeginEdge body, BeginEdgeQuery query) {
    refuseJob(type);
    Ref ref = finder.require(call.world().read(), type, id, query.project());
    beginning.begin(call, ref, body.edge());
    return finder.one(call.world().read(), type, id, ref.project());
  }

  private static void refuseJob(String type) {
    if (type.equals(JobView.TYPE)) {
      throw new ApiError(400, "invalid", "A job can be looked at, not changed.")
          .hinting("Change the resource that it is about.");
    }
  }
}
