package io.ecsim.terraform.catalog.evs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import java.util.function.BiConsumer;

/** A disk in the recycle bin: taken out of it, or deleted for good. (terraform-huaweicloud 2.4.) */
final class EvsRecycleBinVolume implements OneShot {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("volume_id", STRING).fixed(),
          enableForceNew(),
          optionalComputed("region", STRING).forceNew());

  private final String deed;
  private final BiConsumer<Task, String> act;

  private EvsRecycleBinVolume(String deed, BiConsumer<Task, String> act) {
    this.deed = deed;
    this.act = act;
  }

  /** Deleted for good. */
  static EvsRecycleBinVolume delete() {
    return new EvsRecycleBinVolume("delete", (task, path) -> task.delete("evs", path));
  }

  /** Taken out. */
  static EvsRecycleBinVolume revert() {
    return new EvsRecycleBinVolume(
        "revert", (task, path) -> task.post("evs", path + "/revert", null));
  }

  @Override
  public String name() {
    return "huaweicloud_evs_recycle_bin_volume_" + deed;
  }

  @Override
  public String thing() {
    return "EVS recycle bin volume " + deed;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    String id = task.planned().text("volume_id");
    act.accept(task, "/v3/{project}/recycle-bin-volumes/" + id);
    task.made(id);
  }
}
