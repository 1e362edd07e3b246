package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.enableForceNew;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.OneShot;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Schema;
import java.util.Map;

/**
 * Something that the cloud is going to do with a server, put off or agreed to, once.
 * (terraform-huaweicloud 2.2, provider-behaviour 6.)
 */
final class ScheduledEventDeed implements OneShot {
  private static final String PATH = "/v3/{project}/instance-scheduled-events/";

  private final String deed;
  private final boolean update;
  private final Schema schema;

  private ScheduledEventDeed(String deed, boolean update, Attribute notBefore) {
    this.deed = deed;
    this.update = update;
    this.schema =
        Schema.of(
            optionalComputed("id", STRING),
            required("event_id", STRING).fixed(),
            notBefore.fixed(),
            enableForceNew(),
            optionalComputed("region", STRING).forceNew());
  }

  /** Agreed to. */
  static ScheduledEventDeed accept() {
    return new ScheduledEventDeed("accept", false, optional("not_before", STRING));
  }

  /** Put off. */
  static ScheduledEventDeed update() {
    return new ScheduledEventDeed("update", true, required("not_before", STRING));
  }

  @Override
  public String name() {
    return "huaweicloud_compute_scheduled_event_" + deed;
  }

  @Override
  public String thing() {
    return "scheduled event " + deed;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void create(Creation task) {
    String event = task.planned().text("event_id");
    Map<String, Object> body = Body.of("not_before", task.planned().filled("not_before"));
    if (update) {
      task.put("ecs", PATH + event, body);
    } else {
      task.post("ecs", PATH + event + "/actions/accept", body);
    }
    task.made(event);
  }
}
