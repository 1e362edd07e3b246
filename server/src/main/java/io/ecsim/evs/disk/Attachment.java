package io.ecsim.evs.disk;

import io.ecsim.sim.Ids;
import io.ecsim.sim.Ref;

/**
 * A disk's place in a server. It is made when the attaching begins and counts once that has ended.
 *
 * @param server the server
 * @param device how the server names the disk: {@code /dev/vdb}
 * @param bootIndex 0 for the system disk, else -1
 * @param deleteOnTermination whether the disk goes with its server
 * @param attachedAt since when, in milliseconds of world time; 0 while the attaching is under way
 */
public record Attachment(
    Ref server, String device, int bootIndex, boolean deleteOnTermination, long attachedAt) {

  /** Whether the disk is attached, not just being attached. */
  public boolean made() {
    return attachedAt > 0;
  }

  /** Its id, which follows from the disk, the server and the time. */
  public String id(String volumeId) {
    return Ids.uuid(volumeId, "attachment", server.id(), attachedAt);
  }

  Attachment since(long now) {
    return new Attachment(server, device, bootIndex, deleteOnTermination, now);
  }

  public Attachment going(boolean withServer) {
    return new Attachment(server, device, bootIndex, withServer, attachedAt);
  }
}
