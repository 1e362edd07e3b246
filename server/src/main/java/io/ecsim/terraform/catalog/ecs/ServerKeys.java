package io.ecsim.terraform.catalog.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import java.util.Map;

/** Puts another key pair on a server, or none. (provider-behaviour 2.1.) */
final class ServerKeys {
  private ServerKeys() {}

  /** Does what the plan says of {@code key_pair}. */
  static void change(Change task) {
    String now = task.planned().filled("key_pair");
    Map<String, Object> server = Body.of("id", task.id(), "auth", proof(task));
    JsonNode accepted =
        now == null
            ? task.post("kms", "/v3/{project}/keypairs/disassociate", Body.of("server", server))
            : task.post(
                "kms",
                "/v3/{project}/keypairs/associate",
                Body.of("keypair_name", now, "server", server));
    String id = accepted.path("task_id").asText();
    if (!id.isEmpty()) {
      follow(task, id);
    }
  }

  /** What a running server wants to see before it changes its key. */
  private static Map<String, Object> proof(Change task) {
    if (Servers.get(task, task.id()).path("status").asText().equals("SHUTOFF")) {
      return Map.of();
    }
    boolean first = task.prior().filled("key_pair") == null;
    String argument = first ? "admin_pass" : "private_key";
    String secret = task.planned().filled(argument);
    if (secret == null) {
      throw Problem.error(
              first
                  ? "the root password is required when binding a new keypair"
                  : "the private key of keypair in used must be specified when replacing or"
                      + " unbinding",
              "Set " + argument + ", or stop the server first.")
          .at(Path.of(argument));
    }
    return Body.of("type", first ? "password" : "keypair", "key", secret);
  }

  private static void follow(Change task, String id) {
    task.until(
        "key pair task " + id + " to end",
        () -> {
          String status = task.get("kms", "/v3/{project}/tasks/" + id).path("task_status").asText();
          if (status.startsWith("FAILED")) {
            throw Problem.error(
                "error waiting for keypair task " + id + " to become SUCCESS: " + status, "");
          }
          return status.startsWith("SUCCESS") ? true : null;
        });
  }
}
