package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Metadata of a disk or of a snapshot: the keys that are written here and no others.
 * (terraform-huaweicloud 2.4, provider-behaviour 3.2.)
 */
final class EvsMetadata implements ResourceType {
  private final String name;
  private final String thing;
  private final String owner;
  private final String path;
  private final Schema schema;

  private EvsMetadata(String name, String thing, String owner, String path) {
    this.name = name;
    this.thing = thing;
    this.owner = owner;
    this.path = path;
    this.schema =
        Schema.of(
            optionalComputed("id", STRING),
            required(owner, STRING).fixed(),
            required("metadata", map(STRING)),
            enableForceNew(),
            optionalComputed("region", STRING).forceNew());
  }

  /** Of a disk. */
  static EvsMetadata ofVolumes() {
    return new EvsMetadata(
        "huaweicloud_evs_volume_metadata",
        "EVS volume metadata",
        "volume_id",
        "/v3/{project}/volumes/");
  }

  /** Of a snapshot. */
  static EvsMetadata ofSnapshots() {
    return new EvsMetadata(
        "huaweicloud_evs_snapshot_metadata",
        "EVS snapshot metadata",
        "snapshot_id",
        "/v3/{project}/snapshots/");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String thing() {
    return thing;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean isImportable() {
    return false;
  }

  private String path(String id) {
    return path + id + "/metadata";
  }

  private static Map<String, Object> body(Values arguments) {
    // An empty map is sent as well: it takes all away.
    return Map.of("metadata", arguments.map("metadata"));
  }

  @Override
  public void create(Creation task) {
    String id = task.planned().text(owner);
    task.post("evs", path(id), body(task.planned()));
    task.made(id);
  }

  @Override
  public Found read(Reading task) {
    Map<String, String> known = task.current().map("metadata");
    Map<String, String> there = new LinkedHashMap<>();
    for (String key : known.keySet()) {
      try {
        JsonNode meta = task.get("evs", path(task.id()) + "/" + Url.segment(key)).path("meta");
        there.put(key, meta.path(key).asText());
      } catch (ApiFailure failure) {
        if (!failure.isNotFound()) {
          throw failure;
        }
      }
    }
    return there.isEmpty() && !known.isEmpty()
        ? null
        : Found.nothing().with("region", task.region()).with("metadata", there);
  }

  @Override
  public void update(Change task) {
    task.when(() -> task.put("evs", path(task.id()), body(task.planned())), "metadata");
  }

  @Override
  public void delete(Deletion task) {
    for (String key : task.prior().map("metadata").keySet()) {
      try {
        task.delete("evs", path(task.id()) + "/" + Url.segment(key));
      } catch (ApiFailure failure) {
        if (!failure.isNotFound()) {
          throw failure;
        }
      }
    }
  }
}
