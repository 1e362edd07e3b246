package io.ecsim.cli;

import io.ecsim.Ecsim;
import io.ecsim.Options;
import io.ecsim.terraform.ProviderDouble;
import io.ecsim.terraform.client.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Does one of everything and ends. The launcher lets it run once after a build, so that the JVM can
 * archive the classes that were loaded; what was archived need not be loaded at the next start.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Does one of everything, for the launcher.")
final class RehearseCommand implements Callable<Integer> {
  private static final List<String> COMMANDS =
      List.of("env", "clock", "faults", "state volume", "worlds", "journal");

  @Override
  public Integer call() {
    try (Ecsim cloud = Ecsim.start(Options.USUAL.withPort(0))) {
      cloud.warmUp();
      for (String command : COMMANDS) {
        client(command + " --url " + cloud.url());
      }
      var around = new Surroundings(cloud::url, Options.USUAL.region(), "default", "ecsim");
      new ProviderDouble(around).rehearse();
    }
    return 0;
  }

  private static void client(String line) {
    var nowhere = new PrintWriter(new StringWriter());
    Main.run(nowhere, nowhere, line.split(" "));
  }
}
