package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;

/**
 * Subscribed disks given back, once. What became of each is not looked at: the vendor's provider
 * does not either. (terraform-huaweicloud 2.4.)
 */
final class EvsUnsubscribePrepaidVolume implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("volume_ids", list(STRING)).fixed(),
          enableForceNew(),
          optional("region", STRING).forceNew());

  @Override
  public String name() {
    return "huaweicloud_evs_unsubscribe_prepaid_volume";
  }

  @Override
  public String thing() {
    return "EVS prepaid volume unsubscription";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values volumes = task.planned();
    task.post(
        "evs",
        "/v2/{project}/cloudvolumes/unsubscribe",
        Body.of("volume_ids", volumes.texts("volume_ids")));
    task.made(ListId.uuid(volumes));
  }
}
