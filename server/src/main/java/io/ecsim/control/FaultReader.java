package io.ecsim.control;

import io.ecsim.api.ApiError;
import io.ecsim.api.Operation;
import io.ecsim.api.control.FaultRule;
import io.ecsim.api.control.FaultTarget;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Fault;
import io.ecsim.sim.Target;
import io.ecsim.sim.Tx;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import java.util.List;
import java.util.Map;

/** Reads fault rules. A rule that could never match is refused, with the nearest words. */
public final class FaultReader {
  private static final List<String> MEMBERS = List.of("name", "on", "where", "when", "do");
  private static final List<String> TARGETS = List.of("edge", "operation", "request");

  private final Vocabulary words;
  private final WhereReader where;
  private final EffectReader effect;

  /** A reader that knows these words. */
  public FaultReader(Vocabulary words) {
    this.words = words;
    this.where = new WhereReader(words);
    this.effect = new EffectReader(words);
  }

  /**
   * A rule, ready to be laid.
   *
   * @param name what journal and reports call it
   */
  public record Draft(String name, Target on, Where where, When when, Effect effect) {
    /** Lays it. */
    public Fault lay(Tx tx) {
      return tx.lay(name, on, where, when, effect);
    }
  }

  /**
   * What a rule means, laid at this moment.
   *
   * @param now world time in milliseconds, from which {@code after} and {@code until} count
   * @throws ApiError {@code invalidRule} if it is none or could never match; {@code notYet} for
   *     words that are known but not built
   */
  public Draft read(FaultRule rule, long now) {
    nothingElse("A rule", rule.additional(), MEMBERS);
    Target on = target(rule.on());
    Edge<?, ?> edge = on instanceof Target.OnEdge target ? words.edge(target.edge()) : null;
    Effect does = effect.read(rule.do_(), on, edge);
    Where place = where.read(rule.where(), edge);
    When time = WhenReader.read(rule.when(), now);
    String name =
        rule.name() == null || rule.name().isBlank() ? FaultView.title(on, does) : rule.name();
    return new Draft(name, on, place, time, does);
  }

  private Target target(FaultTarget on) {
    nothingElse("on", on.additional(), TARGETS);
    long given =
        java.util.stream.Stream.of(on.edge(), on.operation(), on.request())
            .filter(text -> text != null)
            .count();
    if (given != 1) {
      throw invalid("on names %d of edge, operation and request; it takes one.".formatted(given));
    }
    if (on.request() != null) {
      throw notYet("Rules on request patterns are").hinting("Name an operation.");
    }
    return on.edge() != null ? edge(on.edge()) : operation(on.operation());
  }

  private Target edge(String name) {
    if (words.edge(name) == null) {
      throw invalid("There is no edge \"%s\".".formatted(name))
          .hinting(Nearest.hint(name, words.edgeNames()));
    }
    return new Target.OnEdge(name);
  }

  private Target operation(String text) {
    int dot = text.indexOf('.');
    String service = dot < 0 ? null : text.substring(0, dot);
    String name = text.substring(dot + 1);
    if (service != null && !words.services().contains(service)) {
      throw invalid("There is no service \"%s\".".formatted(service))
          .hinting(Nearest.hint(service, words.services()));
    }
    List<Operation> found = words.operations(name, service);
    if (found.isEmpty()) {
      throw invalid("There is no operation \"%s\".".formatted(text))
          .hinting(Nearest.hint(name, words.operationNames()));
    }
    return new Target.OnOperation(name, service);
  }

  static void nothingElse(String where, Map<String, Object> rest, List<String> known) {
    for (String word : rest.keySet()) {
      throw invalid("%s has no member \"%s\".".formatted(where, word))
          .hinting(Nearest.hint(word, known));
    }
  }

  static ApiError invalid(String message) {
    return new ApiError(400, "invalidRule", message);
  }

  static ApiError notYet(String what) {
    return new ApiError(400, "notYet", what + " not built yet.");
  }
}
