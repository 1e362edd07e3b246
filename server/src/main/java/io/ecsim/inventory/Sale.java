package io.ecsim.inventory;

import java.util.Locale;

/** Whether a flavor is sold in a zone: {@code ecs-schemas.md} 8, {@code cond:operation:status}. */
public enum Sale {
  /** Sold. */
  NORMAL(true),
  /** No longer sold. */
  ABANDON(false),
  /** None left. */
  SELLOUT(false),
  /** Sold, in open beta. */
  OBT(true),
  /** In open beta, none left. */
  OBT_SELLOUT(false),
  /** Sold, recommended. */
  PROMOTION(true);

  private final boolean sold;

  Sale(boolean sold) {
    this.sold = sold;
  }

  /** Whether it can be had. */
  public boolean sold() {
    return sold;
  }

  /** Whether it is offered to some accounts first. */
  public boolean beta() {
    return this == OBT || this == OBT_SELLOUT;
  }

  /** The word of the API. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
