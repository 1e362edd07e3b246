package io.ecsim.terraform.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them: {@code 1h30m}, {@code 1.5h}, {@code 500ms}. */
public final class GoDuration {
  private static final Pattern PART =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private GoDuration() {}

  /**
   * The duration that this text writes.
   *
   * @throws IllegalArgumentException if it writes none
   */
  public static Duration parse(String text) {
    Matcher part = PART.matcher(text);
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2)))));
      end = part.end();
    }
    if (text.isEmpty() || end < text.length()) {
      throw new IllegalArgumentException("\"" + text + "\" is no duration such as 10m or 1h30m");
    }
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValue());
  }

  /** The text of a duration, as Go prints it: {@code 3m0s}. */
  public static String text(Duration duration) {
    long hours = duration.toHours();
    long minutes = duration.toMinutesPart();
    String seconds =
        BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toMillisPart(), 3))
                .stripTrailingZeros()
                .toPlainString()
            + "s";
    if (hours > 0) {
      return hours + "h" + minutes + "m" + seconds;
    }
    return minutes > 0 ? minutes + "m" + seconds : seconds;
  }
}
