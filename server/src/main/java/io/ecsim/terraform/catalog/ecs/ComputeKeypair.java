package io.ecsim.terraform.catalog.ecs;

import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.KeyFile;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.List;

/** A key pair, from the native API. (provider-behaviour 2.2.) */
final class ComputeKeypair implements ResourceType {
  private static final String PATH = "/v2.1/{project}/os-keypairs";

  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          required("name", STRING).forceNew(),
          optionalComputed("key_file", STRING).forceNew(),
          optionalComputed("public_key", STRING).forceNew().conflictsWith("key_file"),
          optionalComputed("region", STRING).forceNew());

  @Override
  public String name() {
    return "huaweicloud_compute_keypair";
  }

  @Override
  public List<String> aliases() {
    return List.of("huaweicloud_compute_keypair_v2");
  }

  @Override
  public String thing() {
    return "keypair";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values pair = task.planned();
    String key = pair.filled("public_key");
    JsonNode made =
        task.post(
                "ecs",
                PATH,
                Body.of("keypair", Body.of("name", pair.text("name"), "public_key", key)))
            .path("keypair");
    task.made(made.path("name").asText());
    if (key == null) {
      String file = pair.filled("key_file");
      file = file == null ? task.id() + ".pem" : file;
      // The only chance: nobody gets to see the private key again.
      KeyFile.write(file, made.path("private_key").asText());
      task.told("key_file", file);
    }
  }

  @Override
  public Found read(Reading task) {
    JsonNode pair = task.get("ecs", PATH + "/" + Url.segment(task.id())).path("keypair");
    return Found.nothing()
        .with("region", task.region())
        .with("name", pair.path("name"))
        .with("public_key", pair.path("public_key"));
  }

  @Override
  public void update(Change task) {
    // Every argument means a new key pair.
  }

  @Override
  public void delete(Deletion task) {
    task.delete("ecs", PATH + "/" + Url.segment(task.id()));
  }
}
