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

import io.ecsim.terraform.catalog.plain.WholeList;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Type;

/** Data sources that show a list as it is. (terraform-huaweicloud 2.5.) */
final class EvsLists {
  private EvsLists() {}

  /** Disks in the recycle bin. */
  static WholeList recycleBinVolumes() {
    return new WholeList(
        "huaweicloud_evs_recycle_bin_volumes_detail",
        "evs",
        "/v3/{project}/recycle-bin-volumes/detail?limit=1000",
        "volumes",
        Schema.of(
            optionalComputed("id", STRING),
            optional("availability_zone", STRING),
            optional("name", STRING),
            optionalComputed("region", STRING),
            optional("service_type", STRING),
            optional("status", STRING),
            computed("volumes", list(VolumeParts.RECYCLED))));
  }

  /** Snapshots, from the native API. */
  static WholeList snapshots() {
    Type snapshot =
        texts("created_at", "description", "id", "name", "status", "updated_at", "volume_id")
            .and("metadata", map(STRING))
            .and("size", NUMBER);
    return new WholeList(
        "huaweicloud_evsv3_snapshots",
        "evs",
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

  /** Offers of disks, from version 2. */
  static WholeList transfers() {
    return transfers(
        "evs_volume_transfers",
        "/v2/{project}/os-volume-transfer?limit=20",
        texts("id", "name", "volume_id"));
  }

  /** Offers of disks, from version 3. */
  static WholeList transfersV3() {
    return transfers(
        "evsv3_volume_transfers",
        "/v3/{project}/os-volume-transfer",
        texts("id", "name", "volume_id").and("links", VolumeParts.LINKS));
  }

  /** Offers of disks, with more about each. */
  static WholeList transferDetails() {
    return transfers(
        "evsv3_volume_transfer_details",
        "/v3/{project}/os-volume-transfer/detail",
        texts("created_at", "id", "name", "volume_id").and("links", VolumeParts.LINKS));
  }

  private static WholeList transfers(String name, String path, Type transfer) {
    return new WholeList(
        "huaweicloud_" + name,
        "evs",
        path,
        "transfers",
        Schema.of(
            optionalComputed("id", STRING),
            optionalComputed("region", STRING),
            computed("transfers", list(transfer))));
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
        "evs",
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
