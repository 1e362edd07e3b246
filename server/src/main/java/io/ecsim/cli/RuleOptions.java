package io.ecsim.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A fault rule in options. */
final class RuleOptions {
  @ArgGroup(multiplicity = "1")
  private Target on;

  /** What it is laid on. */
  static final class Target {
    @Option(names = "--edge", paramLabel = "EDGE", description = "Such as volume.delete.")
    private String edge;

    @Option(
        names = "--operation",
        paramLabel = "NAME",
        description = "Such as CreateVolume, or evs.ShowJob.")
    private String operation;
  }

  @ArgGroup(multiplicity = "1")
  private Effect does;

  /** What it does. */
  static final class Effect {
    @Option(
        names = "--fail",
        paramLabel = "CODE",
        arity = "0..1",
        fallbackValue = "",
        description = "Accepted, then failed: with this code, or the edge's usual one.")
    private String fail;

    @Option(
        names = "--stall",
        paramLabel = "DURATION",
        arity = "0..1",
        fallbackValue = "",
        description = "Stay in the first step: so long, or for ever.")
    private String stall;

    @Option(names = "--delay", paramLabel = "DURATION", description = "Take so much longer.")
    private String delay;

    @Option(names = "--refuse", paramLabel = "CODE", description = "Refuse with this code.")
    private String refuse;

    @Option(names = "--status", paramLabel = "N", description = "Refuse with this HTTP status.")
    private Integer status;

    @Option(
        names = "--drop",
        paramLabel = "WHEN",
        description = "Close the connection: before or after the change was made.")
    private String drop;
  }

  @Option(names = "--name", paramLabel = "TEXT", description = "What journal and reports call it.")
  private String name;

  @Option(
      names = "--where",
      paramLabel = "KEY=VALUE",
      description = "Only: id, name (a glob), tag, status, project, type. Repeatable.")
  private Map<String, String> where = new LinkedHashMap<>();

  @Option(
      names = "--when",
      paramLabel = "KEY=VALUE",
      description = "Only: nth, first, every, rate, after, until. Repeatable.")
  private Map<String, String> when = new LinkedHashMap<>();

  ObjectNode read() {
    ObjectNode rule = ControlClient.JSON.createObjectNode();
    if (name != null) {
      rule.put("name", name);
    }
    ObjectNode target = rule.putObject("on");
    target.put(on.edge == null ? "operation" : "edge", on.edge == null ? on.operation : on.edge);
    if (!where.isEmpty()) {
      rule.set("where", ControlClient.JSON.valueToTree(where));
    }
    if (!when.isEmpty()) {
      ObjectNode time = rule.putObject("when");
      when.forEach((key, value) -> put(time, key, value));
    }
    write(rule.putObject("do"));
    return rule;
  }

  private static void put(ObjectNode object, String key, String value) {
    if (value.matches("[0-9]{1,9}")) {
      object.put(key, Integer.parseInt(value));
    } else if (value.matches("[0-9]*[.][0-9]+")) {
      object.put(key, Double.parseDouble(value));
    } else {
      object.put(key, value);
    }
  }

  private void write(ObjectNode effect) {
    if (does.fail != null) {
      orTrue(effect, "fail", does.fail);
    } else if (does.stall != null) {
      orTrue(effect, "stall", does.stall);
    } else if (does.delay != null) {
      effect.put("delay", does.delay);
    } else if (does.refuse != null) {
      effect.put("refuse", does.refuse);
    } else if (does.status != null) {
      effect.put("status", does.status);
    } else {
      effect.put("drop", does.drop);
    }
  }

  private static void orTrue(ObjectNode effect, String word, String value) {
    if (value.isEmpty()) {
      effect.put(word, true);
    } else {
      effect.put(word, value);
    }
  }
}
