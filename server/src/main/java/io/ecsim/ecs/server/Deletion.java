package io.ecsim.ecs.server;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a server is deleted.
 *
 * @param dataDisks whether data disks are deleted even if they need not go with their server
 * @param addresses whether public addresses are deleted; null leaves it to what was said when they
 *     were bound
 * @param along ids of public addresses that are deleted whatever else is said
 * @param unsubscribed whether it is paid for no longer; else what is paid for by month or year
 *     stays
 * @param appointed the {@code auto_terminate_time} on whose behalf, as it was written; null if a
 *     client asks for it
 * @param frozenAt since when it must have been frozen, in milliseconds; 0 if that does not matter
 */
public record Deletion(
    boolean dataDisks,
    Boolean addresses,
    Set<String> along,
    boolean unsubscribed,
    String appointed,
    long frozenAt) {
  private static final Deletion USUAL = new Deletion(false, null, Set.of(), false, null, 0);

  public static Deletion asked(boolean dataDisks, Boolean addresses) {
    return new Deletion(dataDisks, addresses, Set.of(), false, null, 0);
  }

  /**
   * How a server is deleted that is paid for no longer.
   *
   * @param along ids of public addresses that end with it; as to the others, that is left to what
   *     was said when they were bound
   */
  public static Deletion unsubscribed(Set<String> along) {
    return new Deletion(false, null, along, true, null, 0);
  }

  static Deletion at(String time) {
    return new Deletion(false, null, Set.of(), false, time, 0);
  }

  /** How a server is released that was frozen then and still is. */
  static Deletion frozenSince(long frozenAt) {
    return new Deletion(false, null, Set.of(), true, null, frozenAt);
  }

  /** How a server is deleted of which nothing is said. */
  static Deletion or(Deletion how) {
    return how == null ? USUAL : how;
  }

  /** What goes with a server that is deleted like this. */
  static List<Plan> parts(
      DiskRules disks,
      AddressRules addresses,
      NicRules cards,
      State state,
      Resource<Server> server,
      Deletion asked) {
    Deletion how = or(asked);
    return Stream.of(
            disks.released(state, server, how.dataDisks()),
            addresses.released(state, server, how.addresses(), how.along()),
            cards.released(state, server))
        .flatMap(List::stream)
        .toList();
  }
}
