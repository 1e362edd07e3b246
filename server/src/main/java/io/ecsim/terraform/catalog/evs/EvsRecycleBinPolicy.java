package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;

/** What becomes of disks that are deleted, said once. (terraform-huaweicloud 2.4.) */
final class EvsRecycleBinPolicy implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          enableForceNew().forceNew(),
          optional("keep_time", NUMBER).fixed(),
          optionalComputed("region", STRING).forceNew(),
          optional("switch", BOOL).fixed(),
          optional("threshold_time", NUMBER).fixed());

  @Override
  public String name() {
    return "huaweicloud_evs_recycle_bin_policy";
  }

  @Override
  public String thing() {
    return "EVS recycle bin policy";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values policy = task.planned();
    task.put(
        "evs",
        "/v3/{project}/recycle-bin-volumes/policy",
        Body.of(
            "switch", policy.isSet("switch"),
            "threshold_time", policy.number("threshold_time"),
            "keep_time", policy.number("keep_time")));
    task.made(ListId.uuid(policy));
  }
}
