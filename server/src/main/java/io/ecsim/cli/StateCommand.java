package io.ecsim.cli;

import static io.ecsim.cli.ControlClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows resources as the kernel has them. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    description = "Shows the resources of a type, or one of them.")
final class StateCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description = "volume, server, port, keypair, job, ...")
  private String type;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "One of them.")
  private String id;

  @Option(names = "--project", paramLabel = "ID", description = "Only of this project.")
  private String project;

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("project", project);
    String path = "/state/" + segment(type) + (id == null ? "" : "/" + segment(id));
    JsonNode answer = remote.client().get(path, query);
    return remote.print(answer, id == null ? StateCommand::list : StateCommand::one);
  }

  private static String list(JsonNode answer) {
    var grid = new Grid("ID", "NAME", "STATUS", "EDGE", "DUE", "FAULTS");
    for (JsonNode resource : answer.path("resources")) {
      grid.row(
          text(resource, "id"),
          text(resource, "name"),
          text(resource, "status"),
          text(resource, "edge"),
          text(resource, "due"),
          faults(resource));
    }
    return grid.text("none");
  }

  private static String one(JsonNode resource) {
    var lines = new StringJoiner("\n");
    for (String member :
        List.of("type", "id", "name", "project", "status", "since", "edge", "due")) {
      if (!text(resource, member).isEmpty()) {
        lines.add("%-9s %s".formatted(member, text(resource, member)));
      }
    }
    if (!faults(resource).isEmpty()) {
      lines.add("faults    " + faults(resource));
    }
    if (resource.has("api")) {
      lines.add("api       " + resource.path("api"));
    }
    resource
        .path("spec")
        .properties()
        .forEach(
            member -> lines.add("  %-20s %s".formatted(member.getKey(), plain(member.getValue()))));
    return lines.toString();
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static String faults(JsonNode resource) {
    var names = new StringJoiner(", ");
    resource.path("faults").forEach(name -> names.add(name.asText()));
    return names.toString();
  }

  private static String text(JsonNode resource, String member) {
    JsonNode value = resource.path(member);
    return value.isNull() ? "" : value.asText("");
  }
}
