package io.ecsim.sim;

/**
 * Which of its matches a fault rule strikes. All members given must agree; without any it strikes
 * always.
 *
 * @param nth only the n-th match, counted from 1; 0 for no such bound
 * @param first only the first so many; 0 for no such bound
 * @param every each n-th; 0 for no such bound
 * @param rate the share of matches, by dice that only the seed, the rule and the resource decide;
 *     negative for no such bound
 * @param after from this world time in milliseconds on; 0 from the beginning
 * @param until up to this world time; 0 for ever
 */
public record When(long nth, long first, long every, double rate, long after, long until) {
  /** Each match. */
  public static final When ALWAYS = new When(0, 0, 0, -1, 0, 0);

  boolean open(long now) {
    return now >= after && (until == 0 || now < until);
  }

  /**
   * Whether this match is struck.
   *
   * @param match which match this is, from 1
   * @param dice evenly spread over 0 (inclusive) to 1 (exclusive)
   */
  boolean strikes(long match, double dice) {
    return (nth == 0 || match == nth)
        && (first == 0 || match <= first)
        && (every == 0 || match % every == 0)
        && (rate < 0 || dice < rate);
  }
}
