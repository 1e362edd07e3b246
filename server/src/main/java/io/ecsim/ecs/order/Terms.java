package io.ecsim.ecs.order;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.ExtendparamIsAutoPay;
import io.ecsim.api.ecs.PrepaidOptions;
import io.ecsim.api.ecs.ServerExtendparam;
import io.ecsim.pack.Period;

/**
 * On which terms servers are ordered: {@code ecs-schemas.md} 1 and 2.
 *
 * @param paid whether the order is paid at once
 * @param renewing whether the servers are renewed by themselves
 * @param period for how long they are paid for
 */
public record Terms(boolean paid, boolean renewing, Period period) {
  private static final int MONTHS = 9;
  private static final int YEARS = 3;

  /** Whether a client wants to pay by month or year; {@code asked} may be null. */
  public static boolean arePrepaid(ServerExtendparam asked) {
    return asked != null && "prePaid".equals(asked.chargingMode());
  }

  /**
   * The terms on which new servers are asked for.
   *
   * @throws ApiError {@code Ecs.0005}
   */
  public static Terms of(ServerExtendparam asked) {
    return new Terms(
        isTrue(asked.isAutoPay()),
        isTrue(asked.isAutoRenew()),
        period("server.extendparam.period", asked.periodType(), asked.periodNum()));
  }

  /**
   * The terms on which servers are converted.
   *
   * @throws ApiError {@code Ecs.0005}
   */
  public static Terms of(PrepaidOptions asked) {
    return new Terms(
        isTrue(asked.autoPay()),
        isTrue(asked.autoRenew()),
        period("prepaid_options.period_", asked.periodType(), number(asked.periodNum())));
  }

  private static Integer number(Object given) {
    try {
      return Integer.valueOf(String.valueOf(given));
    } catch (NumberFormatException e) {
      throw new ApiError(
          "Ecs.0005", "prepaid_options.period_num %s is no number.".formatted(given));
    }
  }

  private static Period period(String member, String unit, Integer number) {
    int most = Period.MONTH.equals(unit) ? MONTHS : Period.YEAR.equals(unit) ? YEARS : 0;
    if (most == 0) {
      throw new ApiError(
          "Ecs.0005", "%s type '%s' is neither month nor year.".formatted(member, unit));
    }
    if (number == null || number < 1 || number > most) {
      throw new ApiError(
          "Ecs.0005",
          "%s number %s is not between 1 and %d for %s.".formatted(member, number, most, unit));
    }
    return new Period(unit, number);
  }

  /** Whether an order of another flavor is to be paid at once; {@code asked} may be null. */
  public static boolean arePaid(ExtendparamIsAutoPay asked) {
    return asked != null && isTrue(asked.isAutoPay());
  }

  /** Clients write it as a truth value or as a text; what is null is false. */
  private static boolean isTrue(Object value) {
    return "true".equalsIgnoreCase(String.valueOf(value));
  }
}
