package io.ecsim.terraform.protocol;

import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.resource.DataSource;
import io.ecsim.terraform.resource.ResourceType;
import io.ecsim.terraform.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is offered, by the names that configurations use. */
public final class Catalog {
  private final Schema provider;
  private final Map<String, ResourceType> resources = new LinkedHashMap<>();
  private final Map<String, DataSource> dataSources = new LinkedHashMap<>();
  private byte[] schemas;

  /**
   * A catalog of these.
   *
   * @param provider the table of the provider block
   */
  public Catalog(Schema provider, List<ResourceType> resources, List<DataSource> dataSources) {
    this.provider = provider;
    for (ResourceType type : resources) {
      this.resources.put(type.name(), type);
      type.aliases().forEach(alias -> this.resources.put(alias, type));
    }
    for (DataSource source : dataSources) {
      this.dataSources.put(source.name(), source);
      source.aliases().forEach(alias -> this.dataSources.put(alias, source));
    }
  }

  /** The table of the provider block. */
  public Schema provider() {
    return provider;
  }

  /** All resources by name, aliases included. */
  public Map<String, ResourceType> resources() {
    return Map.copyOf(resources);
  }

  /** All data sources by name, aliases included. */
  public Map<String, DataSource> dataSources() {
    return Map.copyOf(dataSources);
  }

  ResourceType resource(String name) {
    return known(name, resources);
  }

  DataSource dataSource(String name) {
    return known(name, dataSources);
  }

  private static <T> T known(String name, Map<String, T> all) {
    T found = all.get(name);
    if (found == null) {
      throw Problem.error(
          name + " is not doubled",
          "ecsim doubles these: " + String.join(", ", all.keySet()) + ".");
    }
    return found;
  }

  /** All tables as Terraform wants to read them; they never change. */
  synchronized byte[] schemas() {
    if (schemas == null) {
      schemas = written();
    }
    return schemas;
  }

  private byte[] written() {
    Map<String, Schema> tables = new LinkedHashMap<>();
    resources.forEach((name, type) -> tables.put(name, type.schema()));
    Map<String, Schema> dataTables = new LinkedHashMap<>();
    dataSources.forEach((name, source) -> dataTables.put(name, source.schema()));
    return Protobuf.write(
        new Messages.SchemaResponse(
            Tables.of(provider),
            Tables.of(tables),
            Tables.of(dataTables),
            new Messages.ServerCapabilities(false, true, false)));
  }
}
