package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The snapshot that a disk is to be made from.
 *
 * @param id its id
 * @param disk its own disk, from which the new one takes what a snapshot does not say
 */
record SnapshotSource(String id, Volume disk) {

  /** The source of these disks, or null if they want no snapshot; refuses one that is not fit. */
  static SnapshotSource of(State state, String project, NewVolume wanted) {
    if (wanted.snapshot() == null) {
      return null;
    }
    Resource<Snapshot> snapshot = state.find(SnapshotTable.SNAPSHOTS, project, wanted.snapshot());
    if (snapshot == null) {
      throw new ApiError("EVS.2045", "There is no snapshot %s.".formatted(wanted.snapshot()));
    }
    if (!((SnapshotStatus) snapshot.status()).yieldsDisks()) {
      throw new ApiError(
          "EVS.2043",
          "The snapshot %s is %s; it must be available or backing-up."
              .formatted(snapshot.id(), snapshot.status().label()));
    }
    Volume disk = SnapshotTable.disk(state, snapshot.spec()).spec();
    same("EVS.2054", "availability_zone", wanted.zone(), disk.zone());
    same("EVS.2096", "volume_type", wanted.type(), disk.type());
    if (wanted.size() > 0 && wanted.size() < snapshot.spec().size()) {
      throw new ApiError(
          "EVS.1010",
          "size %s is less than %s, the size of the snapshot %s."
              .formatted(wanted.size(), snapshot.spec().size(), snapshot.id()));
    }
    return new SnapshotSource(snapshot.id(), disk);
  }

  private static void same(String code, String field, String wanted, String has) {
    if (!has.equals(wanted)) {
      throw new ApiError(
          code, "%s %s is not that of the snapshot's disk: %s.".formatted(field, wanted, has));
    }
  }

  /** The metadata of a disk made from it: what is encrypted stays so. */
  Map<String, String> metadata(Map<String, String> wanted) {
    var metadata = new LinkedHashMap<>(wanted);
    List.of(MetadataRules.ENCRYPTED, MetadataRules.KEY).stream()
        .filter(disk.metadata()::containsKey)
        .forEach(key -> metadata.put(key, disk.metadata().get(key)));
    return metadata;
  }
}
