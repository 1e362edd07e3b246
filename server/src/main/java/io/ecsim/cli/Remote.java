package io.ecsim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options of a command that speaks to a running double, and how it prints the answer. */
final class Remote {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:ECSIM_URL:-http://127.0.0.1:8480}",
      description = "Where the double is (ECSIM_URL; default http://127.0.0.1:8480).")
  private String url;

  @Option(
      names = "--world",
      paramLabel = "NAME",
      defaultValue = "${env:ECSIM_WORLD:-default}",
      description = "Which world (ECSIM_WORLD; default \"default\").")
  private String world;

  @Option(names = "--json", description = "Print what the double answers, for machines.")
  private boolean json;

  ControlClient client() {
    return new ControlClient(url, world);
  }

  String url() {
    return url;
  }

  String world() {
    return world;
  }

  boolean json() {
    return json;
  }

  /** Prints an answer as it is, or as people read it. */
  int print(JsonNode answer, Function<JsonNode, String> forPeople) {
    spec.commandLine().getOut().println(json ? pretty(answer) : forPeople.apply(answer));
    return 0;
  }

  private static String pretty(JsonNode answer) {
    try {
      return ControlClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
