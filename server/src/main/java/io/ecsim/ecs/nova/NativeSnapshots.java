package io.ecsim.ecs.nova;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.NovaBlockDeviceMappingV2;
import io.ecsim.pack.Disks;
import io.ecsim.sim.State;

/** The snapshots that a native request wants disks of: {@code ecs-schemas.md} 15. */
final class NativeSnapshots {
  private NativeSnapshots() {}

  /**
   * The snapshot that a row of the mapping names. Whether a disk can be made from it is for the
   * disks to say.
   *
   * @param boots whether the server is to start from it
   * @throws ApiError 400 if it is not there, or cannot be what the row wants it to be
   */
  static Disks.Origin find(
      Disks disks, State state, String project, NovaBlockDeviceMappingV2 row, boolean boots) {
    if (row.destinationType() != null && !"volume".equals(row.destinationType())) {
      throw NativeWords.badRequest(
          "Block Device Mapping is Invalid: source_type snapshot cannot have destination_type %s."
              .formatted(row.destinationType()));
    }
    Disks.Origin found = row.uuid() == null ? null : disks.snapshot(state, project, row.uuid());
    if (found == null) {
      throw NativeWords.badRequest(
          "Block Device Mapping is Invalid: failed to get snapshot %s.".formatted(row.uuid()));
    }
    if (boots && !found.bootable()) {
      throw NativeWords.badRequest(
          "Block Device %s of the snapshot %s is not bootable."
              .formatted(found.disk(), found.id()));
    }
    return found;
  }
}
