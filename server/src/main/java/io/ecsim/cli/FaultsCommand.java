package io.ecsim.cli;

import static io.ecsim.cli.ControlClient.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists, lays and lifts fault rules. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = "Lists, lays and lifts fault rules.",
    subcommands = {
      FaultsCommand.ListRules.class,
      FaultsAdd.class,
      FaultsCommand.Clear.class,
      FaultsCommand.Remove.class
    })
final class FaultsCommand implements Callable<Integer> {
  @Mixin private Remote remote;

  @Override
  public Integer call() {
    return list(remote);
  }

  private static int list(Remote remote) {
    return remote.print(remote.client().get("/faults"), answer -> table(answer.path("faults")));
  }

  /** Rules as people read them. */
  static String table(Iterable<JsonNode> rules) {
    var grid = new Grid("ID", "NAME", "ON", "WHERE", "WHEN", "DO", "MATCHED", "FIRED");
    for (JsonNode rule : rules) {
      grid.row(
          rule.path("id").asText(),
          rule.path("name").asText(),
          words(rule.path("on")),
          words(rule.path("where")),
          words(rule.path("when")),
          words(rule.path("do")),
          rule.path("matched").asText(),
          rule.path("fired").asText());
    }
    return grid.text("no fault rules");
  }

  private static String words(JsonNode members) {
    return String.join(
        " ",
        members.properties().stream()
            .map(member -> member.getKey() + " " + member.getValue().asText())
            .toList());
  }

  /** Prints rules that were just laid. */
  static int printLaid(Remote remote, List<JsonNode> laid) {
    ArrayNode all = ControlClient.JSON.createArrayNode().addAll(laid);
    JsonNode answer = ControlClient.JSON.createObjectNode().set("faults", all);
    return remote.print(answer, faults -> table(faults.path("faults")));
  }

  /** Lists them. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the rules and how often they matched and fired.")
  static final class ListRules implements Callable<Integer> {
    @Mixin private Remote remote;

    @Override
    public Integer call() {
      return list(remote);
    }
  }

  /** Lifts all. */
  @Command(
      name = "clear",
      mixinStandardHelpOptions = true,
      description = "Lifts all rules; what they stalled goes on.")
  static final class Clear implements Callable<Integer> {
    @Mixin private Remote remote;

    @Override
    public Integer call() {
      return remote.print(
          remote.client().send("DELETE", "/faults", null),
          answer -> answer.path("deleted").asText() + " lifted");
    }
  }

  /** Lifts one. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Lifts one rule; what it stalled goes on.")
  static final class Remove implements Callable<Integer> {
    @Mixin private Remote remote;

    @Parameters(paramLabel = "ID", description = "Its id.")
    private String id;

    @Override
    public Integer call() {
      return remote.print(
          remote.client().send("DELETE", "/faults/" + segment(id), null), answer -> id + " lifted");
    }
  }
}
