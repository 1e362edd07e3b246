package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.CinderCreateVolumeOption;
import io.ecsim.api.evs.CinderCreateVolumeRequest;
import io.ecsim.evs.disk.NewVolume;
import io.ecsim.evs.disk.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a native request for a disk asks for: {@code evs-schemas.md} 2.3. Zone and type need not be
 * named, nor the size where there is a source.
 */
final class NativeRequest {
  private NativeRequest() {}

  /** The disk that is asked for; one, however many are counted. */
  static NewVolume read(CinderCreateVolumeRequest body) {
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
    return new NewVolume(
        given(option.availabilityZone()),
        given(option.volumeType()),
        NewVolume.size(option.size(), isGiven(option.snapshotId()) || isGiven(option.backupId())),
        Texts.or(option.name(), ""),
        option.description(),
        1,
        given(option.backupId()),
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
}
