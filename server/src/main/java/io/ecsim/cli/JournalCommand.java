package io.ecsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what happened. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Shows what happened: requests, transitions, faults.")
final class JournalCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Only what has to do with this resource, job, request or rule.")
  private String id;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only of this type (volume, server, ...) or kind (request, transition, fault).")
  private String type;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this moment on; a duration such as PT30S counts back from now.")
  private String since;

  @Option(names = "--limit", paramLabel = "N", description = "The last N; default 1000.")
  private String limit;

  @Override
  public Integer call() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id", id);
    query.put("type", type);
    query.put("since", since);
    query.put("limit", limit);
    return remote.print(remote.client().get("/journal", query), JournalCommand::text);
  }

  private static String text(JsonNode journal) {
    var lines = new StringJoiner("\n");
    lines.setEmptyValue("nothing has happened");
    journal.path("entries").forEach(entry -> lines.add(line(entry)));
    return lines.toString();
  }

  private static String line(JsonNode entry) {
    return entry.path("at").asText() + "  " + what(entry);
  }

  private static String what(JsonNode entry) {
    String type = entry.path("type").asText("");
    String id = entry.path("id").asText("");
    return switch (entry.path("kind").asText()) {
      case "request" ->
          "%s %s -> %s  %s"
              .formatted(
                  entry.path("method").asText(),
                  entry.path("path").asText(),
                  entry.path("status").asText(),
                  entry.path("operation").asText(""));
      case "fault" ->
          "  fault \"%s\" strikes %s  %s %s"
              .formatted(entry.path("fault").asText(), entry.path("on").asText(), type, id);
      default ->
          "  %s %s  %s -> %s%s  (%s)"
              .formatted(
                  type,
                  id,
                  entry.path("from").asText("new"),
                  entry.path("to").asText(),
                  entry.has("task") ? " " + entry.path("task").asText() : "",
                  entry.path("edge").asText("with its owner"));
    };
  }
}
