package io.ecsim.control;

import io.ecsim.api.control.FaultWhen;
import io.ecsim.sim.When;
import java.util.List;

/** Reads when a fault rule strikes. */
final class WhenReader {
  private static final List<String> MEMBERS =
      List.of("nth", "first", "every", "rate", "always", "after", "until");

  private WhenReader() {}

  /**
   * @param when the word {@code always}, an object, or null
   * @param now world time in milliseconds
   */
  static When read(Object when, long now) {
    if (when == null || "always".equals(when)) {
      return When.ALWAYS;
    }
    FaultWhen rule = record(when);
    FaultReader.nothingElse("when", rule.additional(), MEMBERS);
    checkCounts(rule);
    long after = rule.after() == null ? 0 : Times.moment("when.after", rule.after(), now);
    long until = rule.until() == null ? 0 : Times.moment("when.until", rule.until(), now);
    if (until != 0 && until <= Math.max(after, now)) {
      throw FaultReader.invalid("when ends before it begins: until " + rule.until() + ".");
    }
    return new When(
        number("nth", rule.nth()),
        number("first", rule.first()),
        number("every", rule.every()),
        rule.rate() == null ? -1 : rule.rate(),
        after,
        until);
  }

  private static FaultWhen record(Object when) {
    try {
      return Specs.as(FaultWhen.class, when);
    } catch (IllegalArgumentException e) {
      throw FaultReader.invalid("when is neither \"always\" nor an object that fits.")
          .hinting("Known: " + String.join(", ", MEMBERS));
    }
  }

  private static void checkCounts(FaultWhen when) {
    if (when.rate() != null && (when.rate() <= 0 || when.rate() > 1)) {
      throw FaultReader.invalid(
          "when.rate is %s; it is above 0, at most 1.".formatted(when.rate()));
    }
    boolean counts =
        when.nth() != null || when.first() != null || when.every() != null || when.rate() != null;
    if (when.always() != null && (!when.always() || counts)) {
      throw FaultReader.invalid("when.always is true and stands without nth, first, every, rate.");
    }
    boolean beyond = when.nth() != null && when.first() != null && when.nth() > when.first();
    boolean between = when.nth() != null && when.every() != null && when.nth() % when.every() != 0;
    boolean short_ = when.first() != null && when.every() != null && when.every() > when.first();
    if (beyond || between || short_) {
      throw FaultReader.invalid("when never strikes: nth, first and every exclude each other.");
    }
  }

  private static long number(String member, Integer value) {
    if (value != null && value < 1) {
      throw FaultReader.invalid("when.%s is %d; it counts from 1.".formatted(member, value));
    }
    return value == null ? 0 : value;
  }
}
