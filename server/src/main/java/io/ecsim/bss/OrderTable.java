package io.ecsim.bss;

import static io.ecsim.bss.OrderStatus.CANCELLED;
import static io.ecsim.bss.OrderStatus.COMPLETED;
import static io.ecsim.bss.OrderStatus.PENDING_PAYMENT;
import static io.ecsim.bss.OrderStatus.PROCESSING;

import io.ecsim.pack.Booking;
import io.ecsim.sim.Appointment;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.time.Duration;
import java.util.List;

/**
 * The life of an order, as clients poll it: {@code terraform-huaweicloud.md} 3.6. How long it is
 * processed is plausible, not documented.
 */
final class OrderTable {
  private OrderTable() {}

  /** How long somebody may take to pay: {@code ecs-lifecycle.md} b.17. */
  static final long PATIENCE = Duration.ofDays(14).toMillis();

  // spotless:off
  /** The table. */
  static final Lifecycle<OrderStatus, Order> ORDERS = Lifecycle.of(Booking.TYPE, OrderStatus.class, Order.class).missing("CBC.0100");

  /** Places an order; the argument tells whether it is paid at once. */
  static final Edge<Order, Boolean> PLACE = ORDERS.<Boolean>creates("place")
      .failingGone("CBC.0999", CANCELLED)
      .appointing((state, order, paid) -> Boolean.TRUE.equals(paid) ? null : givenUp(order))
      .to(PENDING_PAYMENT);

  /** Pays it, and then does what was ordered. */
  static final Edge<Order, Void> PAY = ORDERS.<Void>on("pay", PENDING_PAYMENT)
      .refused("CBC.0100")
      .reserving((order, none, now) -> order.paid(now), (order, none, now) -> order.paid(0))
      .via(PROCESSING, 2)
      .lastly((state, order, none) -> order.spec().works())
      .failing("CBC.0999", CANCELLED)
      .appointing((state, order, none) -> end(state, order))
      .to(COMPLETED);

  /** Gives it up before it is paid: somebody does, or nobody has paid it for too long. */
  static final Edge<Order, Void> CANCEL = ORDERS.<Void>on("cancel", PENDING_PAYMENT)
      .refused("CBC.0100")
      .failing("CBC.0999")
      .to(CANCELLED);

  /** Pays for another period. */
  static final Edge<Order, Renewal> RENEW = ORDERS.<Renewal>on("renew", COMPLETED)
      .refused("CBC.0100")
      .changing((order, renewal, now) -> order.longer(renewal.period(), now))
      .with((state, order, renewal) -> renewal.works())
      .failing("CBC.0999")
      .appointing((state, order, renewal) -> end(state, order))
      .back();

  /**
   * The time is over that it was paid for: it is renewed by itself, or what was ordered stops. The
   * argument is the time for which it was foreseen, if it was.
   */
  static final Edge<Order, Long> EXPIRE = ORDERS.<Long>on("expire", COMPLETED)
      .refused("CBC.0100")
      .guard("CBC.0100", (state, order, due) -> isPaidLonger(order, due))
      .changing((order, due, now) -> order.renewing() ? order.longer(order.period(), now) : order)
      .with((state, order, due) -> order.spec().renewing() ? List.of() : order.spec().endings())
      .failing("CBC.0999")
      .appointing((state, order, due) -> end(state, order))
      .back();
  // spotless:on

  private static Appointment givenUp(Resource<Order> order) {
    return new Appointment(order.createdAt() + PATIENCE, Plan.of(CANCEL, order.ref(), null));
  }

  /** Its end, if that is to come. */
  private static Appointment end(State state, Resource<Order> order) {
    long until = order.spec().until();
    return until <= state.now()
        ? null
        : new Appointment(until, Plan.of(EXPIRE, order.ref(), until));
  }

  private static String isPaidLonger(Resource<Order> order, Long due) {
    return due == null || due == order.spec().until()
        ? null
        : "The %s has been renewed meanwhile.".formatted(order.ref());
  }
}
