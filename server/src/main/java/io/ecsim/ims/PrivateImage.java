package io.ecsim.ims;

import io.ecsim.sim.Spec;

/**
 * An image that a project has made.
 *
 * @param diskFormat {@code zvhd2}
 * @param containerFormat {@code bare}
 * @param os {@code Linux} or {@code Windows}
 * @param bits {@code 64}
 * @param platform {@code Ubuntu}
 * @param minDisk the least size of a disk made from it, GiB
 * @param minRam the least memory of a server made from it, MiB; 0 for any
 * @param dataDisk whether it holds a data disk, not a system disk
 */
record PrivateImage(
    String name,
    String diskFormat,
    String containerFormat,
    String os,
    String bits,
    String platform,
    int minDisk,
    int minRam,
    boolean dataDisk)
    implements Spec {}
