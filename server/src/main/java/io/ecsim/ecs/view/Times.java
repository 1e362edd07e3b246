package io.ecsim.ecs.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** World time in ways of this API only, both in UTC: {@code ecs-schemas.md}, conventions. */
public final class Times {
  private static final DateTimeFormatter MILLIS = format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter MICROS = format("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

  private Times() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
  }

  /** {@code 2024-06-19T06:18:09.502Z}: jobs. */
  public static String millis(long millis) {
    return MILLIS.format(Instant.ofEpochMilli(millis));
  }

  /** {@code 2019-05-22T03:23:59.000000}: launched; null for 0. */
  public static String micros(long millis) {
    return millis == 0 ? null : MICROS.format(Instant.ofEpochMilli(millis));
  }
}
