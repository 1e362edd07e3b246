package io.ecsim.bss;

import io.ecsim.pack.Period;
import io.ecsim.sim.Plan;
import java.util.List;

/**
 * How a subscription is made longer.
 *
 * @param period for how long
 * @param works what is done with what was stopped meanwhile
 */
record Renewal(Period period, List<Plan> works) {
  Renewal {
    works = List.copyOf(works);
  }
}
