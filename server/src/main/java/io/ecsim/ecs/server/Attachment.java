package io.ecsim.ecs.server;

import io.ecsim.pack.Disks;
import io.ecsim.sim.Ref;

/**
 * A disk and its place in a server: where it is to be attached, or is.
 *
 * @param disk the disk
 * @param device under which name the guest sees it: {@code /dev/vdb}; null for the next that is
 *     free when it begins, for disks may be on their way
 * @param bootIndex 0 for the system disk, else -1
 * @param going whether it goes with its server
 */
public record Attachment(Ref disk, String device, int bootIndex, boolean going) {
  /** The boot index of a system disk. */
  public static final int SYSTEM = 0;

  /** The boot index of a data disk. */
  public static final int DATA = -1;

  /** A data disk to be attached. */
  public static Attachment of(Ref disk, String device) {
    return new Attachment(disk, device, DATA, false);
  }

  /** A disk that is attached. */
  public static Attachment of(Disks.Attached disk) {
    return new Attachment(disk.ref(), disk.device(), disk.bootIndex(), disk.deleteOnTermination());
  }
}
