package io.ecsim.ecs.server;

/**
 * How a server is deleted.
 *
 * @param dataDisks whether data disks are deleted even if they need not go with their server
 * @param addresses whether public addresses are deleted; null leaves it to what was said when they
 *     were bound
 * @param appointed the {@code auto_terminate_time} on whose behalf, as it was written; null if a
 *     client asks for it
 */
public record Deletion(boolean dataDisks, Boolean addresses, String appointed) {
  private static final Deletion USUAL = new Deletion(false, null, null);

  public static Deletion asked(boolean dataDisks, Boolean addresses) {
    return new Deletion(dataDisks, addresses, null);
  }

  static Deletion at(String time) {
    return new Deletion(false, null, time);
  }

  /** How a server is deleted of which nothing is said. */
  static Deletion or(Deletion how) {
    return how == null ? USUAL : how;
  }
}
