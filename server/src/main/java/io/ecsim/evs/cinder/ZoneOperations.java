package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.AvailabilityZonesApi;
import io.ecsim.api.evs.CinderAvailabilityZoneInfo;
import io.ecsim.api.evs.CinderListAvailabilityZonesResponse;
import io.ecsim.api.evs.CinderZoneState;
import io.ecsim.inventory.Inventory;

/** Availability zones. */
public final class ZoneOperations implements AvailabilityZonesApi {
  private final Inventory inventory;

  public ZoneOperations(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public CinderListAvailabilityZonesResponse cinderListAvailabilityZones(Call call) {
    return list();
  }

  @Override
  public CinderListAvailabilityZonesResponse cinderListAvailabilityZonesV3(Call call) {
    return list();
  }

  private CinderListAvailabilityZonesResponse list() {
    return new CinderListAvailabilityZonesResponse(
        inventory.zones().stream()
            .map(zone -> new CinderAvailabilityZoneInfo(zone, new CinderZoneState(true)))
            .toList());
  }
}
