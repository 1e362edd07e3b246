package io.ecsim.cli;

import io.ecsim.BadFile;
import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.http.PortInUse;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a double in the foreground. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Starts the double in the foreground, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Mixin private DoubleOptions options;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:ECSIM_PORT:-8480}",
      description = "Port to listen on, 0 for a free one (ECSIM_PORT; default 8480).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Options chosen = options.read(port);
    Ecsim cloud = start(chosen);
    PrintWriter out = spec.commandLine().getOut();
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  cloud.close();
                  out.println("ecsim ended");
                  out.flush();
                  // Ended as asked: that is no failure, as the exit code of a signal would say.
                  Runtime.getRuntime().halt(0);
                },
                "end"));
    out.println(Banner.of(cloud, chosen));
    out.println("ecsim ready on " + cloud.url());
    out.flush();
    cloud.warmUp();
    ended.await();
    return 0;
  }

  /**
   * Starts a double, or says why not.
   *
   * @throws Failure for a bad file or a port that cannot be had
   */
  static Ecsim start(Options options) {
    try {
      return Ecsim.start(options);
    } catch (BadFile e) {
      throw new Failure(Failure.USAGE, e.getMessage());
    } catch (PortInUse e) {
      throw new Failure(
          Failure.PORT,
          "port %d of %s cannot be had: choose another one with --port, or --port 0 for any free one"
              .formatted(options.port(), options.bind()));
    }
  }
}
