package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.AvailabilityZone;
import io.ecsim.api.ecs.AvailabilityZonesApi;
import io.ecsim.api.ecs.ListServerAzInfoResponse;
import io.ecsim.api.ecs.NovaAvailabilityZoneInfo;
import io.ecsim.api.ecs.NovaAvailabilityZonesApi;
import io.ecsim.api.ecs.NovaListAvailabilityZonesResponse;
import io.ecsim.api.ecs.NovaZoneState;
import io.ecsim.inventory.Inventory;
import java.util.List;

/** Availability zones, in both forms: {@code ecs-schemas.md} 14. */
public record ZoneOperations(Inventory inventory)
    implements AvailabilityZonesApi, NovaAvailabilityZonesApi {
  private static final int FORBIDDEN = 403;

  @Override
  public ListServerAzInfoResponse listServerAzInfo(Call call) {
    List<String> zones = inventory.zones();
    return new ListServerAzInfoResponse(
        zones.stream().map(zone -> shown(zone, zones.indexOf(zone) + 1)).toList());
  }

  private static AvailabilityZone shown(String zone, int number) {
    return AvailabilityZone.builder()
        .availabilityZoneId(zone)
        .alias("AZ" + number)
        .type("Core")
        .mode("shared")
        .category(0)
        .publicBorderGroup("center")
        .azGroupIds(List.of())
        .build();
  }

  @Override
  public NovaListAvailabilityZonesResponse novaListAvailabilityZones(Call call) {
    return new NovaListAvailabilityZonesResponse(
        inventory.zones().stream()
            .map(zone -> new NovaAvailabilityZoneInfo(null, zone, new NovaZoneState(true)))
            .toList());
  }

  /** Which services run where is for administrators; clients are content with the zones then. */
  @Override
  public NovaListAvailabilityZonesResponse novaListAvailabilityZonesDetail(Call call) {
    throw new ApiError(
        FORBIDDEN,
        null,
        "Policy doesn't allow os_compute_api:os-availability-zone:detail to be performed.");
  }
}
