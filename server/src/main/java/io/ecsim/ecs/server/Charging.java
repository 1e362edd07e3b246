package io.ecsim.ecs.server;

import java.util.Map;

/** How a server is paid for: {@code charging_mode} of its metadata. */
public enum Charging {
  /** By use. */
  POSTPAID("0"),
  /** By month or year. */
  PREPAID("1"),
  /** By use, at a price that goes up and down. */
  SPOT("2");

  private static final String KEY = "charging_mode";

  private final String word;

  Charging(String word) {
    this.word = word;
  }

  /** How this server is paid for. */
  public static Charging of(Server server) {
    String said = server.system().get(KEY);
    for (Charging charging : values()) {
      if (charging.word.equals(said)) {
        return charging;
      }
    }
    return POSTPAID;
  }

  /** Writes it into the metadata that the cloud sets. */
  void into(Map<String, String> system) {
    system.put(KEY, word);
  }
}
