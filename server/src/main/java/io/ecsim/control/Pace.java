package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Clock;
import io.ecsim.sim.ClockMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a clock goes, in one word: {@code real}, {@code fast}, {@code instant}, {@code stepped}, or
 * {@code 60x}, which is fast at that pace.
 *
 * @param mode how long steps last
 * @param pace by what they are divided; 1 where that is nothing
 */
public record Pace(ClockMode mode, double pace) {
  private static final Pattern TIMES = Pattern.compile("([0-9]{1,7}(?:[.][0-9]{1,3})?)x");
  private static final List<String> WORDS = List.of("real", "fast", "instant", "stepped", "60x");

  /**
   * What the word means.
   *
   * @throws ApiError {@code invalid} for another word
   */
  public static Pace of(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    Matcher times = TIMES.matcher(small);
    if (times.matches() && Double.parseDouble(times.group(1)) > 0) {
      return new Pace(ClockMode.FAST, Double.parseDouble(times.group(1)));
    }
    for (ClockMode mode : ClockMode.values()) {
      if (mode.name().toLowerCase(Locale.ROOT).equals(small)) {
        return new Pace(mode, mode == ClockMode.FAST ? Clock.USUAL_PACE : 1);
      }
    }
    throw new ApiError(400, "invalid", "There is no clock \"%s\".".formatted(word))
        .hinting("Known: " + String.join(", ", WORDS) + " (any number).");
  }

  /** The word of a clock's mode. */
  static String word(Clock clock) {
    return clock.mode().name().toLowerCase(Locale.ROOT);
  }

  /** The mode in one word, with the pace where it is not the usual one. */
  static String inOneWord(Clock clock) {
    boolean unusual = clock.mode() == ClockMode.FAST && clock.pace() != Clock.USUAL_PACE;
    return unusual ? shown(clock).toPlainString() + "x" : word(clock);
  }

  /** The mode, and what it means for steps. */
  public static String told(Clock clock) {
    return switch (clock.mode()) {
      case REAL -> "real: steps last as in the cloud";
      case FAST -> "fast: steps are " + shown(clock).toPlainString() + " times shorter";
      case INSTANT -> "instant: steps take no time";
      case STEPPED -> "stepped: time moves by ./ecsim clock advance only";
    };
  }

  /** By what steps are divided, or null if they take no time. */
  static BigDecimal shown(Clock clock) {
    return switch (clock.mode()) {
      case REAL, STEPPED -> BigDecimal.ONE;
      case INSTANT -> null;
      case FAST ->
          new BigDecimal(BigDecimal.valueOf(clock.pace()).stripTrailingZeros().toPlainString());
    };
  }
}
