package io.ecsim.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lays fault rules, from a YAML file or from options. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Lays a fault rule, or all rules of a YAML file.",
      "",
      "  ecsim faults add --edge volume.delete --fail EVS.2020 --where name=data-*",
      "  ecsim faults add --operation evs.ShowJob --status 503 --when first=2",
      ""
    })
final class FaultsAdd implements Callable<Integer> {
  @Mixin private Remote remote;

  @ArgGroup(multiplicity = "1")
  private Source source;

  /** A file, or one rule. */
  static final class Source {
    @Option(
        names = {"-f", "--file"},
        paramLabel = "FILE",
        description = "YAML: a rule, or a list of rules.")
    private Path file;

    @ArgGroup(exclusive = false)
    private RuleOptions rule;
  }

  @Override
  public Integer call() {
    List<JsonNode> rules = source.file == null ? List.of(source.rule.read()) : read(source.file);
    ControlClient client = remote.client();
    List<JsonNode> laid = new ArrayList<>();
    for (JsonNode rule : rules) {
      laid.add(client.send("POST", "/faults", rule));
    }
    return FaultsCommand.printLaid(remote, laid);
  }

  private static List<JsonNode> read(Path file) {
    try {
      JsonNode content = new YAMLMapper().readTree(Files.readString(file));
      List<JsonNode> rules = new ArrayList<>();
      if (content instanceof ArrayNode list) {
        list.forEach(rules::add);
      } else {
        rules.add(content);
      }
      return rules;
    } catch (NoSuchFileException e) {
      throw new Failure(Failure.USAGE, file + ": there is no such file");
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new Failure(Failure.USAGE, file + ": " + where + why);
    } catch (IOException e) {
      throw new Failure(Failure.USAGE, file + ": " + e.getMessage());
    }
  }
}
