package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Schema;

/**
 * A disk taken from another project, by either version of the API. (terraform-huaweicloud 2.4,
 * provider-behaviour 6.)
 */
final class EvsVolumeTransferAccepter implements OneShot {
  private final String name;
  private final String path;
  private final Schema schema;

  private EvsVolumeTransferAccepter(String name, String path, Schema schema) {
    this.name = name;
    this.path = path;
    this.schema = schema;
  }

  /** By version 2. */
  static EvsVolumeTransferAccepter v2() {
    return new EvsVolumeTransferAccepter(
        "huaweicloud_evs_volume_transfer_accepter",
        "/v2/{project}/os-volume-transfer/",
        Schema.of(
            optionalComputed("id", STRING),
            required("auth_key", STRING).forceNew().sensitive(),
            required("transfer_id", STRING).forceNew(),
            optionalComputed("region", STRING).forceNew()));
  }

  /** By version 3. */
  static EvsVolumeTransferAccepter v3() {
    return new EvsVolumeTransferAccepter(
        "huaweicloud_evsv3_volume_transfer_accepter",
        "/v3/{project}/os-volume-transfer/",
        Schema.of(
            optionalComputed("id", STRING),
            required("auth_key", STRING).fixed().sensitive(),
            required("transfer_id", STRING).fixed(),
            enableForceNew(),
            optionalComputed("region", STRING).forceNew()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String thing() {
    return "EVS volume transfer accepter";
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void create(Creation task) {
    JsonNode accepted =
        task.post(
            "evs",
            path + task.planned().text("transfer_id") + "/accept",
            Body.of("accept", Body.of("auth_key", task.planned().text("auth_key"))));
    task.made(accepted.path("transfer").path("id").asText());
  }
}
