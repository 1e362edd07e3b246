package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.catalog.plain.OneAnswer;
import io.ecsim.terraform.schema.Schema;

/** Data sources that show one answer as it is. (terraform-huaweicloud 2.5.) */
final class EvsAnswers {
  private EvsAnswers() {}

  /** What becomes of disks that are deleted. */
  static OneAnswer recycleBinPolicy() {
    return new OneAnswer(
        "huaweicloud_evs_recycle_bin_policy",
        "evs",
        "/v3/{project}/recycle-bin-volumes/policy",
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed("keep_time", NUMBER),
            computed("switch", BOOL),
            computed("threshold_time", NUMBER)));
  }

  /** A disk in the recycle bin. */
  static OneAnswer recycleBinVolume() {
    return new OneAnswer(
        "huaweicloud_evs_recycle_bin_volume_detail",
        "evs",
        "/v3/{project}/recycle-bin-volumes/{volume_id}",
        Schema.of(
            optionalComputed("id", STRING),
            required("volume_id", STRING),
            optionalComputed("region", STRING),
            computed("volume", list(VolumeParts.RECYCLED))));
  }

  /** The metadata of a snapshot. */
  static OneAnswer snapshotMetadata() {
    return new OneAnswer(
        "huaweicloud_evs_snapshot_metadata",
        "evs",
        "/v3/{project}/snapshots/{snapshot_id}/metadata",
        Schema.of(
            optionalComputed("id", STRING),
            required("snapshot_id", STRING),
            optionalComputed("region", STRING),
            computed("metadata", map(STRING))));
  }

  /** The tags of a disk. */
  static OneAnswer volumeTags() {
    return new OneAnswer(
        "huaweicloud_evs_volume_tags",
        "evs",
        "/v2/{project}/cloudvolumes/{volume_id}/tags",
        Schema.of(
            optionalComputed("id", STRING),
            required("volume_id", STRING),
            optionalComputed("region", STRING),
            computed("tags", list(texts("key", "value")))));
  }
}
