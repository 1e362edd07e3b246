package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a data source. */
public final class Lookup {
  private Lookup() {}

  /** What it says; what it does not tell is null. */
  public static Outcome of(ConfiguredProvider provider, DataSource source, Values config) {
    try {
      Values asked = withDefaults(source, config);
      Found found = source.read(new Query(provider, Life.USUAL, asked));
      return Outcome.of(Merge.refreshed(source.schema(), asked, found));
    } catch (Problem problem) {
      return new Outcome(null, List.of(problem));
    } catch (RuntimeException failure) {
      String doing = "reading " + source.name();
      Problem problem = Failures.problem(failure, doing);
      return new Outcome(
          null,
          List.of(Problem.error("error " + doing + ": " + problem.summary(), problem.detail())));
    }
  }

  private static Values withDefaults(DataSource source, Values config) {
    Map<String, Object> asked = new LinkedHashMap<>(config.members());
    source
        .schema()
        .attributes()
        .filter(row -> row.usual() != null && asked.get(row.name()) == null)
        .forEach(row -> asked.put(row.name(), row.usual()));
    return new Values(asked);
  }
}
