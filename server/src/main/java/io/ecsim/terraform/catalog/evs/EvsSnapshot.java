package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.NUMBER;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Member;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Unknown;
import io.ecsim.terraform.value.Values;
import java.util.stream.Stream;

/**
 * A snapshot of a disk, made through EVS's own API or through the native one.
 * (terraform-huaweicloud 2.4, provider-behaviour 3.2.)
 */
final class EvsSnapshot implements ResourceType {
  private final String name;
  private final String path;
  private final boolean isNative;
  private final Schema schema;

  private EvsSnapshot(String name, String path, boolean isNative, Member... more) {
    this.name = name;
    this.path = path;
    this.isNative = isNative;
    Stream<Member> rows =
        Stream.of(
            optionalComputed("id", STRING),
            required("name", STRING),
            lasting(required("volume_id", STRING)),
            optional("description", STRING),
            optional("force", BOOL).byDefault(false),
            lasting(optionalComputed("metadata", map(STRING)).addedTo()),
            optionalComputed("metadata_origin", map(STRING)).settled(),
            optionalComputed("region", STRING).forceNew(),
            computed("created_at", STRING),
            computed("size", NUMBER),
            computed("status", STRING),
            computed("updated_at", STRING).changesOnUpdate());
    this.schema =
        Schema.of(Stream.concat(rows, Stream.of(more)).toArray(Member[]::new))
            .timeout("create", "10m")
            .timeout("delete", "3m");
  }

  /** Through EVS's own API: what lasts is replaced, and a description cannot be taken away. */
  static EvsSnapshot own() {
    return new EvsSnapshot("huaweicloud_evs_snapshot", "/v2/{project}/cloudsnapshots", false);
  }

  /** Through the native API: what lasts is fixed. */
  static EvsSnapshot ofCinder() {
    return new EvsSnapshot(
        "huaweicloud_evsv3_snapshot", "/v3/{project}/snapshots", true, enableForceNew());
  }

  private Attribute lasting(Attribute row) {
    return isNative ? row.fixed() : row.forceNew();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String thing() {
    return "EVS snapshot";
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void create(Creation task) {
    Values snapshot = task.planned();
    JsonNode accepted =
        task.post(
            "evs",
            path,
            Body.of(
                "snapshot",
                Body.of(
                    "volume_id", snapshot.text("volume_id"),
                    "name", snapshot.filled("name"),
                    "description", snapshot.filled("description"),
                    "metadata", snapshot.map("metadata"),
                    "force", snapshot.isSet("force") ? true : null)));
    task.made(accepted.path("snapshot").path("id").asText());
    task.until(
        "snapshot " + task.id() + " to become available",
        () -> {
          String status = status(task, task.id());
          if (status.equals("error")) {
            throw Problem.error("unexpected status (error)", "snapshot: " + task.id());
          }
          return status.equals("available") ? status : null;
        });
  }

  private String status(Task task, String id) {
    return task.get("evs", path + "/" + id).path("snapshot").path("status").asText();
  }

  @Override
  public Found read(Reading task) {
    Found found =
        Found.of(task.get("evs", path + "/" + task.id()).path("snapshot"))
            .with("region", task.region());
    if (task.current().get("metadata_origin") == Unknown.UNKNOWN) {
      found.with("metadata_origin", task.current().map("metadata"));
    }
    return found;
  }

  @Override
  public void update(Change task) {
    Values snapshot = task.planned();
    String description = isNative ? text(snapshot) : snapshot.filled("description");
    task.always(
        () ->
            task.put(
                "evs",
                path + "/" + task.id(),
                Body.of(
                    "snapshot",
                    Body.of("name", snapshot.text("name"), "description", description))),
        "name",
        "description",
        "force");
  }

  private static String text(Values snapshot) {
    return snapshot.has("description") ? snapshot.text("description") : "";
  }

  @Override
  public void delete(Deletion task) {
    task.delete("evs", path + "/" + task.id());
    task.untilGone(
        "snapshot " + task.id(),
        () -> {
          if (status(task, task.id()).equals("error_deleting")) {
            throw Problem.error(
                "unexpected status (error_deleting)",
                "snapshot: " + task.id() + "\nThe cloud accepted its deletion and then failed.");
          }
        });
  }
}
