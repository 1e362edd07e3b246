/**
 * Servers that are paid for by month or year: they are ordered first and made when the order is
 * paid, and end by unsubscription. {@link io.ecsim.pack.Orders} keeps the orders.
 */
package io.ecsim.ecs.order;
