package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.client.NoAnswer;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a data source. */
public final class Lookup {
  private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);

  private static final Duration USUAL = Duration.ofMinutes(20);

  private Lookup() {}

  /** What it says; what it does not tell is null. */
  public static Outcome of(ConfiguredProvider provider, DataSource source, Values config) {
    try {
      Values asked = withDefaults(source, config);
      Found found = source.read(new Query(provider, USUAL, asked));
      return Outcome.of(Merge.refreshed(source.schema(), asked, found));
    } catch (ApiFailure failure) {
      return failed(source, failure.line(), failure.detail());
    } catch (NoAnswer silence) {
      return failed(source, "no answer", silence.getMessage());
    } catch (Problem problem) {
      return new Outcome(null, List.of(problem));
    } catch (RuntimeException mistake) {
      LOG.error("reading {} failed", source.name(), mistake);
      return failed(source, "ecsim made a mistake", String.valueOf(mistake));
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

  private static Outcome failed(DataSource source, String line, String detail) {
    String summary = "error reading " + source.name() + ": " + line;
    return new Outcome(null, List.of(Problem.error(summary, detail)));
  }
}
