package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.CinderCreateVolumeOption;
import io.ecsim.api.evs.CinderCreateVolumeRequest;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Texts;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.VolumeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a native request for a disk asks for: {@code evs-schemas.md} 2.3. Zone and type need not be
 * named: the first zone, and the first type that it has.
 */
final class NativeRequest {
  private final Inventory inventory;

  NativeRequest(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The disk that is asked for; one, however many are counted. */
  NewVolume read(CinderCreateVolumeRequest body) {
    CinderCreateVolumeOption option = body.volume();
    refuse("source_volid", option.sourceVolid());
    refuse("consistencygroup_id", option.consistencygroupId());
    refuse("source_replica", option.sourceReplica());
    refuse("disaster_recovery_azs", zones(option.disasterRecoveryAzs()));
    if (body.schedulerHints() != null) {
      refuse("dedicated_storage_id", body.schedulerHints().dedicatedStorageId());
    }
    if (option.count() != null && option.count() != 1) {
      throw new ApiError("EVS.1021", "count %s is not 1.".formatted(option.count()));
    }
    String zone = isGiven(option.availabilityZone()) ? option.availabilityZone() : firstZone();
    return new NewVolume(
        zone,
        isGiven(option.volumeType()) ? option.volumeType() : firstType(zone),
        Objects.requireNonNullElse(option.size(), 0),
        Texts.or(option.name(), ""),
        option.description(),
        1,
        null,
        given(option.snapshotId()),
        Stream.of(option.imageRef(), option.imageId())
            .filter(NativeRequest::isGiven)
            .findFirst()
            .orElse(null),
        Objects.requireNonNullElse(option.metadata(), Map.of()),
        option.multiattach(),
        option.shareable(),
        Map.of(),
        "0",
        option.iops(),
        option.throughput(),
        null);
  }

  private static void refuse(String field, String value) {
    if (isGiven(value)) {
      throw new ApiError(
          501,
          "ecsim.NotModelled",
          "ecsim does not model a native volume with %s %s.".formatted(field, value));
    }
  }

  private static String zones(List<String> zones) {
    return zones == null ? null : String.join(",", zones);
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }

  private static String given(String text) {
    return isGiven(text) ? text : null;
  }

  private String firstZone() {
    return inventory.zones().iterator().next();
  }

  private String firstType(String zone) {
    return inventory.volumeTypes().stream()
        .filter(type -> type.offeredIn(zone) && !type.soldOutIn(zone))
        .map(VolumeType::name)
        .findFirst()
        .orElse(null);
  }
}
