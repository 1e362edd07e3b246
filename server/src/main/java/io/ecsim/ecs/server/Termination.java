package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Servers that are to be deleted at a given time. One that lies in the past is kept and shown, but
 * not acted upon: the provider's own tests give a fixed date ({@code terraform-huaweicloud.md}
 * 4.4).
 */
public final class Termination {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?Z");

  private static final Duration SOONEST = Duration.ofMinutes(30);
  private static final int YEARS = 3;

  private Termination() {}

  /**
   * Refuses what is no time.
   *
   * @param time the time, or null or empty for never
   * @throws ApiError {@code Ecs.0082}
   */
  public static void check(String time) {
    if (given(time)) {
      millis(time);
    }
  }

  private static boolean given(String time) {
    return time != null && !time.isEmpty();
  }

  private static long millis(String time) {
    String full = time.length() == "2026-01-01T00:00Z".length() ? time.replace("Z", ":00Z") : time;
    try {
      if (FORM.matcher(time).matches()) {
        return Instant.parse(full).toEpochMilli();
      }
    } catch (DateTimeParseException e) {
      throw malformed(time);
    }
    throw malformed(time);
  }

  private static void checkRange(String time, long now) {
    long ahead = millis(time) - now;
    if (ahead < SOONEST.toMillis()) {
      throw new ApiError(
          "Ecs.0083",
          "auto_terminate_time %s is %s ahead, less than %s."
              .formatted(time, Duration.ofMillis(ahead), SOONEST));
    }
    OffsetDateTime last = Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).plusYears(YEARS);
    if (millis(time) > last.toInstant().toEpochMilli()) {
      throw new ApiError(
          "Ecs.0005", "auto_terminate_time %s is more than %d years ahead.".formatted(time, YEARS));
    }
  }

  private static ApiError malformed(String time) {
    return new ApiError(
        "Ecs.0082",
        "auto_terminate_time '%s' is not of the form yyyy-MM-ddTHH:mm:ssZ.".formatted(time));
  }

  /**
   * Files the deletion of a server for its time, if that is to come.
   *
   * @throws ApiError {@code Ecs.0083} if it comes sooner than anybody can ask for, {@code Ecs.0005}
   *     if later ({@code ecs-schemas.md} 1)
   */
  public static void appoint(Tx tx, ServerTable table, Ref server, String time) {
    if (given(time) && millis(time) > tx.now()) {
      checkRange(time, tx.now());
      tx.appoint(
          millis(time), Plan.of(table.delete, server, Deletion.at(time)).through(Doors.NATIVE));
    }
  }
}
