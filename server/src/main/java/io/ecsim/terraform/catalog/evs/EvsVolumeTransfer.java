package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.schema.Schema;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The offer of a disk to another project, by either version of the API. Once it is accepted it is
 * gone, and would be planned again. (terraform-huaweicloud 2.4, provider-behaviour 3.2.)
 */
final class EvsVolumeTransfer implements ResourceType {
  private final String name;
  private final String path;
  private final boolean isNewer;
  private final Schema schema;

  private EvsVolumeTransfer(String name, String path, boolean isNewer, Schema schema) {
    this.name = name;
    this.path = path;
    this.isNewer = isNewer;
    this.schema = schema;
  }

  /** By version 2: any change makes another offer. */
  static EvsVolumeTransfer v2() {
    return new EvsVolumeTransfer(
        "huaweicloud_evs_volume_transfer",
        "/v2/{project}/os-volume-transfer",
        false,
        Schema.of(
            optionalComputed("id", STRING),
            required("name", STRING).forceNew(),
            required("volume_id", STRING).forceNew(),
            optionalComputed("region", STRING).forceNew(),
            computed("auth_key", STRING).sensitive(),
            computed("created_at", STRING)));
  }

  /** By version 3: an offer is fixed. */
  static EvsVolumeTransfer v3() {
    return new EvsVolumeTransfer(
        "huaweicloud_evsv3_volume_transfer",
        "/v3/{project}/os-volume-transfer",
        true,
        Schema.of(
            optionalComputed("id", STRING),
            required("name", STRING).fixed(),
            required("volume_id", STRING).fixed(),
            enableForceNew(),
            optionalComputed("region", STRING).forceNew(),
            computed("auth_key", STRING).sensitive(),
            computed("created_at", STRING),
            computed("links", VolumeParts.LINKS)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String thing() {
    return "EVS volume transfer";
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean isImportable() {
    return isNewer;
  }

  @Override
  public void create(Creation task) {
    JsonNode transfer =
        task.post(
                "evs",
                path,
                Body.of(
                    "transfer",
                    Body.of(
                        "name", task.planned().text("name"),
                        "volume_id", task.planned().text("volume_id"))))
            .path("transfer");
    task.made(transfer.path("id").asText());
    task.told("auth_key", transfer.path("auth_key"));
  }

  @Override
  public Found read(Reading task) {
    JsonNode transfer = task.get("evs", path + "/" + task.id()).path("transfer");
    Found found = Found.of(transfer).with("region", task.region());
    return isNewer
        ? found
        : found.with("created_at", withZone(transfer.path("created_at").asText()));
  }

  /** The cloud's time has no zone and fractions of a second; version 2 shows neither. */
  private static String withZone(String time) {
    return LocalDateTime.parse(time)
        .truncatedTo(ChronoUnit.SECONDS)
        .toInstant(ZoneOffset.UTC)
        .toString();
  }

  @Override
  public void update(Change task) {}

  @Override
  public void delete(Deletion task) {
    task.delete("evs", path + "/" + task.id());
  }
}
