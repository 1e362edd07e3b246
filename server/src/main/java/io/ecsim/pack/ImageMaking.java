package io.ecsim.pack;

import io.ecsim.sim.Plan;
import io.ecsim.sim.Tx;
import java.util.Map;

/** What disks ask of the image service when they become images. IMS implements it. */
public interface ImageMaking {
  /**
   * An image to be made from a disk.
   *
   * @param name its name
   * @param diskFormat {@code zvhd2}
   * @param containerFormat {@code bare}
   * @param os {@code Linux} or {@code Windows}
   * @param size GiB of the disk, the least size of disks made from the image
   * @param dataDisk whether it is no system disk
   * @param origin what the disk knows of the image it was once made from; empty without one
   */
  record Order(
      String name,
      String diskFormat,
      String containerFormat,
      String os,
      int size,
      boolean dataDisk,
      Map<String, String> origin) {}

  /**
   * Makes an image.
   *
   * @param disk what goes on on the disk meanwhile; if it fails, there is no image
   * @return the plan; its address is the image's
   */
  Plan make(Tx tx, String project, Order order, Plan disk);
}
