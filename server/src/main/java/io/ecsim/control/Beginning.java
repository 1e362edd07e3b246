package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.World;
import java.util.List;

/** Begins edges that no public call begins. */
final class Beginning {
  private final Exhibits exhibits;

  Beginning(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  /**
   * Begins an edge by its name, without an argument.
   *
   * @throws ApiError {@code unknownEdge}; {@code invalid} if the edge needs more than its name
   */
  void begin(Call call, Ref ref, String name) {
    Lifecycle<?, ?> table = exhibits.require(ref.type()).lifecycle();
    Edge<?, ?> edge = edge(table, name);
    if (edge.creates()) {
      throw new ApiError(400, "invalid", name + " makes a resource; this one is there already.");
    }
    Plan plan = Plan.named(edge.name(), ref);
    rehearse(call.world(), plan);
    call.transact(tx -> tx.begin(plan));
  }

  private static Edge<?, ?> edge(Lifecycle<?, ?> table, String name) {
    return table.edges().stream()
        .filter(edge -> edge.name().equals(name) || edge.action().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(table, name));
  }

  private static ApiError unknown(Lifecycle<?, ?> table, String name) {
    List<String> names = table.edges().stream().map(Edge::name).toList();
    return new ApiError(
            400, "unknownEdge", "A %s has no edge \"%s\".".formatted(table.type(), name))
        .hinting(Nearest.hint(name, names));
  }

  /** An edge that needs an argument must not be found out by the clock: lives it through, aside. */
  private static void rehearse(World world, Plan plan) {
    World aside = world.fork("rehearsal");
    try {
      aside.transact(tx -> tx.begin(plan));
      aside.advanceToIdle();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      throw new ApiError(400, "invalid", plan.edge() + " needs to know more than the body can say.")
          .hinting("It begins with a call of the service's own API.");
    }
  }
}
