package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.control.Deleted;
import io.ecsim.api.control.Fault;
import io.ecsim.api.control.FaultList;
import io.ecsim.api.control.FaultRule;
import io.ecsim.api.control.FaultsApi;
import io.ecsim.sim.World;
import java.util.List;

/** Lays, shows and lifts the fault rules of a world. */
final class FaultsControl implements FaultsApi {
  private final FaultReader reader;

  FaultsControl(FaultReader reader) {
    this.reader = reader;
  }

  @Override
  public FaultList listFaults(Call call) {
    return new FaultList(call.world().read().faults().stream().map(FaultView::show).toList());
  }

  @Override
  public Fault showFault(Call call, String id) {
    return call.world().read().faults().stream()
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .map(FaultView::show)
        .orElseThrow(() -> unknown(call.world(), id));
  }

  @Override
  public Fault createFault(Call call, FaultRule body) {
    FaultReader.Draft draft = reader.read(body, call.world().now());
    return FaultView.show(call.transact(draft::lay));
  }

  @Override
  public Deleted deleteFault(Call call, String id) {
    if (!call.<Boolean>transact(tx -> tx.lift(id))) {
      throw unknown(call.world(), id);
    }
    return new Deleted(1);
  }

  @Override
  public Deleted deleteFaults(Call call) {
    return call.transact(
        tx -> {
          List<String> ids = tx.state().faults().stream().map(fault -> fault.id()).toList();
          ids.forEach(tx::lift);
          return new Deleted(ids.size());
        });
  }

  private static ApiError unknown(World world, String id) {
    List<String> ids = world.read().faults().stream().map(fault -> fault.id()).toList();
    return new ApiError(404, "unknownFault", "There is no fault rule \"%s\".".formatted(id))
        .hinting(Nearest.hint(id, ids));
  }
}
