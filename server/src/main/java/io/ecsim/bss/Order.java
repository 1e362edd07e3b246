package io.ecsim.bss;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.List;

/**
 * An order.
 *
 * @param renewing whether what was ordered is renewed by itself
 * @param resources what it is about; they may go before it does
 * @param works what is done once it is paid
 * @param paidAt when it was paid, in milliseconds of world time; 0 before
 */
record Order(boolean renewing, List<Ref> resources, List<Plan> works, long paidAt) implements Spec {
  Order {
    resources = List.copyOf(resources);
    works = List.copyOf(works);
  }

  @Override
  public String name() {
    return "";
  }

  Order paid(long now) {
    return new Order(renewing, resources, works, now);
  }

  Order renewing(boolean value) {
    return new Order(value, resources, works, paidAt);
  }
}
