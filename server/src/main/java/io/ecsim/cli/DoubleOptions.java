package io.ecsim.cli;

import io.ecsim.Options;
import io.ecsim.api.ApiError;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options of a double that is started, but for its port. */
final class DoubleOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:ECSIM_BIND:-127.0.0.1}",
      description = "Address to listen on (ECSIM_BIND; default 127.0.0.1).")
  private String bind;

  @Option(
      names = "--allow-remote",
      defaultValue = "${env:ECSIM_ALLOW_REMOTE:-false}",
      description =
          "Allow --bind with an address that other machines reach (ECSIM_ALLOW_REMOTE; default"
              + " false).")
  private boolean allowRemote;

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      defaultValue = "${env:ECSIM_CLOCK:-fast}",
      description =
          "real, fast (20 times shorter), 60x and the like, instant, stepped (ECSIM_CLOCK; default"
              + " fast).")
  private String clock;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "${env:ECSIM_SHOW:-0}",
      description =
          "Hold each step until it has been seen N times (ECSIM_SHOW; default 0: do not).")
  private int show;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "${env:ECSIM_START:-}",
      description =
          "Where a stepped clock begins, such as 2026-11-22T08:30:00Z (ECSIM_START; default now).")
  private String start;

  @Option(
      names = "--seed",
      paramLabel = "TEXT",
      defaultValue = "${env:ECSIM_SEED:-1}",
      description = "What ids and dice are made from (ECSIM_SEED; default 1).")
  private String seed;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "${env:ECSIM_REGION:-cn-north-4}",
      description = "The region it stands for (ECSIM_REGION; default cn-north-4).")
  private String region;

  @Option(
      names = "--world",
      paramLabel = "NAME",
      defaultValue = "${env:ECSIM_WORLD:-default}",
      description =
          "World of attached Terraform providers whose block names none (ECSIM_WORLD; default"
              + " \"default\").")
  private String world;

  @Option(
      names = "--inventory",
      paramLabel = "FILE",
      defaultValue = "${env:ECSIM_INVENTORY:-}",
      description =
          "YAML that changes the built-in zones, flavors, limits (ECSIM_INVENTORY; default none).")
  private String inventory;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      split = ":",
      defaultValue = "${env:ECSIM_SCENARIO:-}",
      description =
          "YAML list of fault rules that each world begins with; repeatable (ECSIM_SCENARIO, several"
              + " with colons; default none).")
  private List<String> scenarios;

  @Option(
      names = "--stubs",
      paramLabel = "DIR",
      defaultValue = "${env:ECSIM_STUBS:-}",
      description = "Folder of WireMock mappings, only read (ECSIM_STUBS; default none).")
  private String stubs;

  @Option(
      names = "--strict-auth",
      defaultValue = "${env:ECSIM_STRICT_AUTH:-false}",
      description = "Not built yet: check signatures (ECSIM_STRICT_AUTH; default false).")
  private boolean strictAuth;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:ECSIM_DATA:-}",
      description = "Not built yet: keep the worlds in this folder (ECSIM_DATA; default none).")
  private String data;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      defaultValue = "${env:ECSIM_LOG:-warn}",
      description = "error, warn, info, debug, trace (ECSIM_LOG; default warn).")
  private LogLevel log;

  /**
   * What they say.
   *
   * @throws CommandLine.ParameterException if they cannot be used
   */
  Options read(int port) {
    refuseUnbuilt();
    require(port >= 0 && port < 65536, "--port", String.valueOf(port), "it is 0 to 65535");
    checkBind();
    log.set();
    require(show >= 0 && show <= 1000, "--show", String.valueOf(show), "it is 0 to 1000");
    require(region.matches("[a-z][a-z0-9-]{0,31}"), "--region", region, "it is like cn-north-4");
    require(world.matches("[A-Za-z0-9_.-]{1,64}"), "--world", world, "it is like blue");
    Options options =
        Options.USUAL
            .withBind(bind)
            .withPort(port)
            .withShow(show)
            .withSeed(seed)
            .withRegion(region)
            .withWorld(world);
    options = with("--clock", clock, options::withClock);
    options = start.isEmpty() ? options : with("--start", start, options::withStart);
    return options
        .withInventory(inventory.isEmpty() ? null : file("--inventory", inventory))
        .withScenarios(scenarioFiles())
        .withStubs(stubs.isEmpty() ? null : folder("--stubs", stubs));
  }

  private List<Path> scenarioFiles() {
    return scenarios.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> file("--scenario", name))
        .toList();
  }

  private void refuseUnbuilt() {
    require(!strictAuth, "--strict-auth", "true", "checking signatures is not built yet");
    require(data.isEmpty(), "--data", data, "keeping worlds on disk is not built yet");
  }

  private void checkBind() {
    try {
      boolean local = InetAddress.getByName(bind).isLoopbackAddress();
      require(
          local || allowRemote,
          "--bind",
          bind,
          "other machines reach it, and anybody who does can change everything; add --allow-remote"
              + " if that is meant");
    } catch (UnknownHostException e) {
      throw bad("--bind", bind, "there is no such address");
    }
  }

  private Options with(String name, String value, Function<String, Options> change) {
    try {
      return change.apply(value);
    } catch (ApiError e) {
      throw bad(name, value, e.getMessage() + " " + e.hint());
    }
  }

  private Path file(String name, String value) {
    Path file = Path.of(value);
    require(
        Files.isRegularFile(file) && Files.isReadable(file), name, value, "there is no such file");
    return file;
  }

  private Path folder(String name, String value) {
    Path folder = Path.of(value);
    require(Files.isDirectory(folder), name, value, "there is no such folder");
    return folder;
  }

  private void require(boolean good, String name, String value, String why) {
    if (!good) {
      throw bad(name, value, why);
    }
  }

  private CommandLine.ParameterException bad(String name, String value, String why) {
    return new CommandLine.ParameterException(
        spec.commandLine(), "%s is \"%s\": %s".formatted(name, value, why));
  }
}
