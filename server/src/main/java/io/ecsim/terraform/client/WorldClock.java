package io.ecsim.terraform.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a world, at one look.
 *
 * @param mode {@code real}, {@code fast}, {@code instant} or {@code stepped}
 * @param pace how much shorter steps are than in the cloud
 * @param now its time
 * @param nextDue when the next step ends; null if none is under way
 */
record WorldClock(String mode, double pace, Instant now, Instant nextDue) {
  /** Nothing takes time under this clock, so what lasts has been held up on purpose. */
  private static final double INSTANT_PACE = 60;

  private static final long SHORTEST = 2;
  private static final long LONGEST = 250;

  static WorldClock of(JsonNode clock) {
    String mode = clock.path("mode").asText();
    return new WorldClock(
        mode,
        mode.equals("instant") ? INSTANT_PACE : clock.path("pace").asDouble(1),
        Instant.parse(clock.path("now").asText()),
        clock.hasNonNull("nextDue") ? Instant.parse(clock.path("nextDue").asText()) : null);
  }

  boolean isStepped() {
    return mode.equals("stepped");
  }

  /** How long it is worth to wait before the n-th next look. */
  Duration pause(int looks) {
    long growing = SHORTEST << Math.min(looks, 7);
    if (nextDue != null && !isStepped()) {
      growing = Duration.between(now, nextDue).toMillis() + 1;
    }
    return Duration.ofMillis(Math.max(SHORTEST, Math.min(growing, LONGEST)));
  }
}
