package io.ecsim.inventory;

/**
 * A block of IPv4 addresses.
 *
 * @param network its first address
 * @param bits how many leading bits all its addresses share
 */
public record Cidr(long network, int bits) {
  private static final int ADDRESS_BITS = 32;

  /** The block that a text like {@code 192.168.0.0/24} means; null if none, or with host bits. */
  public static Cidr parse(String text) {
    int slash = text == null ? -1 : text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,2}")) {
      return null;
    }
    long network = address(text.substring(0, slash));
    int bits = Integer.parseInt(text.substring(slash + 1));
    if (network < 0 || bits > ADDRESS_BITS) {
      return null;
    }
    Cidr cidr = new Cidr(network, bits);
    return network % cidr.size() == 0 ? cidr : null;
  }

  /** The address that a dotted text means, or -1. */
  public static long address(String text) {
    String[] parts = text == null ? new String[0] : text.split("\\.", -1);
    if (parts.length != 4) {
      return -1;
    }
    long address = 0;
    for (String part : parts) {
      if (!part.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(part) > 255) {
        return -1;
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return address;
  }

  /** An address as dotted text. */
  public static String text(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** How many addresses it has. */
  public long size() {
    return 1L << (ADDRESS_BITS - bits);
  }

  /** Its last address: the one for broadcasts. */
  public long last() {
    return network + size() - 1;
  }

  /** Whether an address lies in it. */
  public boolean contains(long address) {
    return network <= address && address <= last();
  }

  /** Whether all addresses of another block lie in it. */
  public boolean contains(Cidr other) {
    return contains(other.network) && contains(other.last());
  }

  /** Whether the blocks have an address in common. */
  public boolean overlaps(Cidr other) {
    return contains(other.network) || other.contains(network);
  }

  @Override
  public String toString() {
    return text(network) + "/" + bits;
  }
}
