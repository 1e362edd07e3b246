package io.ecsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
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
      "",
      "With --real-provider the double is the proxy of programs that ask for hosts of the cloud, such"
          + " as the real Terraform provider:",
      "",
      "  eval \"$(./ecsim env --real-provider)\" && terraform plan",
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

  @Option(
      names = "--real-provider",
      description =
          "Make the double the proxy of programs, and write the certificate they have to trust to"
              + " ecsim-ca-PORT.pem in the folder for temporary files (default: point clients at its"
              + " address).")
  private boolean realProvider;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    JsonNode health = remote.client().get("/health");
    String region = health.path("region").asText();
    Map<String, String> env =
        realProvider
            ? ProxyEnvironment.of(remote.url(), remote.world(), region, certificate())
            : ClientEnvironment.of(
                remote.url(), port(), health.path("pid").asLong(), remote.world(), region);
    return remote.print(
        ControlClient.JSON.valueToTree(env),
        unused ->
            env.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n")));
  }

  /** Terraform can be told an address, but no world to name there. */
  private int port() {
    String path = "/worlds/" + ControlClient.segment(remote.world()) + "/port";
    return remote.client().send("POST", path, null).path("port").asInt();
  }

  private String line(String name, String value) {
    return value == null ? shell.none(name) : shell.line(name, value);
  }

  private Path certificate() {
    int port = URI.create(remote.url()).getPort();
    Path file = CertificateFile.ofPort(port, remote.client().bytes("/ca.pem"));
    spec.commandLine().getErr().println("ecsim: the certificate to trust is in " + file);
    return file;
  }
}
