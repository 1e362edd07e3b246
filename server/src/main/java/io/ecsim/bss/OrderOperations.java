package io.ecsim.bss;

import io.ecsim.api.Call;
import io.ecsim.api.bss.CancelCustomerOrdersRequest;
import io.ecsim.api.bss.OrderInfo;
import io.ecsim.api.bss.OrdersApi;
import io.ecsim.api.bss.PayOrdersRequest;
import io.ecsim.api.bss.ShowCustomerOrderDetailsResponse;
import io.ecsim.pack.Utc;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;

/** Orders: how far they are, and how they are paid. */
final class OrderOperations implements OrdersApi {
  /** The number of a new purchase; what else there is, clients do not ask. */
  private static final int NEW_PURCHASE = 1;

  @Override
  public ShowCustomerOrderDetailsResponse showCustomerOrderDetails(Call call, String orderId) {
    Resource<Order> order = call.glance().show(OrderBook.require(call.glance().state(), orderId));
    long paid = order.spec().paidAt();
    return new ShowCustomerOrderDetailsResponse(
        OrderInfo.builder()
            .orderId(order.id())
            .orderType(NEW_PURCHASE)
            .status(((OrderStatus) order.status()).number())
            .createTime(Utc.seconds(order.createdAt()))
            .paymentTime(paid == 0 ? null : Utc.seconds(paid))
            .build());
  }

  @Override
  public void payOrders(Call call, PayOrdersRequest body) {
    call.transact(
        tx ->
            tx.begin(
                Plan.of(
                    OrderTable.PAY, OrderBook.require(tx.state(), body.orderId()).ref(), null)));
  }

  @Override
  public void cancelCustomerOrders(Call call, CancelCustomerOrdersRequest body) {
    call.transact(
        tx ->
            tx.begin(
                Plan.of(
                    OrderTable.CANCEL, OrderBook.require(tx.state(), body.orderId()).ref(), null)));
  }
}
