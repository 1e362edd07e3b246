package io.ecsim.evs.order;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.CreateVolumeBssParam;
import io.ecsim.inventory.Range;
import java.util.Map;

/**
 * On which terms disks are ordered: {@code evs-schemas.md} 2.1. For how long makes no difference
 * here: nothing expires.
 *
 * @param paid whether the order is paid at once
 * @param renewing whether the disks are renewed by themselves
 */
public record Terms(boolean paid, boolean renewing) {
  private static final Map<String, Range> PERIODS =
      Map.of("month", new Range(1, 9), "year", new Range(1, 1));

  /** Whether a client wants to pay by month or year; {@code asked} may be null. */
  public static boolean arePrepaid(CreateVolumeBssParam asked) {
    return asked != null && "prePaid".equals(asked.chargingMode());
  }

  /** The terms that a client asks for. */
  public static Terms of(CreateVolumeBssParam asked) {
    Range periods = PERIODS.get(String.valueOf(asked.periodType()));
    if (periods == null) {
      throw new ApiError(
          "EVS.2147",
          "bssParam.periodType %s is neither month nor year.".formatted(asked.periodType()));
    }
    if (asked.periodNum() == null || !periods.contains(asked.periodNum())) {
      throw new ApiError(
          "EVS.2147",
          "bssParam.periodNum %s is not in %s for the periodType %s."
              .formatted(asked.periodNum(), periods, asked.periodType()));
    }
    return new Terms(isTrue(asked.isAutoPay()), isTrue(asked.isAutoRenew()));
  }

  /** Clients write it as a truth value or as a text; what is null is false. */
  public static boolean isTrue(Object value) {
    return "true".equalsIgnoreCase(String.valueOf(value));
  }
}
