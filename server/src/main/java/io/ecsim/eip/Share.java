package io.ecsim.eip;

/** Whom a bandwidth is for, in the API's own words. */
enum Share {
  /** One EIP, with which it comes and goes. */
  PER("bgp", 1),
  /** Several EIPs and IPv6 ports. */
  WHOLE("share", 5);

  /** The most a bandwidth can have, Mbit/s. */
  static final int MOST = 2000;

  private final String kind;
  private final int least;

  Share(String kind, int least) {
    this.kind = kind;
    this.least = least;
  }

  /** {@code bandwidth_type} of such a bandwidth. */
  String kind() {
    return kind;
  }

  /** The least it can have, Mbit/s. */
  int least() {
    return least;
  }

  /** Whether it can be charged so. */
  boolean charged(String mode) {
    return mode.equals("bandwidth") || mode.equals(this == PER ? "traffic" : "95peak_plus");
  }
}
