package io.ecsim.cbr;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as this service writes them: {@code 2026-11-22T08:00:00.000000}, UTC. */
final class Times {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private Times() {}

  /** A moment; null for one that has not come. */
  static String of(long millis) {
    return millis == 0 ? null : MICROS.format(Instant.ofEpochMilli(millis));
  }
}
