package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;

/** Data sources that show a list as it is. (terraform-huaweicloud 2.5.) */
final class EvsLists {
  private EvsLists() {}

  /** Snapshots, from the native API. */
  static WholeList snapshots() {
    Type snapshot =
        texts("created_at", "description", "id", "name", "status", "updated_at", "volume_id")
            .and("metadata", map(STRING))
            .and("size", NUMBER);
    return new WholeList(
        "huaweicloud_evsv3_snapshots",
        "/v3/{project}/snapshots/detail",
        "snapshots",
        Schema.of(
            optionalComputed("id", STRING),
            optional("name", STRING),
            optionalComputed("region", STRING),
            optional("status", STRING),
            optional("volume_id", STRING),
            computed("snapshots", list(snapshot))));
  }

  /** Disks, from the native API. */
  static WholeList volumes() {
    Type volume =
        texts(
                "availability_zone",
                "bootable",
                "created_at",
                "description",
                "id",
                "name",
                "snapshot_id",
                "snapshot_policy_id",
                "status",
                "updated_at",
                "volume_type")
            .and("attachments", VolumeParts.ATTACHMENTS)
            .and("iops", list(texts("frozened", "id", "total_val", "volume_id")))
            .and("links", VolumeParts.LINKS)
            .and("metadata", map(STRING))
            .and("multiattach", BOOL)
            .and("size", NUMBER)
            .and("throughput", VolumeParts.PERFORMANCE)
            .and("volume_image_metadata", map(STRING));
    return new WholeList(
        "huaweicloud_evsv3_volumes",
        "/v3/{project}/volumes/detail",
        "volumes",
        Schema.of(
            optionalComputed("id", STRING),
            optional("availability_zone", STRING),
            optional("metadata", STRING),
            optional("name", STRING),
            optional("region", STRING),
            optional("sort_dir", STRING),
            optional("sort_key", STRING),
            optional("status", STRING),
            computed("volumes", list(volume))));
  }
}
