package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.catalog.evs.Volumes;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server's disks. (terraform-huaweicloud 2.1.) */
final class ServerDisks {
  private ServerDisks() {}

  /** The disk that a server starts from. */
  static String system(Task task, String server) {
    for (JsonNode device :
        task.get("ecs", Servers.path(server) + "/block_device").path("volumeAttachments")) {
      if (device.path("bootIndex").asInt(-1) == 0) {
        return device.path("id").asText();
      }
    }
    throw Problem.error("there is no system disk", "server: " + server);
  }

  /** Adds to what is found of a server what its disks tell. */
  static void tell(Task task, JsonNode server, Found found) {
    List<Map<String, Object>> disks = new ArrayList<>();
    for (JsonNode attached : server.path("os-extended-volumes:volumes_attached")) {
      String id = attached.path("id").asText();
      JsonNode volume = Volumes.get(task, id);
      JsonNode device =
          task.get("ecs", Servers.path(server.path("id").asText()) + "/block_device/" + id)
              .path("volumeAttachment");
      JsonNode metadata = volume.path("metadata");
      disks.add(
          Body.of(
              "volume_id", id,
              "size", volume.path("size"),
              "type", volume.path("volume_type"),
              "boot_index", device.path("bootIndex"),
              "pci_address", device.path("pciAddress"),
              "kms_key_id", metadata.path("__system__cmkid"),
              "delete_on_termination", attached.path("delete_on_termination"),
              "pass_through", metadata.path("hw:passthrough"),
              "data_image_id", volume.path("volume_image_metadata").path("image_id")));
      if (device.path("bootIndex").asInt(-1) == 0) {
        found
            .with("system_disk_id", id)
            .with("system_disk_size", volume.path("size"))
            .with("system_disk_type", volume.path("volume_type"))
            .with("system_disk_kms_key_id", metadata.path("__system__cmkid").asText())
            .with("system_disk_iops", volume.path("iops").path("total_val").asLong())
            .with("system_disk_throughput", volume.path("throughput").path("total_val").asLong());
      }
    }
    found.with("volume_attached", disks);
  }
}
