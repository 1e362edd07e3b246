package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderListVolumeTypesResponse;
import io.ecsim.api.evs.CinderListVolumeTypesVolumeType;
import io.ecsim.api.evs.CinderShowVolumeTypeResponse;
import io.ecsim.api.evs.CinderVolumeType;
import io.ecsim.api.evs.VolumeTypesApi;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.VolumeType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Disk types: {@code evs-schemas.md} 7. */
public final class TypeOperations implements VolumeTypesApi {
  private final Inventory inventory;

  public TypeOperations(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public CinderListVolumeTypesResponse cinderListVolumeTypes(Call call) {
    return list();
  }

  @Override
  public CinderListVolumeTypesResponse cinderListVolumeTypesV3(Call call) {
    return list();
  }

  @Override
  public CinderShowVolumeTypeResponse cinderShowVolumeTypeV2(Call call, String typeId) {
    return show(typeId);
  }

  @Override
  public CinderShowVolumeTypeResponse cinderShowVolumeTypeV3(Call call, String typeId) {
    return show(typeId);
  }

  private CinderListVolumeTypesResponse list() {
    return new CinderListVolumeTypesResponse(
        inventory.volumeTypes().stream().map(TypeOperations::listed).toList());
  }

  private CinderShowVolumeTypeResponse show(String id) {
    VolumeType type = inventory.volumeType(id);
    if (type == null) {
      throw new ApiError("EVS.5404", "Volume type %s could not be found.".formatted(id));
    }
    return new CinderShowVolumeTypeResponse(shown(type));
  }

  /** A type as it is shown by itself. */
  static CinderVolumeType shown(VolumeType type) {
    return CinderVolumeType.builder()
        .id(type.id())
        .name(type.name())
        .isPublic(true)
        .qosSpecsId(QosSpecs.idOf(type))
        .extraSpecs(extraSpecs(type))
        .build();
  }

  private static CinderListVolumeTypesVolumeType listed(VolumeType type) {
    return CinderListVolumeTypesVolumeType.builder()
        .id(type.id())
        .name(type.name())
        .isPublic(true)
        .qosSpecsId(QosSpecs.idOf(type))
        .extraSpecs(extraSpecs(type))
        .build();
  }

  private static Map<String, String> extraSpecs(VolumeType type) {
    var specs = new LinkedHashMap<String, String>();
    specs.put("volume_backend_name", type.name());
    if (!type.zones().isEmpty()) {
      specs.put("availability-zone", type.zones().get(0));
      specs.put("HW:availability_zone", type.zones().get(0));
    }
    specs.put("RESKEY:availability_zones", String.join(",", type.zones()));
    specs.put("os-vendor-extended:sold_out_availability_zones", String.join(",", type.soldOut()));
    return specs;
  }
}
