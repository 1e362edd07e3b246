package io.ecsim.control;

import io.ecsim.api.Operation;
import io.ecsim.api.control.FaultEffect;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a fault rule does. */
final class EffectReader {
  private static final List<String> MEMBERS =
      List.of("fail", "stall", "delay", "refuse", "status", "drop");

  private final Vocabulary words;

  EffectReader(Vocabulary words) {
    this.words = words;
  }

  /**
   * @param edge the edge the rule is laid on, or null for an operation
   */
  Effect read(FaultEffect does, Target on, Edge<?, ?> edge) {
    FaultReader.nothingElse("do", does.additional(), MEMBERS);
    refuseUnbuilt(does);
    List<Effect> effects = new ArrayList<>();
    if (does.fail() != null) {
      effects.add(fail(does.fail(), on, edge));
    }
    if (does.stall() != null) {
      effects.add(stall(does.stall(), on, edge));
    }
    if (does.delay() != null) {
      checkSteps("delay", on, edge);
      effects.add(new Effect.Delay(Times.duration("do.delay", does.delay()).toMillis()));
    }
    if (does.refuse() != null || does.status() != null) {
      effects.add(refuse(does.refuse(), does.status()));
    }
    if (does.drop() != null) {
      effects.add(drop(does.drop()));
    }
    if (effects.size() != 1) {
      throw FaultReader.invalid("do says %d things; it takes one.".formatted(effects.size()))
          .hinting("Known: " + String.join(", ", MEMBERS) + ". Lay two rules for two effects.");
    }
    return effects.get(0);
  }

  private static void refuseUnbuilt(FaultEffect does) {
    Map<String, Object> unbuilt = new LinkedHashMap<>();
    unbuilt.put("throttle", does.throttle());
    unbuilt.put("latency", does.latency());
    unbuilt.put("reset", does.reset());
    unbuilt.put("garbage", does.garbage());
    unbuilt.put("trickle", does.trickle());
    unbuilt.put("flap", does.flap());
    unbuilt.put("lag", does.lag());
    unbuilt.put("vanish", does.vanish());
    unbuilt.forEach(
        (word, value) -> {
          if (value != null) {
            throw FaultReader.notYet("The effect " + word + " is");
          }
        });
  }

  private Effect fail(Object how, Target on, Edge<?, ?> edge) {
    if (edge != null && !edge.canFail()) {
      throw FaultReader.invalid("%s cannot fail.".formatted(edge.name()))
          .hinting("It can be refused: {\"refuse\": CODE}.");
    }
    checkBegins("fail", on);
    if (Boolean.TRUE.equals(how)) {
      return new Effect.Fail(null);
    }
    if (!(how instanceof String code)) {
      throw FaultReader.invalid("do.fail is %s; it is a code or true.".formatted(how));
    }
    return new Effect.Fail(known(code));
  }

  private Effect stall(Object how, Target on, Edge<?, ?> edge) {
    checkSteps("stall", on, edge);
    if (Boolean.TRUE.equals(how)) {
      return new Effect.Stall(-1);
    }
    if (!(how instanceof String text)) {
      throw FaultReader.invalid("do.stall is %s; it is a duration or true.".formatted(how));
    }
    return new Effect.Stall(Times.duration("do.stall", text).toMillis());
  }

  private static Effect drop(String when) {
    if (!List.of("before", "after").contains(when)) {
      throw FaultReader.invalid("do.drop is \"%s\".".formatted(when))
          .hinting(Nearest.hint(when, List.of("before", "after")));
    }
    return new Effect.Drop(when.equals("after"));
  }

  private Effect refuse(String code, Integer status) {
    if (status != null && (status < 400 || status > 599)) {
      throw FaultReader.invalid("do.status is %d; it is 400 to 599.".formatted(status));
    }
    return new Effect.Refuse(code == null ? null : known(code), status == null ? 0 : status);
  }

  private String known(String code) {
    Set<String> known = words.codes();
    if (!known.contains(code)) {
      throw FaultReader.invalid("There is no code \"%s\".".formatted(code))
          .hinting(Nearest.hint(code, known));
    }
    return code;
  }

  /** An operation that only reads begins no edge. */
  private void checkBegins(String word, Target on) {
    if (!(on instanceof Target.OnOperation operation)) {
      return;
    }
    boolean reads =
        words.operations(operation.name(), operation.service()).stream()
            .map(Operation::method)
            .allMatch(method -> method.equals("GET") || method.equals("HEAD"));
    if (reads) {
      throw FaultReader.invalid(
              "%s only reads: it begins nothing that could %s.".formatted(operation.name(), word))
          .hinting("It can be refused or dropped.");
    }
  }

  private void checkSteps(String word, Target on, Edge<?, ?> edge) {
    checkBegins(word, on);
    if (edge != null && edge.steps().isEmpty()) {
      throw FaultReader.invalid(
          "%s takes no time: it has no step to %s.".formatted(edge.name(), word));
    }
  }
}
