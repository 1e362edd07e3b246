package io.ecsim.terraform.catalog.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;
import java.util.Map;

/**
 * A data source that shows one answer of the cloud's as it is. (terraform-huaweicloud 2.3, 2.5.)
 *
 * @param name its name in a configuration
 * @param service which is asked
 * @param path what it is asked for; arguments stand in it in braces
 * @param schema its table
 */
public record OneAnswer(String name, String service, String path, Schema schema)
    implements DataSource {
  @Override
  public Found read(Query query) {
    JsonNode answer = query.get(service, query.placed(path));
    Found found = Found.nothing();
    if (Spelling.of(schema.type(), answer) instanceof Map<?, ?> told) {
      told.forEach(
          (attribute, value) -> {
            if (value != null) {
              found.with((String) attribute, value);
            }
          });
    }
    return found.with("id", ListId.uuid(answer)).with("region", query.region());
  }
}
