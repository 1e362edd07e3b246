package io.ecsim.terraform.catalog.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.value.Values;
import java.util.function.Supplier;

/** Disks as the cloud tells of them. (terraform-huaweicloud 2.4.) */
public final class Volumes {
  private Volumes() {}

  /** The disk of this id. */
  public static JsonNode get(Task task, String id) {
    return task.get("evs", "/v2/{project}/cloudvolumes/" + id).path("volume");
  }

  /** Waits for a status in which nothing is under way. */
  public static void settled(Task task, String id) {
    settled(task, id, () -> get(task, id));
  }

  /** Waits for a status in which nothing is under way, where this is how to look at the disk. */
  static void settled(Task task, String id, Supplier<JsonNode> look) {
    task.until(
        "volume " + id + " to become available or in-use",
        () -> {
          String status = look.get().path("status").asText();
          if (status.startsWith("error")) {
            throw Problem.error("unexpected status (" + status + ")", "volume: " + id);
          }
          return status.equals("available") || status.equals("in-use") ? status : null;
        });
  }

  /** Detaches a disk from all servers that have it. */
  static void detach(Task task, JsonNode volume) {
    String path = "/detachvolume/" + volume.path("id").asText();
    for (JsonNode attachment : volume.path("attachments")) {
      String server = attachment.path("server_id").asText();
      task.exclusively(
          server,
          () -> task.job("ecs", task.delete("ecs", "/v1/{project}/cloudservers/" + server + path)));
    }
  }

  /**
   * Makes a disk larger.
   *
   * @param arguments of its owner: how it is paid for
   */
  public static void extend(Task task, String id, Long size, Values arguments) {
    JsonNode accepted =
        task.post(
            "evs",
            "/v2.1/{project}/cloudvolumes/" + id + "/action",
            Body.of(
                "os-extend", Body.of("new_size", size), "bssParam", Billing.ofChange(arguments)));
    Billing.paid(task, accepted);
    task.job("evs", accepted);
    settled(task, id);
  }
}
