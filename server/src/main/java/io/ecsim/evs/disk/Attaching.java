package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;

/**
 * What a disk is attached with.
 *
 * @param place where it goes
 * @param most how many servers may share a shared disk
 */
public record Attaching(Attachment place, int most) {
  /** The server it goes to. */
  public Ref server() {
    return place.server();
  }
}
