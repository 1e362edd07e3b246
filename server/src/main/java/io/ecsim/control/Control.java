package io.ecsim.control;

import io.ecsim.api.Route;
import io.ecsim.api.control.ControlRoutes;
import io.ecsim.sim.Worlds;
import java.util.List;
import java.util.function.ToIntFunction;

/** The control API of one server. */
public final class Control {
  private Control() {}

  /**
   * What answers {@code /_ecsim}.
   *
   * @param version the version that health tells
   * @param region the region that health tells
   * @param ports the port by which one comes to a world
   */
  public static List<Route> routes(
      Worlds worlds,
      Exhibits exhibits,
      FaultReader faults,
      String version,
      String region,
      ToIntFunction<String> ports) {
    return ControlRoutes.of(
        new ClockControl(new Await(exhibits)),
        new FaultsControl(faults),
        new HealthControl(version, region),
        new JournalControl(exhibits),
        new LifecyclesControl(exhibits),
        new StateControl(exhibits),
        new WorldsControl(worlds, ports));
  }
}
