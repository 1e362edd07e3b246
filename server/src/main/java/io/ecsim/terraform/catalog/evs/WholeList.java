package io.ecsim.terraform.catalog.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import java.util.List;

/**
 * A data source that shows one list of the cloud's, its elements as they are. All its arguments are
 * filters of the same names. (terraform-huaweicloud 2.5.)
 */
final class WholeList implements DataSource {
  private final String name;
  private final String path;
  private final String member;
  private final String[] filters;
  private final Schema schema;

  /**
   * A list.
   *
   * @param member of the answers, and attribute of the data source, that is the list
   */
  WholeList(String name, String path, String member, Schema schema) {
    this.name = name;
    this.path = path;
    this.member = member;
    this.schema = schema;
    this.filters =
        schema
            .attributes()
            .filter(row -> row.use() == Use.OPTIONAL)
            .map(Attribute::name)
            .filter(argument -> !argument.equals("region"))
            .toArray(String[]::new);
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
    List<JsonNode> elements = query.pages("evs", query.filtered(path, filters), member);
    return Found.nothing()
        .with("id", ListId.uuid(elements))
        .with("region", query.region())
        .with(member, elements);
  }
}
