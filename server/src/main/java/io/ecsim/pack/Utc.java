package io.ecsim.pack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times of the world as the APIs write them. */
public final class Utc {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private Utc() {}

  /** RFC 3339 with whole seconds: {@code 2026-11-22T08:00:00Z}. */
  public static String seconds(long millis) {
    return SECONDS.format(Instant.ofEpochMilli(millis));
  }
}
