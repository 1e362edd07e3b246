package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;

/** Several disks made larger, once. (terraform-huaweicloud 2.4.) */
final class EvsVolumesBatchExpand implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              blocks(
                      "volumes",
                      1,
                      0,
                      required("id", STRING).fixed(),
                      required("new_size", NUMBER).fixed())
                  .fixed(),
              enableForceNew(),
              optional("is_auto_pay", BOOL).fixed(),
              optional("region", STRING).forceNew())
          .timeout("create", "10m");

  @Override
  public String name() {
    return "huaweicloud_evs_volumes_batch_expand";
  }

  @Override
  public String thing() {
    return "EVS volumes batch expansion";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values expansion = task.planned();
    List<Map<String, Object>> volumes =
        expansion.blocks("volumes").stream()
            .map(v -> Body.of("id", v.text("id"), "new_size", v.number("new_size")))
            .toList();
    JsonNode accepted =
        task.post(
            "evs",
            "/v5/{project}/volumes/batch-extend",
            Body.of(
                "bss_param",
                Body.of("is_auto_pay", expansion.isSet("is_auto_pay")),
                "volumes",
                volumes));
    task.job("evs", accepted);
    Billing.delivered(task, accepted);
    task.made(ListId.uuid(expansion));
  }
}
