package io.ecsim.cli;

import static io.ecsim.cli.ControlClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, makes, resets and deletes worlds. */
@Command(
    name = "worlds",
    mixinStandardHelpOptions = true,
    description = "Lists, makes, resets and deletes worlds.",
    subcommands = {
      WorldsCommand.Create.class,
      WorldsCommand.Reset.class,
      WorldsCommand.Delete.class
    })
final class WorldsCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Override
  public Integer call() {
    return remote.print(remote.client().get("/worlds"), answer -> table(answer.path("worlds")));
  }

  private static String table(Iterable<JsonNode> worlds) {
    var grid = new Grid("NAME", "CLOCK", "NOW", "RESOURCES", "FAULTS");
    for (JsonNode world : worlds) {
      grid.row(
          world.path("name").asText(),
          world.path("clock").asText(),
          world.path("now").asText(),
          world.path("resources").asText(),
          world.path("faults").asText());
    }
    return grid.text("none");
  }

  /** Makes a world. */
  @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a world.")
  static final class Create implements Callable<Integer> {
    @Mixin private Remote remote;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Option(
        names = "--from",
        paramLabel = "WORLD",
        description = "Begin as this world is now, not as a new one.")
    private String from;

    @Override
    public Integer call() {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("name", name);
      if (from != null) {
        body.put("from", from);
      }
      return remote.print(
          remote.client().send("POST", "/worlds", body), world -> table(List.of(world)));
    }
  }

  /** Makes a world as new. */
  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Makes a world as it was when it was made.")
  static final class Reset implements Callable<Integer> {
    @Mixin private Remote remote;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Override
    public Integer call() {
      return remote.print(
          remote.client().send("POST", "/worlds/" + segment(name) + "/reset", null),
          world -> table(List.of(world)));
    }
  }

  /** Forgets a world. */
  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Forgets a world.")
  static final class Delete implements Callable<Integer> {
    @Mixin private Remote remote;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Override
    public Integer call() {
      return remote.print(
          remote.client().send("DELETE", "/worlds/" + segment(name), null),
          answer -> name + " deleted");
    }
  }
}
