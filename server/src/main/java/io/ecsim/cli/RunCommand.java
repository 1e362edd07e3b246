package io.ecsim.cli;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
      "",
      "With --real-provider the double is CMD's proxy, and CMD asks for hosts of the cloud as it"
          + " always does; nothing it asks for leaves the machine:",
      "",
      "  ./ecsim run --real-provider -- terraform apply",
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
      description =
          "Be the proxy of CMD, for programs that ask for hosts of the cloud, such as the real"
              + " Terraform provider (default: point clients at the double's address).")
  private boolean realProvider;

  @Parameters(paramLabel = "CMD", arity = "1..*", description = "The command and its arguments.")
  private List<String> command;

  private volatile Path certificate;

  @Override
  public Integer call() throws InterruptedException {
    Options chosen = options.read(port);
    try (Ecsim cloud = ServeCommand.start(chosen)) {
      if (!realProvider) {
        long pid = ProcessHandle.current().pid();
        return run(
            cloud,
            ClientEnvironment.of(cloud.url(), cloud.port(), pid, chosen.world(), chosen.region()));
      }
      certificate = CertificateFile.temporary(cloud.certificate());
      return run(
          cloud, ProxyEnvironment.of(cloud.url(), chosen.world(), chosen.region(), certificate));
    } finally {
      forget();
    }
  }

  private int run(Ecsim cloud, Map<String, String> environment) throws InterruptedException {
    var report = new RunReport(cloud);
    Process process = start(environment);
    Thread hook = new Thread(() -> end(process, report), "end");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(hook);
    print(report);
    return code;
  }

  private void forget() {
    if (certificate != null) {
      CertificateFile.delete(certificate);
    }
  }

  private Process start(Map<String, String> environment) {
    var builder = new ProcessBuilder(command).inheritIO();
    environment.forEach(
        (name, value) -> {
          if (value == null) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
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
    forget();
    Runtime.getRuntime().halt(process.exitValue());
  }

  private void print(RunReport report) {
    spec.commandLine().getErr().println(report.text());
    spec.commandLine().getErr().flush();
  }
}
