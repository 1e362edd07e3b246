package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import io.ecsim.sim.State;
import io.ecsim.sim.Status;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order, for those who count what it will need: that has its place in their quotas from when it
 * is ordered until it is there, or the order has been given up. Orders of BSS are bookings.
 */
public interface Booking extends Spec {
  /** The type of what implements it. */
  String TYPE = "order";

  /** How far it is. */
  interface Stage extends Status {
    /** Whether what was ordered is still to be done, or being done. */
    boolean open();

    /** Whether it was given up, or could not be done. */
    boolean cancelled();
  }

  /** What is done once it is paid. */
  List<Plan> works();

  /** Whether an order is there that has not come to nothing. */
  static boolean stands(State state, String project, String order) {
    Resource<?> found = state.find(new Ref(TYPE, project, order));
    return found != null && found.status() instanceof Stage stage && !stage.cancelled();
  }

  /** All that is still to be done for a project, or being done; each part by itself. */
  static Stream<Plan> open(State state, String project) {
    return state.shelf(TYPE, project).all().stream()
        .filter(order -> order.status() instanceof Stage stage && stage.open())
        .flatMap(order -> ((Booking) order.spec()).works().stream())
        .flatMap(Booking::each);
  }

  private static Stream<Plan> each(Plan plan) {
    return Stream.concat(Stream.of(plan), plan.parts().stream().flatMap(Booking::each));
  }
}
