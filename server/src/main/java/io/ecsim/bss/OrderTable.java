package io.ecsim.bss;

import static io.ecsim.bss.OrderStatus.CANCELLED;
import static io.ecsim.bss.OrderStatus.COMPLETED;
import static io.ecsim.bss.OrderStatus.PENDING_PAYMENT;
import static io.ecsim.bss.OrderStatus.PROCESSING;

import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;

/**
 * The life of an order, as clients poll it: {@code terraform-huaweicloud.md} 3.6. How long it is
 * processed is plausible, not documented.
 */
final class OrderTable {
  private OrderTable() {}

  // spotless:off
  /** The table. */
  static final Lifecycle<OrderStatus, Order> ORDERS = Lifecycle.of("order", OrderStatus.class, Order.class).missing("CBC.0100");

  /** Places an order. */
  static final Edge<Order, Void> PLACE = ORDERS.<Void>creates("place")
      .failingGone("CBC.0999", CANCELLED)
      .to(PENDING_PAYMENT);

  /** Pays it, and then does what was ordered. */
  static final Edge<Order, Void> PAY = ORDERS.<Void>on("pay", PENDING_PAYMENT)
      .refused("CBC.0100")
      .reserving((order, none, now) -> order.paid(now), (order, none, now) -> order.paid(0))
      .via(PROCESSING, 2)
      .lastly((state, order, none) -> order.spec().works())
      .failing("CBC.0999", CANCELLED)
      .to(COMPLETED);
  // spotless:on
}
