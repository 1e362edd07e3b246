package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;

/**
 * A disk taken back to a snapshot by version 5 of the API, without waiting for its job. The disk is
 * not among what is fixed: another one is written down, and nothing else happens.
 * (terraform-huaweicloud 2.4, provider-behaviour 6.)
 */
final class EvsSnapshotV5Rollback implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("snapshot_id", STRING).fixed(),
          required("volume_id", STRING),
          enableForceNew().forceNew(),
          optional("name", STRING).fixed(),
          optional("region", STRING).forceNew());

  @Override
  public String name() {
    return "huaweicloud_evsv5_snapshot_rollback";
  }

  @Override
  public String thing() {
    return "EVS v5 snapshot rollback";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values rollback = task.planned();
    task.post(
        "evs",
        "/v5/{project}/snapshots/" + rollback.text("snapshot_id") + "/rollback",
        Body.of(
            "rollback",
            Body.of("volume_id", rollback.text("volume_id"), "name", rollback.filled("name"))));
    task.made(ListId.uuid(rollback));
  }
}
