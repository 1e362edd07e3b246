package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.schema.NestedBlock.blocks;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.NestedBlock;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.Map;

/**
 * The operating system of a server changed or installed anew, once. (terraform-huaweicloud 2.2,
 * provider-behaviour 6.)
 */
final class ComputeOs implements OneShot {
  private static final NestedBlock METADATA =
      blocks(
              "metadata",
              0,
              1,
              optional("__system__cmkid", STRING).fixed(),
              optional("__system__encrypted", STRING).fixed(),
              optional("user_data", STRING).fixed())
          .fixed();

  private static final Attribute PASSWORD = optional("adminpass", STRING).fixed().sensitive();
  private static final Attribute KEY = optional("keyname", STRING).fixed();
  private static final Attribute MODE = optional("mode", STRING).fixed();
  private static final Attribute USER = optional("userid", STRING).fixed();

  private final String deed;
  private final String thing;
  private final Schema schema;

  private ComputeOs(String deed, String thing, NestedBlock block) {
    this.deed = deed;
    this.thing = thing;
    this.schema =
        Schema.of(
                optionalComputed("id", STRING),
                required("cloud_init_installed", STRING).fixed().oneOf("true", "false"),
                block,
                required("server_id", STRING).fixed(),
                enableForceNew(),
                optionalComputed("region", STRING).forceNew())
            .timeout("create", "10m");
  }

  /** Changed to another image's. */
  static ComputeOs change() {
    return new ComputeOs(
        "change",
        "OS change",
        blocks(
                "os_change",
                1,
                1,
                required("imageid", STRING).fixed(),
                PASSWORD,
                KEY,
                METADATA,
                MODE,
                USER)
            .fixed());
  }

  /** Installed anew. */
  static ComputeOs reinstall() {
    return new ComputeOs(
        "reinstall",
        "OS reinstall",
        blocks("os_reinstall", 1, 1, PASSWORD, KEY, METADATA, MODE, USER).fixed());
  }

  @Override
  public String name() {
    return "huaweicloud_compute_os_" + deed;
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
    Values order = task.planned();
    String server = order.text("server_id");
    boolean initialised = order.text("cloud_init_installed").equals("true");
    JsonNode accepted =
        task.post(
            "ecs",
            (initialised ? "/v2" : "/v1") + "/{project}/cloudservers/" + server + "/" + deed + "os",
            Body.of("os-" + deed, body(order.block("os_" + deed))));
    task.made(server);
    task.job("ecs", accepted);
  }

  private Map<String, Object> body(Values block) {
    Values metadata = block.block("metadata");
    return Body.of(
        "imageid", block.filled("imageid"),
        "adminpass", block.filled("adminpass"),
        "keyname", block.filled("keyname"),
        "userid", block.filled("userid"),
        "mode", block.filled("mode"),
        // A change may have to be paid for; to install anew never has.
        "isAutoPay", deed.equals("change") ? "true" : null,
        "metadata",
            Body.of(
                "user_data", metadata.filled("user_data"),
                "__system__encrypted", metadata.filled("__system__encrypted"),
                "__system__cmkid", metadata.filled("__system__cmkid")));
  }
}
