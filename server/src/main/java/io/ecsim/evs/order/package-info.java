/**
 * Disks that are paid for by month or year: what is done with them is ordered first, and done when
 * the order is paid. {@link io.ecsim.pack.Orders} keeps the orders.
 */
package io.ecsim.evs.order;
