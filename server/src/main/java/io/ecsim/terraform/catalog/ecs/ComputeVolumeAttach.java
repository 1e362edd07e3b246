package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Task;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A disk at a server. (terraform-huaweicloud 2.2, provider-behaviour 2.2.) */
final class ComputeVolumeAttach implements ResourceType {
  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("instance_id", STRING).forceNew(),
              required("volume_id", STRING).forceNew(),
              optionalComputed("delete_on_termination", STRING).oneOf("true", "false"),
              // The server's system chooses; what is written is a wish.
              optionalComputed("device", STRING).settled(),
              optionalComputed("region", STRING).forceNew(),
              computed("pci_address", STRING))
          .timeout("create", "10m")
          .timeout("delete", "10m");

  @Override
  public String name() {
    return "huaweicloud_compute_volume_attach";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_volume_attach_v2");
  }

  @Override
  public String thing() {
    return "volume attachment";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values attachment = task.planned();
    exclusively(
        task,
        attachment,
        () ->
            task.job(
                "ecs",
                task.post(
                    "ecs",
                    Servers.path(attachment.text("instance_id")) + "/attachvolume",
                    Body.of(
                        "volumeAttachment",
                        Body.of(
                            "volumeId", attachment.text("volume_id"),
                            "device", attachment.filled("device"))))));
    task.made(attachment.text("instance_id") + "/" + attachment.text("volume_id"));
    if ("true".equals(attachment.text("delete_on_termination"))) {
      setDeletion(task, attachment);
    }
  }

  @Override
  public Found read(Reading task) {
    String server = task.current().text("instance_id");
    String volume = task.current().text("volume_id");
    JsonNode attachment =
        found(() -> task.get("ecs", device(server, volume)).path("volumeAttachment"));
    if (attachment == null) {
      return null;
    }
    Found found =
        Found.nothing()
            .with("region", task.region())
            .with("instance_id", attachment.path("serverId"))
            .with("volume_id", attachment.path("volumeId"))
            .with("device", attachment.path("device"))
            .with("pci_address", attachment.path("pciAddress"));
    for (JsonNode attached :
        Servers.get(task, server).path("os-extended-volumes:volumes_attached")) {
      if (attached.path("id").asText().equals(volume)) {
        found.with("delete_on_termination", attached.path("delete_on_termination"));
      }
    }
    return found;
  }

  @Override
  public void update(Change task) {
    task.when(() -> setDeletion(task, task.planned()), "delete_on_termination");
  }

  @Override
  public void delete(Deletion task) {
    Values attachment = task.prior();
    exclusively(
        task,
        attachment,
        () -> {
          JsonNode accepted =
              found(
                  () ->
                      task.delete(
                          "ecs",
                          Servers.path(attachment.text("instance_id"))
                              + "/detachvolume/"
                              + attachment.text("volume_id")));
          if (accepted != null) {
            task.job("ecs", accepted);
          }
        });
  }

  @Override
  public Map<String, Object> imported(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length != 2) {
      throw Problem.error(
          "unable to determine volume attachment ID", id + " is not <instance_id>/<volume_id>");
    }
    return Map.of("id", id, "instance_id", parts[0], "volume_id", parts[1]);
  }

  private static void setDeletion(Task task, Values attachment) {
    task.put(
        "ecs",
        device(attachment.text("instance_id"), attachment.text("volume_id")),
        Body.of(
            "block_device",
            Body.of(
                "delete_on_termination",
                Boolean.valueOf(attachment.text("delete_on_termination")))));
  }

  /** A server takes one disk at a time, and a disk one server. */
  private static void exclusively(Task task, Values attachment, Runnable what) {
    task.exclusively(
        attachment.text("instance_id"), () -> task.exclusively(attachment.text("volume_id"), what));
  }

  private static String device(String server, String volume) {
    return Servers.path(server) + "/block_device/" + volume;
  }

  /** What is told; null if server or disk is unknown, which the cloud may also tell with a 400. */
  private static JsonNode found(Supplier<JsonNode> call) {
    try {
      return call.get();
    } catch (ApiFailure failure) {
      boolean unknown =
          failure.status() == 400
              && failure.code().equals("Ecs.1000")
              && failure.line().contains("itemNotFound");
      if (unknown || failure.isNotFound()) {
        return null;
      }
      throw failure;
    }
  }
}
