package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.map;
import static io.ecsim.terraform.value.Type.texts;

import io.ecsim.terraform.value.Type;

/** Types of what disks are shown with, in more than one place. */
final class VolumeParts {
  static final Type LINKS = list(texts("href", "rel"));

  static final Type ATTACHMENTS =
      list(
          texts(
              "attached_at",
              "attachment_id",
              "device",
              "host_name",
              "id",
              "server_id",
              "volume_id"));

  static final Type PERFORMANCE =
      list(texts("id", "volume_id").and("frozened", BOOL).and("total_val", NUMBER));

  /** A disk in the recycle bin. */
  static final Type RECYCLED =
      texts(
              "availability_zone",
              "bootable",
              "created_at",
              "dedicated_storage_id",
              "dedicated_storage_name",
              "description",
              "enterprise_project_id",
              "id",
              "name",
              "plan_delete_at",
              "pre_deleted_at",
              "service_type",
              "status",
              "updated_at",
              "volume_type",
              "wwn")
          .and("attachments", ATTACHMENTS)
          .and("metadata", map(STRING))
          .and("multiattach", BOOL)
          .and("size", NUMBER)
          .and("tags", map(STRING))
          .and("volume_image_metadata", map(STRING));

  private VolumeParts() {}
}
