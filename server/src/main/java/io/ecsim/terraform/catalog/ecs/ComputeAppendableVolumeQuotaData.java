package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;

/** How many more disks a server could take. (terraform-huaweicloud 2.3.) */
final class ComputeAppendableVolumeQuotaData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("server_id", STRING),
          optionalComputed("region", STRING),
          computed("free_blk", NUMBER),
          computed("free_scsi", NUMBER),
          computed("quota_count", NUMBER));

  @Override
  public String name() {
    return "huaweicloud_compute_appendable_volume_quota";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    JsonNode quota =
        query.get("ecs", Servers.path(query.config().text("server_id")) + "/appendvolumequota");
    return Found.of(quota)
        .with("id", ListId.uuid(quota))
        .with("region", query.region())
        .with("quota_count", quota.path("count"));
  }
}
