package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;

/**
 * A disk taken back to what it was when a snapshot of it was made. Nothing waits for it: a roll
 * back that fails later is seen in the status of the disk. (terraform-huaweicloud 2.4,
 * provider-behaviour 6.)
 */
final class EvsSnapshotRollback implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("snapshot_id", STRING).forceNew(),
          required("volume_id", STRING).forceNew(),
          optional("name", STRING).forceNew(),
          optional("region", STRING).forceNew());

  @Override
  public String name() {
    return "huaweicloud_evs_snapshot_rollback";
  }

  @Override
  public String thing() {
    return "EVS snapshot rollback";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values rollback = task.planned();
    String snapshot = rollback.text("snapshot_id");
    task.post(
        "evs",
        "/v2/{project}/cloudsnapshots/" + snapshot + "/rollback",
        Body.of(
            "rollback",
            Body.of("volume_id", rollback.text("volume_id"), "name", rollback.filled("name"))));
    task.made(snapshot);
  }
}
