package io.ecsim;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecsim.api.ApiError;
import io.ecsim.api.control.FaultRule;
import io.ecsim.control.FaultReader;
import io.ecsim.sim.Tx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fault rules from YAML files: what each world begins with. */
final class Scenario {
  private final FaultReader reader;
  private final List<FaultRule> rules = new ArrayList<>();

  /**
   * Reads these files.
   *
   * @throws BadFile if one cannot be read or a rule in it could never match
   */
  Scenario(FaultReader reader, List<Path> files, long now) {
    this.reader = reader;
    for (Path file : files) {
      List<FaultRule> read = read(file);
      for (int i = 0; i < read.size(); i++) {
        check(file, i + 1, read.get(i), now);
      }
      rules.addAll(read);
    }
  }

  /** Lays the rules in a new world. */
  void open(Tx tx) {
    rules.forEach(rule -> reader.read(rule, tx.now()).lay(tx));
  }

  private static List<FaultRule> read(Path file) {
    try {
      List<FaultRule> rules =
          new YAMLMapper()
              .readValue(Files.readString(file), new TypeReference<List<FaultRule>>() {});
      return rules == null ? List.of() : rules;
    } catch (JsonProcessingException e) {
      throw new BadFile(
          file, place(e.getLocation()) + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new BadFile(file, "cannot be read: " + e.getMessage());
    }
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : "line " + at.getLineNr() + ": ";
  }

  private void check(Path file, int number, FaultRule rule, long now) {
    if (rule == null || rule.on() == null || rule.do_() == null) {
      throw new BadFile(file, "rule " + number + " lacks on or do.");
    }
    try {
      reader.read(rule, now);
    } catch (ApiError e) {
      String hint = e.hint() == null ? "" : " " + e.hint();
      throw new BadFile(file, "rule " + number + ": " + e.getMessage() + hint);
    }
  }
}
