package io.ecsim.cli;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a command against a double of its own. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a double, points the environment of CMD at it, runs CMD, reports on stderr what is"
          + " left, and exits with CMD's code:",
      "",
      "  ./ecsim run -- sh -c 'curl -s $ECSIM_URL/_ecsim/health'",
      ""
    })
final class RunCommand implements Callable<Integer> {
  private static final int NOT_FOUND = 127;
  private static final long GRACE_SECONDS = 10;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private DoubleOptions options;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port to listen on (default 0: a free one).")
  private int port;

  @Option(
      names = "--real-provider",
      description = "Not built yet: point the real Terraform provider here through a proxy.")
  private boolean realProvider;

  @Parameters(paramLabel = "CMD", arity = "1..*", description = "The command and its arguments.")
  private List<String> command;

  @Override
  public Integer call() throws InterruptedException {
    if (realProvider) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--real-provider: the proxy for the real provider is not built yet; README.md shows how"
              + " to point it here with endpoints");
    }
    Options chosen = options.read(port);
    try (Ecsim cloud = ServeCommand.start(chosen)) {
      var report = new RunReport(cloud);
      Process process = start(cloud, chosen.region());
      Thread hook = new Thread(() -> end(process, report), "end");
      Runtime.getRuntime().addShutdownHook(hook);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      print(report);
      return code;
    }
  }

  private Process start(Ecsim cloud, String region) {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(ClientEnvironment.of(cloud.url(), "default", region));
    try {
      return builder.start();
    } catch (IOException e) {
      boolean file = new File(command.get(0)).exists();
      throw new Failure(
          file ? NOT_FOUND - 1 : NOT_FOUND,
          command.get(0) + (file ? " cannot be run" : ": there is no such command"));
    }
  }

  /** A signal ends us: CMD ends first, then we with its code. */
  private void end(Process process, RunReport report) {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    print(report);
    Runtime.getRuntime().halt(process.exitValue());
  }

  private void print(RunReport report) {
    spec.commandLine().getErr().println(report.text());
    spec.commandLine().getErr().flush();
  }
}
