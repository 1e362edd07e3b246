package io.ecsim.ecs;

/**
 * How a server is deleted.
 *
 * @param dataDisks whether data disks are deleted even if they need not go with their server
 * @param appointed the {@code auto_terminate_time} on whose behalf, as it was written; null if a
 *     client asks for it
 */
record Deletion(boolean dataDisks, String appointed) {
  static Deletion asked(boolean dataDisks) {
    return new Deletion(dataDisks, null);
  }
}
