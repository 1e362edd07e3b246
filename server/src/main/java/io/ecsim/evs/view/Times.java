package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Resource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/** Times as the API writes them: {@code evs-schemas.md}, common forms. All are UTC. */
public final class Times {
  private static final DateTimeFormatter RESOURCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter JOB =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** When a resource was made, to the microsecond: no two are the same. */
  public static String created(Resource<?> resource) {
    return micros(resource.born());
  }

  /** When a resource last changed; never before it was made. */
  public static String updated(Resource<?> resource) {
    return micros(Math.max(resource.born(), TimeUnit.MILLISECONDS.toMicros(resource.updatedAt())));
  }

  /** A moment of a resource's life. */
  public static String moment(long millis) {
    return micros(TimeUnit.MILLISECONDS.toMicros(millis));
  }

  /** When a job began or ended; nothing if it has not. */
  public static String ofJob(long millis) {
    return millis == 0 ? "" : JOB.format(Instant.ofEpochMilli(millis));
  }

  /**
   * The milliseconds of a time in a query; one without zone is UTC.
   *
   * @throws ApiError EVS.5400 for what is no time
   */
  public static long parsed(String field, String text) {
    try {
      return instant(text.replace(' ', 'T')).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new ApiError("EVS.5400", "%s %s is no time.".formatted(field, text));
    }
  }

  private static Instant instant(String text) {
    return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static String micros(long micros) {
    long seconds = TimeUnit.MICROSECONDS.toSeconds(micros);
    long rest = micros - TimeUnit.SECONDS.toMicros(seconds);
    return RESOURCE.format(Instant.ofEpochSecond(seconds, TimeUnit.MICROSECONDS.toNanos(rest)));
  }
}
