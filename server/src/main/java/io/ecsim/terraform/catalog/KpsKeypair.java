package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.schema.Attribute.required;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.problem.Path;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.Change;
import io.ecsim.terraform.resource.Creation;
import io.ecsim.terraform.resource.Deletion;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.KeyFile;
import io.ecsim.terraform.resource.Reading;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A key pair for logging in. (terraform-huaweicloud 3.5, provider-behaviour 4.3.) */
final class KpsKeypair implements ResourceType {
  private static final String PATH = "/v3/{project}/keypairs";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final Schema SCHEMA =
      Schema.of(
              optionalComputed("id", STRING),
              required("name", STRING).forceNew(),
              optional("description", STRING),
              optionalComputed("encryption_type", STRING),
              optionalComputed("key_file", STRING).forceNew(),
              optional("kms_key_id", STRING),
              optional("kms_key_name", STRING),
              optional("private_key", STRING).sensitive(),
              optionalComputed("public_key", STRING).forceNew().conflictsWith("key_file"),
              optionalComputed("region", STRING).forceNew(),
              optionalComputed("scope", STRING).forceNew(),
              optionalComputed("user_id", STRING),
              computed("created_at", STRING),
              computed("fingerprint", STRING),
              computed("is_managed", BOOL))
          .timeout("create", "5m")
          .timeout("update", "5m")
          .timeout("delete", "5m");

  @Override
  public String name() {
    return "huaweicloud_kps_keypair";
  }

  @Override
  public String thing() {
    return "KPS keypair";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public void create(Creation task) {
    Values pair = task.planned();
    boolean encrypts = pair.filled("encryption_type") != null;
    if (encrypts) {
      demandKmsKey(pair);
    }
    JsonNode made =
        task.post(
                "kms",
                PATH,
                Body.of(
                    "keypair",
                    Body.of(
                        "name", pair.text("name"),
                        "type", "ssh",
                        "public_key", pair.filled("public_key"),
                        "user_id", pair.filled("user_id"),
                        "scope", KeyScope.inTheCloud(pair.filled("scope")),
                        "key_protection", encrypts ? protection(pair) : null)))
            .path("keypair");
    task.made(made.path("name").asText());
    if (pair.filled("description") != null) {
      task.put("kms", PATH + "/" + task.id(), description(pair));
    }
    String file = pair.filled("key_file");
    if (file != null && made.hasNonNull("private_key")) {
      // The only chance: nobody gets to see the private key again.
      KeyFile.write(file, made.path("private_key").asText());
    }
  }

  private static Map<String, Object> description(Values pair) {
    String text = pair.text("description");
    return Body.of("keypair", Body.of("description", text == null ? "" : text));
  }

  private static Map<String, Object> protection(Values pair) {
    return Body.of(
        "private_key",
        pair.filled("private_key"),
        "encryption",
        Body.of(
            "type", pair.filled("encryption_type"),
            "kms_key_name", pair.filled("kms_key_name"),
            "kms_key_id", pair.filled("kms_key_id")));
  }

  private static void demandKmsKey(Values pair) {
    if ("kms".equals(pair.text("encryption_type"))
        && pair.filled("kms_key_id") == null
        && pair.filled("kms_key_name") == null) {
      throw Problem.error(
              "'kms_key_name' or 'kms_key_id' is mandatory when the 'encryption_type' value is"
                  + " 'kms'",
              "keypair: " + pair.text("name"))
          .at(Path.of("encryption_type"));
    }
  }

  private static void demand(Values pair, String name, String doing) {
    if (pair.filled(name) == null) {
      throw Problem.error(
              "'" + name + "' is mandatory when " + doing, "keypair: " + pair.text("name"))
          .at(Path.of(name));
    }
  }

  @Override
  public Found read(Reading task) {
    JsonNode pair = task.get("kms", PATH + "/" + task.id()).path("keypair");
    Instant made = Instant.ofEpochMilli(pair.path("create_time").asLong());
    return Found.of(pair)
        .without("private_key")
        .with("region", task.region())
        .with("scope", KeyScope.inTheTable(pair.path("scope").asText()))
        .with("created_at", TIME.format(made))
        .with("is_managed", pair.path("is_key_protection"));
  }

  @Override
  public void update(Change task) {
    Values pair = task.planned();
    task.when(() -> task.put("kms", PATH + "/" + task.id(), description(pair)), "description");
    task.when(() -> changePrivateKey(task), "private_key");
    task.when(
        () -> {
          demand(pair, "private_key", "updating encryption values or user ID");
          demand(pair, "encryption_type", "updating encryption values or user ID");
          importPrivateKey(task);
        },
        "encryption_type",
        "kms_key_name",
        "kms_key_id",
        "user_id");
  }

  private static void changePrivateKey(Change task) {
    if (task.planned().filled("private_key") != null) {
      demand(task.planned(), "encryption_type", "importing private key");
      importPrivateKey(task);
      return;
    }
    try {
      task.delete("kms", PATH + "/" + task.id() + "/private-key");
    } catch (ApiFailure failure) {
      if (!failure.isNotFound()) {
        throw failure;
      }
    }
  }

  private static void importPrivateKey(Change task) {
    Values pair = task.planned();
    demandKmsKey(pair);
    task.post(
        "kms",
        PATH + "/private-key/import",
        Body.of(
            "keypair",
            Body.of(
                "name", pair.text("name"),
                "user_id", pair.filled("user_id"),
                "key_protection", protection(pair))));
  }

  @Override
  public void delete(Deletion task) {
    task.delete("kms", PATH + "/" + task.id());
  }
}
