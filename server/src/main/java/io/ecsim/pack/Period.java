package io.ecsim.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * For how long something is paid for.
 *
 * @param unit {@link #MONTH} or {@link #YEAR}
 * @param number how many of them, above zero
 */
public record Period(String unit, int number) {
  /** Calendar months. */
  public static final String MONTH = "month";

  /** Calendar years. */
  public static final String YEAR = "year";

  /** When it is over that begins at this time; both in milliseconds of world time. */
  public long after(long from) {
    return Instant.ofEpochMilli(from)
        .atZone(ZoneOffset.UTC)
        .plus(number, unit.equals(YEAR) ? ChronoUnit.YEARS : ChronoUnit.MONTHS)
        .toInstant()
        .toEpochMilli();
  }
}
