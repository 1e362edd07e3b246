package io.ecsim.terraform.catalog.evs;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import java.util.List;

/**
 * A data source that shows one list of the cloud's, its elements as they are. All its arguments are
 * filters of the same names. (terraform-huaweicloud 2.5.)
 */
final class WholeList implements DataSource {
  private static final String PROJECT = "enterprise_project_id";

  private final String name;
  private final String path;
  private final String member;
  private final Schema schema;
  private final boolean marked;
  private final boolean perProject;
  private final String usualProject;

  /**
   * A list.
   *
   * @param member of the answers, and attribute of the data source, that is the list
   */
  WholeList(String name, String path, String member, Schema schema) {
    this(name, path, member, schema, false, false, null);
  }

  private WholeList(
      String name,
      String path,
      String member,
      Schema schema,
      boolean marked,
      boolean perProject,
      String usualProject) {
    this.name = name;
    this.path = path;
    this.member = member;
    this.schema = schema;
    this.marked = marked;
    this.perProject = perProject;
    this.usualProject = usualProject;
  }

  /** The same, asked for page by page after the id of the last element. */
  WholeList byMarker() {
    return new WholeList(name, path, member, schema, true, perProject, usualProject);
  }

  /**
   * The same, filtered by the enterprise project of the provider where none is configured.
   *
   * @param usual by which it is filtered if the provider has none either; null for no filter
   */
  WholeList ofProjects(String usual) {
    return new WholeList(name, path, member, schema, marked, true, usual);
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
    String url = query.filtered(path, filters());
    if (perProject) {
      String project = query.enterpriseProject(query.config());
      url = Url.of(url, PROJECT, project == null ? usualProject : project);
    }
    List<JsonNode> elements =
        marked ? query.marked("evs", url, member) : query.pages("evs", url, member);
    return Found.nothing()
        .with("id", ListId.uuid(elements))
        .with("region", query.region())
        .with(member, elements);
  }

  private String[] filters() {
    return schema
        .attributes()
        .filter(row -> row.use() == Use.OPTIONAL)
        .map(Attribute::name)
        .filter(argument -> !argument.equals("region"))
        .filter(argument -> !perProject || !argument.equals(PROJECT))
        .toArray(String[]::new);
  }
}
