package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.list;
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

  private VolumeParts() {}
}
