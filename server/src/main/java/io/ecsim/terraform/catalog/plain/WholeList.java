package io.ecsim.terraform.catalog.plain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.Found;
import io.ecsim.terraform.resource.ListId;
import io.ecsim.terraform.resource.Query;
import io.ecsim.terraform.resource.Url;
import io.ecsim.terraform.schema.Attribute;
import io.ecsim.terraform.schema.Schema;
import io.ecsim.terraform.schema.Use;
import io.ecsim.terraform.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data source that shows one list of the cloud's, its elements as they are. Its arguments are
 * filters of the same names, unless they stand in its path in braces. (terraform-huaweicloud 2.3,
 * 2.5.)
 */
public final class WholeList implements DataSource {
  private static final String PROJECT = "enterprise_project_id";

  private final String name;
  private final String service;
  private final String path;
  private final String member;
  private final Schema schema;
  private Paging paging = Paging.OFFSET;
  private boolean perProject;
  private String usualProject;
  private Map<String, String> filters = Map.of();

  /**
   * A list.
   *
   * @param service which is asked
   * @param path what it is asked for; arguments stand in it in braces
   * @param member of the answers, and attribute of the data source, that is the list
   */
  public WholeList(String name, String service, String path, String member, Schema schema) {
    this.name = name;
    this.service = service;
    this.path = path;
    this.member = member;
    this.schema = schema;
  }

  private WholeList copy() {
    var copy = new WholeList(name, service, path, member, schema);
    copy.paging = paging;
    copy.perProject = perProject;
    copy.usualProject = usualProject;
    copy.filters = filters;
    return copy;
  }

  /** The same, asked for page by page after the id of the last element. */
  public WholeList byMarker() {
    WholeList copy = copy();
    copy.paging = Paging.MARKER;
    return copy;
  }

  /** The same, where each page says how to ask for the next one. */
  public WholeList byToken() {
    WholeList copy = copy();
    copy.paging = Paging.TOKEN;
    return copy;
  }

  /**
   * The same, filtered by the enterprise project of the provider where none is configured.
   *
   * @param usual by which it is filtered if the provider has none either; null for no filter
   */
  public WholeList ofProjects(String usual) {
    WholeList copy = copy();
    copy.perProject = true;
    copy.usualProject = usual;
    return copy;
  }

  /** The same, where this argument is a filter of another name. */
  public WholeList filteredBy(String argument, String filter) {
    WholeList copy = copy();
    copy.filters = new LinkedHashMap<>(filters);
    copy.filters.put(argument, filter);
    return copy;
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
    String url = query.placed(path);
    for (String argument : arguments()) {
      String filter = filters.getOrDefault(argument, argument);
      url = Url.of(url, filter, query.asked(argument));
    }
    if (perProject) {
      String project = query.enterpriseProject(query.config());
      url = Url.of(url, PROJECT, project == null ? usualProject : project);
    }
    List<JsonNode> elements = paging.all(query, service, url, member);
    return Found.nothing()
        .with("id", ListId.uuid(elements))
        .with("region", query.region())
        .with(member, shown(elements));
  }

  private List<Object> shown(List<JsonNode> elements) {
    Type type = ((Type.ListOf) schema.type().members().get(member)).element();
    List<Object> shown = new ArrayList<>();
    elements.forEach(element -> shown.add(Spelling.of(type, element)));
    return shown;
  }

  private List<String> arguments() {
    return schema
        .attributes()
        .filter(row -> row.use() == Use.OPTIONAL)
        .map(Attribute::name)
        .filter(argument -> !argument.equals("region"))
        .filter(argument -> !perProject || !argument.equals(PROJECT))
        .toList();
  }
}
