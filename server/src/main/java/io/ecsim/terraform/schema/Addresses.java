package io.ecsim.terraform.schema;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Reads addresses; a name is never looked up. */
final class Addresses {
  private static final Pattern FOUR =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Addresses() {}

  static boolean is4(String text) {
    return FOUR.matcher(text).matches();
  }

  static boolean is6(String text) {
    return SIX.matcher(text).matches() && bytes(text) != null;
  }

  static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return false;
    }
    String address = text.substring(0, slash);
    byte[] bytes = is4(address) || is6(address) ? bytes(address) : null;
    int prefix = Integer.parseInt(text.substring(slash + 1));
    if (bytes == null || prefix > bytes.length * 8) {
      return false;
    }
    int host = bytes.length * 8 - prefix;
    return new BigInteger(1, bytes).mod(BigInteger.ONE.shiftLeft(host)).signum() == 0;
  }

  private static byte[] bytes(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
