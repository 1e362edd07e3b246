package io.ecsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the environment that points clients at a running double. */
@Command(
    name = "env",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the environment that points clients at a running double:",
      "",
      "  eval \"$(./ecsim env)\"",
      ""
    })
final class EnvCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Option(
      names = "--shell",
      paramLabel = "SHELL",
      defaultValue = "sh",
      description = "sh, fish or powershell (default sh).")
  private Shell shell;

  @Override
  public Integer call() {
    JsonNode health = remote.client().get("/health");
    Map<String, String> env =
        ClientEnvironment.of(remote.url(), remote.world(), health.path("region").asText());
    return remote.print(
        ControlClient.JSON.valueToTree(env),
        unused ->
            env.entrySet().stream()
                .map(entry -> shell.line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n")));
  }
}
