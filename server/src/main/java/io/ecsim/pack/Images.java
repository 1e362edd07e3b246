package io.ecsim.pack;

import io.ecsim.sim.State;

/** What disks and servers ask of images. IMS implements it. */
public interface Images {
  /**
   * An image.
   *
   * @param minDisk the least size of a disk made from it, GiB
   * @param minRam the least memory of a server made from it, MiB
   * @param type {@code gold}, {@code private}, {@code shared} or {@code market}
   * @param os {@code Linux} or {@code Windows}
   * @param bits {@code 32} or {@code 64}
   * @param platform {@code Ubuntu}
   * @param dataDisk whether it holds a data disk, not a system disk
   * @param active whether it can be used
   */
  record Facts(
      String id,
      String name,
      int minDisk,
      int minRam,
      String type,
      String os,
      String bits,
      String platform,
      boolean dataDisk,
      boolean active) {}

  /** The image with this id, public or of this project, or null. */
  Facts find(State state, String project, String id);
}
