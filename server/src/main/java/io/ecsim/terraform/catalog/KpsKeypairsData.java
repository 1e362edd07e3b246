package io.ecsim.terraform.catalog;

import static io.ecsim.terraform.schema.Attribute.computed;
import static io.ecsim.terraform.schema.Attribute.optional;
import static io.ecsim.terraform.schema.Attribute.optionalComputed;
import static io.ecsim.terraform.value.Type.BOOL;
import static io.ecsim.terraform.value.Type.STRING;
import static io.ecsim.terraform.value.Type.list;
import static io.ecsim.terraform.value.Type.object;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.Body;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Key pairs. The vendor's provider gives this list another id at every read; here it follows from
 * what is found, so that nothing changes where nothing has changed. (provider-behaviour 1.5, 5.)
 */
final class KpsKeypairsData implements DataSource {
  private static final Schema SCHEMA =
      Schema.of(
          optionalComputed("id", STRING),
          optional("fingerprint", STRING),
          optional("is_managed", BOOL),
          optional("name", STRING),
          optional("public_key", STRING),
          optional("region", STRING),
          computed(
              "keypairs",
              list(
                  object(
                      "fingerprint",
                      STRING,
                      "frozen_state",
                      STRING,
                      "is_managed",
                      BOOL,
                      "name",
                      STRING,
                      "public_key",
                      STRING,
                      "scope",
                      STRING,
                      "type",
                      STRING))));

  @Override
  public String name() {
    return "huaweicloud_kps_keypairs";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public Found read(Query query) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (JsonNode listed : Networks.pages(query, "kms", "/v3/{project}/keypairs", "keypairs")) {
      JsonNode pair = listed.path("keypair");
      if (fits(pair, query.config())) {
        pairs.add(
            Body.of(
                "name", pair.path("name"),
                "type", pair.path("type"),
                "public_key", pair.path("public_key"),
                "fingerprint", pair.path("fingerprint"),
                "is_managed", pair.path("is_key_protection"),
                "scope", KeyScope.inTheTable(pair.path("scope").asText()),
                "frozen_state", pair.path("frozen_state")));
      }
    }
    return Found.nothing()
        .with("id", ListId.uuid(pairs))
        .with("region", query.region())
        .with("keypairs", pairs);
  }

  private static boolean fits(JsonNode pair, Values config) {
    for (String name : new String[] {"name", "public_key", "fingerprint"}) {
      String wanted = config.filled(name);
      if (wanted != null && !wanted.equals(pair.path(name).asText())) {
        return false;
      }
    }
    return true;
  }
}
