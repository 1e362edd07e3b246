package io.ecsim.terraform.client;

import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.schema.GoDuration;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits as a good client does: looks again when the world's clock says that something has ended,
 * gives up when the time is up that was granted for the whole operation. That time is the cloud's:
 * a clock that is 20 times faster uses it up 20 times faster.
 */
public final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private final Cloud cloud;
  private final Stop stop;
  private final Duration limit;
  private final long began = System.nanoTime();
  private WorldClock first;
  private boolean told;

  /**
   * Waits in this cloud.
   *
   * @param limit how long in all
   */
  public Waiting(Cloud cloud, Stop stop, Duration limit) {
    this.cloud = cloud;
    this.stop = stop;
    this.limit = limit;
  }

  /**
   * Looks until there is something to see.
   *
   * @param what the thing that is waited for, as in "volume 1234 to become available"
   * @param look what is seen, or null: not yet
   * @throws Problem if the time is up, or somebody wants to end
   */
  public <T> T until(String what, Supplier<T> look) {
    for (int looks = 0; ; looks++) {
      T seen = look.get();
      if (seen != null) {
        return seen;
      }
      WorldClock clock = cloud.clock();
      if (first == null) {
        first = clock;
      }
      if (elapsed(clock).compareTo(limit) > 0) {
        throw Problem.error(
            "timeout while waiting for " + what + " (timeout: " + GoDuration.text(limit) + ")",
            "What was begun goes on in the cloud; nothing waits for it any more.");
      }
      tell(clock, what);
      if (stop.within(clock.pause(looks))) {
        throw Problem.error(
            "interrupted while waiting for " + what,
            "What was begun goes on in the cloud; nothing waits for it any more.");
      }
    }
  }

  private Duration elapsed(WorldClock clock) {
    if (clock.isStepped() && first.isStepped()) {
      return Duration.between(first.now(), clock.now());
    }
    double nanos = (System.nanoTime() - began) * (clock.isStepped() ? 1 : clock.pace());
    return Duration.ofNanos((long) nanos);
  }

  private void tell(WorldClock clock, String what) {
    if (clock.isStepped() && !told) {
      told = true;
      LOG.info("waiting for {}; time stands still until ./ecsim clock advance", what);
    }
  }
}
