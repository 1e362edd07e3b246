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

/** A disk given another type, once and without waiting. (terraform-huaweicloud 2.4.) */
final class EvsVolumeRetype implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("new_type", STRING).fixed(),
          required("volume_id", STRING).fixed(),
          enableForceNew(),
          optional("iops", STRING).fixed(),
          optional("is_auto_pay", STRING).fixed(),
          optional("region", STRING).forceNew(),
          optional("throughput", STRING).fixed());

  @Override
  public String name() {
    return "huaweicloud_evs_volume_retype";
  }

  @Override
  public String thing() {
    return "EVS volume retype";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values retype = task.planned();
    task.post(
        "evs",
        "/v2/{project}/volumes/" + retype.text("volume_id") + "/retype",
        Body.of(
            "os-retype",
            Body.of(
                "new_type", retype.filled("new_type"),
                "iops", retype.filled("iops"),
                "throughput", retype.filled("throughput")),
            "bssParam",
            Body.of("isAutoPay", retype.filled("is_auto_pay"))));
    task.made(ListId.uuid(retype));
  }
}
