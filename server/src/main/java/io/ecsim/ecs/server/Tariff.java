package io.ecsim.ecs.server;

import io.ecsim.sim.Ids;
import java.util.Map;

/**
 * On what terms a server is paid for, as the metadata that the cloud sets say it: {@code
 * ecs-lifecycle.md} a.
 *
 * @param charging how it is paid for
 * @param order the order that pays for it by month or year, else null
 */
public record Tariff(Charging charging, String order) {
  /** What most servers have. */
  public static final Tariff BY_USE = new Tariff(Charging.POSTPAID, null);

  /** A spot server's. */
  public static final Tariff SPOT = new Tariff(Charging.SPOT, null);

  private static final String ORDER = "metering.order_id";
  private static final String PRODUCT = "metering.product_id";

  /** Paid for by month or year. */
  public static Tariff by(String order) {
    return new Tariff(Charging.PREPAID, order);
  }

  /** On what terms this server is paid for. */
  public static Tariff of(Server server) {
    return new Tariff(Charging.of(server), server.system().get(ORDER));
  }

  /** Writes it into the metadata that the cloud sets. */
  public void into(Map<String, String> system, String flavor) {
    charging.into(system);
    if (order != null) {
      system.put(ORDER, order);
      system.put(PRODUCT, Ids.hex(flavor, "product"));
    }
  }

  /** Whether it is paid for by month or year. */
  public boolean byPeriod() {
    return charging == Charging.PREPAID;
  }
}
