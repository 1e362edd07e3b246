package io.ecsim.control;

import io.ecsim.api.ApiError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and durations as the control API writes them: ISO 8601, UTC, milliseconds. */
public final class Times {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Longer than any lifecycle, short enough for arithmetic in milliseconds. */
  private static final Duration LONGEST = Duration.ofDays(36500);

  private Times() {}

  /** A moment in milliseconds as text. */
  public static String iso(long millis) {
    return ISO.format(Instant.ofEpochMilli(millis));
  }

  /** A duration in milliseconds as text. */
  static String duration(long millis) {
    return Duration.ofMillis(millis).toString();
  }

  /**
   * A duration that is not negative.
   *
   * @param field how a refusal names it
   * @throws ApiError {@code invalid} if the text is none
   */
  static Duration duration(String field, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new ApiError(400, "invalid", "%s is no duration: \"%s\".".formatted(field, text))
        .hinting("Write it as ISO 8601 does: PT30S, PT5M, P1D.");
  }

  /**
   * A moment in milliseconds: written out, or as a duration counted from another one.
   *
   * @throws ApiError {@code invalid} if the text is neither
   */
  static long moment(String field, String text, long from) {
    if (text.startsWith("P")) {
      return from + duration(field, text).toMillis();
    }
    return moment(field, text);
  }

  /** A moment in milliseconds, written out. */
  public static long moment(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new ApiError(400, "invalid", "%s is no moment: \"%s\".".formatted(field, text))
          .hinting("Write it as 2026-11-22T08:30:00Z.");
    }
  }
}
