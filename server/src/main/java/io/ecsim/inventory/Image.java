package io.ecsim.inventory;

/**
 * A public image: {@code terraform-huaweicloud.md} 3.4, 4.3.
 *
 * @param id a UUID that is the same in every world
 * @param name {@code Ubuntu 22.04 server 64bit}
 * @param platform {@code Ubuntu}
 * @param os {@code Linux} or {@code Windows}
 * @param osVersion {@code Ubuntu 22.04 server 64bit}
 * @param bits {@code 64}
 * @param arch {@code x86_64} or {@code arm64}
 * @param minDisk the least size of a system disk, GiB
 * @param minRam the least memory, MiB; 0 for any
 * @param size bytes of the image file
 * @param created when it was published, RFC 3339 in UTC
 */
public record Image(
    String id,
    String name,
    String platform,
    String os,
    String osVersion,
    String bits,
    String arch,
    int minDisk,
    int minRam,
    long size,
    String created) {

  /** Whether it is for the ARM architecture. */
  public boolean arm() {
    return arch.equals("arm64");
  }
}
