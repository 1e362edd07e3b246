package io.ecsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows, turns and advances the clock. */
@Command(
    name = "clock",
    mixinStandardHelpOptions = true,
    description = "Shows the clock, sets it, or moves it on.",
    subcommands = {ClockCommand.Set.class, ClockCommand.Advance.class})
final class ClockCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Override
  public Integer call() {
    return remote.print(remote.client().get("/clock"), ClockCommand::text);
  }

  private static String text(JsonNode clock) {
    String pace = clock.path("pace").isNull() ? "" : ", pace " + clock.path("pace").asText();
    String show = clock.path("show").asInt() == 0 ? "" : ", show " + clock.path("show").asText();
    String due = clock.path("nextDue").isNull() ? "nothing" : clock.path("nextDue").asText();
    return "%s%s%s%nnow       %s%nnext due  %s"
        .formatted(clock.path("mode").asText(), pace, show, clock.path("now").asText(), due);
  }

  /** Goes on in another way. */
  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = "Sets how the clock goes; the moment stays.")
  static final class Set implements Callable<Integer> {
    @Mixin private Remote remote;

    @Parameters(
        arity = "0..1",
        paramLabel = "CLOCK",
        description = "real, fast, 60x and the like, instant, stepped.")
    private String mode;

    @Option(
        names = "--show",
        paramLabel = "N",
        description = "Hold each step until it has been seen N times.")
    private Integer show;

    @Override
    public Integer call() {
      Map<String, Object> change = new LinkedHashMap<>();
      if (mode != null) {
        change.put("mode", mode);
      }
      if (show != null) {
        change.put("show", show);
      }
      return remote.print(remote.client().send("PUT", "/clock", change), ClockCommand::text);
    }
  }

  /** Moves time on. */
  @Command(
      name = "advance",
      mixinStandardHelpOptions = true,
      description = "Moves time on and shows what happens.")
  static final class Advance implements Callable<Integer> {
    @Mixin private Remote remote;

    @ArgGroup(multiplicity = "1")
    private HowFar howFar;

    /** By how much, or up to what. */
    static final class HowFar {
      @Option(names = "--by", paramLabel = "DURATION", description = "Such as PT30S.")
      private String by;

      @Option(
          names = "--to",
          paramLabel = "WHAT",
          description = "idle: all steps under way end; next: the next thing that is due.")
      private String to;
    }

    @Override
    public Integer call() {
      Map<String, String> body =
          howFar.by == null ? Map.of("to", howFar.to) : Map.of("by", howFar.by);
      return remote.print(remote.client().send("POST", "/clock/advance", body), Advance::text);
    }

    private static String text(JsonNode advanced) {
      var grid = new Grid("AT", "EDGE", "STATUS", "ID");
      for (JsonNode due : advanced.path("due")) {
        grid.row(
            due.path("at").asText(),
            due.path("edge").asText(""),
            due.path("status").asText(),
            due.path("id").asText());
      }
      return grid.text("nothing was due") + "\nnow " + advanced.path("now").asText();
    }
  }
}
