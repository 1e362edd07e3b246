package io.ecsim.bss;

import io.ecsim.pack.Booking;
import java.util.Locale;

/** The statuses of an order, and the numbers that the API has for them. */
enum OrderStatus implements Booking.Stage {
  /** Nobody has paid it yet. */
  PENDING_PAYMENT(6),
  /** What was ordered is being done. */
  PROCESSING(3),
  /** All of it is done. */
  COMPLETED(5),
  /** It could not be done. */
  CANCELLED(4);

  private final int number;

  OrderStatus(int number) {
    this.number = number;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public boolean open() {
    return this == PENDING_PAYMENT || this == PROCESSING;
  }

  @Override
  public boolean cancelled() {
    return this == CANCELLED;
  }

  int number() {
    return number;
  }
}
