package io.ecsim.ecs.server;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The names under which a guest sees its disks: {@code /dev/vda} to {@code /dev/vdx} through
 * virtio, {@code /dev/sda} onwards through SCSI, with two letters past {@code z}.
 */
public final class Devices {
  /** How many names virtio has. */
  static final int VIRTIO_NAMES = 24;

  private static final int SCSI_NAMES = 26 + 26 * 26;
  private static final int LETTERS = 26;
  private static final Pattern NAME = Pattern.compile("/dev/(?:vd[a-x]|sd[a-z]{1,2})");

  private Devices() {}

  /** The n-th name of a bus, counted from 0. */
  public static String name(boolean scsi, int index) {
    return (scsi ? "/dev/sd" : "/dev/vd") + letters(index);
  }

  private static String letters(int index) {
    String last = String.valueOf((char) ('a' + index % LETTERS));
    return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
  }

  /**
   * The first name of a bus that is free for a data disk, or null. {@code /dev/vda} is the system
   * disk's, whether that is there or not.
   */
  public static String next(boolean scsi, Collection<String> used) {
    return IntStream.range(scsi ? 0 : 1, scsi ? SCSI_NAMES : VIRTIO_NAMES)
        .mapToObj(i -> name(scsi, i))
        .filter(name -> !used.contains(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether this can be the name of a disk on that bus. */
  static boolean valid(String device, boolean scsi) {
    return NAME.matcher(device).matches() && device.startsWith("/dev/sd") == scsi;
  }

  /** Whether this is where a system disk belongs. */
  static boolean first(String device) {
    return device.equals(name(false, 0)) || device.equals(name(true, 0));
  }

  /** Where the disk sits on the PCI bus; SCSI disks have no place of their own there. */
  public static String pciAddress(String device) {
    int index = device.startsWith("/dev/vd") ? device.charAt(device.length() - 1) - 'a' : -1;
    return index < 0 ? "" : "0000:02:%02x.0".formatted(index + 1);
  }
}
