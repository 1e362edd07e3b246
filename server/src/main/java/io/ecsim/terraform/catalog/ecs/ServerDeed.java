package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import java.util.function.BiFunction;

/**
 * Something that is done to a server once and has no more to say than to which.
 * (terraform-huaweicloud 2.2, provider-behaviour 6.)
 */
final class ServerDeed implements OneShot {
  private static final Schema TABLE =
      Schema.of(
          optionalComputed("id", STRING),
          required("server_id", STRING).fixed(),
          enableForceNew(),
          optionalComputed("region", STRING).forceNew());

  private final String deed;
  private final String thing;
  private final BiFunction<Task, String, JsonNode> act;
  private final Schema schema;

  private ServerDeed(
      String deed, String thing, BiFunction<Task, String, JsonNode> act, Schema schema) {
    this.deed = deed;
    this.thing = thing;
    this.act = act;
    this.schema = schema;
  }

  /** A deed that takes its time: its answer names a job. */
  private static ServerDeed job(String deed, String thing, BiFunction<Task, String, JsonNode> act) {
    return new ServerDeed(deed, thing, act, TABLE.timeout("create", "10m"));
  }

  /** A deed that is done at once. */
  private static ServerDeed atOnce(
      String deed, String thing, BiFunction<Task, String, JsonNode> act) {
    return new ServerDeed(deed, thing, act, TABLE);
  }

  /** Moved to another host. */
  static ServerDeed redeploy() {
    return job(
        "instance_redeploy",
        "instance redeployment",
        (task, id) -> task.post("ecs", Servers.path(id) + "/actions/redeploy", null));
  }

  /** Made to write down what its kernel has in memory. */
  static ServerDeed dump() {
    return atOnce(
        "kernel_dump_trigger",
        "kernel dump trigger",
        (task, id) -> task.post("ecs", Servers.path(id) + "/actions/trigger-crash-dump", null));
  }

  /** Its first password forgotten. */
  static ServerDeed forgetPassword() {
    return atOnce(
        "password_delete",
        "password delete",
        (task, id) -> task.delete("ecs", Servers.path(id) + "/os-server-password"));
  }

  /** Deleted from the recycle bin. */
  static ServerDeed deleteFromBin() {
    return job(
        "recycle_bin_server_delete",
        "recycle bin server delete",
        (task, id) -> task.delete("ecs", recycled(id)));
  }

  /** Taken out of the recycle bin. */
  static ServerDeed recoverFromBin() {
    return job(
        "recycle_bin_server_recover",
        "recycle bin server recover",
        (task, id) -> task.post("ecs", recycled(id) + "/actions/revert", null));
  }

  private static String recycled(String id) {
    return "/v1/{project}/recycle-bin/cloudservers/" + id;
  }

  @Override
  public String name() {
    return "huaweicloud_compute_" + deed;
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
  public void create(Creation task) {
    String server = task.planned().text("server_id");
    JsonNode accepted = act.apply(task, server);
    task.made(server);
    task.job("ecs", accepted);
  }
}
