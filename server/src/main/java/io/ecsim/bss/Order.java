package io.ecsim.bss;

import io.ecsim.pack.Booking;
import io.ecsim.pack.Period;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import java.util.List;

/**
 * An order.
 *
 * @param renewing whether what was ordered is renewed by itself
 * @param period for how long it is paid for, or null
 * @param resources what it is about; they may go before it does
 * @param works what is done once it is paid
 * @param endings what is done when the time is over that it is paid for
 * @param paidAt when it was paid, in milliseconds of world time; 0 before
 * @param until until when it is paid for; 0 before, and where nothing ends by itself
 */
record Order(
    boolean renewing,
    Period period,
    List<Ref> resources,
    List<Plan> works,
    List<Plan> endings,
    long paidAt,
    long until)
    implements Booking {
  Order {
    resources = List.copyOf(resources);
    works = List.copyOf(works);
    endings = List.copyOf(endings);
  }

  @Override
  public String name() {
    return "";
  }

  Order paid(long now) {
    long end = now == 0 || period == null ? 0 : period.after(now);
    return new Order(renewing, period, resources, works, endings, now, end);
  }

  Order renewing(boolean value) {
    return new Order(value, period, resources, works, endings, paidAt, until);
  }

  /** The same, paid for longer: from when it would end, or from now if that is over. */
  Order longer(Period by, long now) {
    long end = by.after(Math.max(until, now));
    return new Order(renewing, period, resources, works, endings, paidAt, end);
  }

  /** Whether a resource is what was ordered, and not only something that comes with it. */
  boolean isMain(Ref ref) {
    return ref.type().equals(resources.get(0).type());
  }
}
