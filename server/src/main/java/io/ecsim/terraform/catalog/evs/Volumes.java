package io.ecsim.terraform.catalog.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Billing;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.value.Values;

/** Disks as the cloud tells of them. (terraform-huaweicloud 2.4.) */
public final class Volumes {
  private Volumes() {}

  /** The disk of this id. */
  public static JsonNode get(Task task, String id) {
    return task.get("evs", "/v2/{project}/cloudvolumes/" + id).path("volume");
  }

  /** Waits for a status in which nothing is under way. */
  public static void settled(Task task, String id) {
    task.until(
        "volume " + id + " to become available or in-use",
        () -> {
          String status = get(task, id).path("status").asText();
          if (status.startsWith("error")) {
            throw Problem.error("unexpected status (" + status + ")", "volume: " + id);
          }
          return status.equals("available") || status.equals("in-use") ? status : null;
        });
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
    task.job("evs", accepted);
    settled(task, id);
  }
}
