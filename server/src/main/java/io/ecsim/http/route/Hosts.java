package io.ecsim.http.route;

import java.util.Locale;

/** What the name of a host alone tells. */
public final class Hosts {
  private static final String CLOUD = ".myhuaweicloud.";

  private Hosts() {}

  /** Whether it is a host of the cloud, which names its service by its first label. */
  public static boolean isOfCloud(String host) {
    return lower(host).contains(CLOUD);
  }

  /** Whether it is this machine, as it calls itself. */
  public static boolean isLocal(String host) {
    String name = lower(host).replace("[", "").replace("]", "");
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || name.matches("127\\.[0-9.]+");
  }

  /** The first of several labels; of a single one nothing. */
  static String firstLabel(String host) {
    String name = lower(host);
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static String lower(String host) {
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
