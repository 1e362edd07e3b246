package io.ecsim.terraform.catalog.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Schema;

/**
 * A data source that shows one answer of the cloud's as it is. Arguments stand in its path in
 * braces. (terraform-huaweicloud 2.5.)
 */
final class OneAnswer implements DataSource {
  private final String name;
  private final String path;
  private final Schema schema;

  OneAnswer(String name, String path, Schema schema) {
    this.name = name;
    this.path = path;
    this.schema = schema;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Found read(Query query) {
    String url = path;
    for (String argument : schema.type().members().keySet()) {
      if (query.config().has(argument)) {
        url = url.replace("{" + argument + "}", String.valueOf(query.config().get(argument)));
      }
    }
    JsonNode answer = query.get("evs", url);
    return Found.of(answer).with("id", ListId.uuid(answer)).with("region", query.region());
  }
}
