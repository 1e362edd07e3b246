package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.ServerExtendparam;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Flavor;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Tx;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * On which terms spot servers are asked for: {@code ecs-schemas.md} 2. Whoever says for how many
 * hours has them that long, as often as {@code spot_duration_count} says; then they are taken back.
 */
final class SpotTerms {
  private static final String BLOCK = "cond:spot_block:operation:longest_duration_";
  private static final int LONGEST_HOURS = 6;
  private static final int MOST_DURATIONS = 1;

  private SpotTerms() {}

  /**
   * Whether spot servers are asked for; {@code asked} may be null.
   *
   * @throws ApiError {@code Ecs.0005}, {@code Ecs.0903}
   */
  static boolean areAsked(ServerExtendparam asked) {
    String market = asked == null ? null : asked.marketType();
    if (market == null || market.isEmpty()) {
      checkPlain(asked);
      return false;
    }
    if ("true".equalsIgnoreCase(String.valueOf(asked.supportAutoRecovery()))) {
      throw new ApiError("Ecs.0903", "marketType is spot, support_auto_recovery true.");
    }
    if (asked.spotDurationHours() != null && asked.interruptionPolicy() == null) {
      throw new ApiError("Ecs.0005", "spot_duration_hours needs interruption_policy.");
    }
    if (asked.spotDurationHours() == null && asked.spotDurationCount() != null) {
      throw new ApiError("Ecs.0005", "spot_duration_count needs spot_duration_hours.");
    }
    return true;
  }

  /** What only spot servers can have means nothing without the market that it is for. */
  private static void checkPlain(ServerExtendparam asked) {
    if (asked != null
        && (asked.spotDurationHours() != null
            || asked.spotDurationCount() != null
            || isFilled(asked.spotPrice())
            || asked.interruptionPolicy() != null)) {
      throw new ApiError(
          "Ecs.0005",
          "spotPrice, spot_duration_hours, spot_duration_count and interruption_policy need"
              + " marketType spot.");
    }
  }

  private static boolean isFilled(String text) {
    return text != null && !text.isEmpty();
  }

  /**
   * Refuses what is not to be had of a flavor.
   *
   * @throws ApiError {@code Ecs.0005}, {@code Ecs.0019}, {@code Ecs.0076}, {@code Ecs.0077}, {@code
   *     Ecs.0703}
   */
  static void check(ServerExtendparam asked, Flavor flavor) {
    if (!flavor.spot()) {
      throw new ApiError(
          "Ecs.0019", "The flavor %s is not sold with marketType spot.".formatted(flavor.id()));
    }
    checkBid(asked.spotPrice(), flavor);
    if (asked.spotDurationHours() != null) {
      checkDurations(asked, flavor);
    }
  }

  /** Who bids nothing pays what it costs by use, which is never too little. */
  private static void checkBid(String bid, Flavor flavor) {
    if (bid == null || bid.isEmpty()) {
      return;
    }
    if (!bid.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      throw new ApiError("Ecs.0005", "spotPrice '%s' is no price.".formatted(bid));
    }
    if (flavor.spotPrice() != null && new BigDecimal(bid).compareTo(flavor.spotPrice()) < 0) {
      throw new ApiError(
          "Ecs.0703",
          "spotPrice %s is below the price %s of spot servers of the flavor %s."
              .formatted(bid, flavor.spotPrice().toPlainString(), flavor.id()));
    }
  }

  private static void checkDurations(ServerExtendparam asked, Flavor flavor) {
    int hours = asked.spotDurationHours();
    int count = durations(asked);
    if (hours < 1 || count < 1) {
      throw new ApiError(
          "Ecs.0005",
          "spot_duration_hours %d and spot_duration_count %d must be at least 1."
              .formatted(hours, count));
    }
    int longest = most(flavor, "hours", LONGEST_HOURS);
    if (hours > longest) {
      throw new ApiError(
          "Ecs.0076",
          "spot_duration_hours %d; the flavor %s allows %d."
              .formatted(hours, flavor.id(), longest));
    }
    int most = hours < LONGEST_HOURS ? MOST_DURATIONS : most(flavor, "count", MOST_DURATIONS);
    if (count > most) {
      throw new ApiError(
          "Ecs.0077",
          "spot_duration_count %d; the flavor %s allows %d of %d hours."
              .formatted(count, flavor.id(), most, hours));
    }
  }

  private static int durations(ServerExtendparam asked) {
    return asked.spotDurationCount() == null ? 1 : asked.spotDurationCount();
  }

  private static int most(Flavor flavor, String what, int usual) {
    String said = flavor.extra().get(BLOCK + what);
    return said == null ? usual : Integer.parseInt(said);
  }

  /** Files when a server is taken back, where the request says for how long it is to be there. */
  static void appoint(Tx tx, ServerTable table, Ref server, ServerExtendparam asked) {
    if (asked.spotDurationHours() != null) {
      Duration time = Duration.ofHours((long) asked.spotDurationHours() * durations(asked));
      tx.appoint(tx.now() + time.toMillis(), Plan.of(table.spot.reclaim, server, null));
    }
  }
}
