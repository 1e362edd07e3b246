package io.ecsim.control;

import io.ecsim.api.control.FaultEffect;
import io.ecsim.api.control.FaultTarget;
import io.ecsim.api.control.FaultWhen;
import io.ecsim.api.control.FaultWhere;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Fault;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import java.util.Map;

/** Writes fault rules down as they were given, with times as moments, and how often they struck. */
final class FaultView {
  private FaultView() {}

  static io.ecsim.api.control.Fault show(Fault fault) {
    return io.ecsim.api.control.Fault.builder()
        .id(fault.id())
        .name(fault.name())
        .on(on(fault.on()))
        .where(fault.where().equals(Where.ANYWHERE) ? null : where(fault.where()))
        .when(fault.when().equals(When.ALWAYS) ? null : when(fault.when()))
        .do_(effect(fault.effect()))
        .matched(fault.matched())
        .fired(fault.fired())
        .build();
  }

  /** What a rule without a name is called: {@code volume.delete: fail EVS.2020}. */
  static String title(Target on, Effect effect) {
    String target =
        on instanceof Target.OnEdge edge ? edge.edge() : operation((Target.OnOperation) on);
    return target + ": " + words(effect);
  }

  private static String operation(Target.OnOperation on) {
    return on.service() == null ? on.name() : on.service() + "." + on.name();
  }

  private static String words(Effect effect) {
    if (effect instanceof Effect.Fail fail) {
      return fail.code() == null ? "fail" : "fail " + fail.code();
    }
    if (effect instanceof Effect.Stall stall) {
      return stall.millis() < 0 ? "stall" : "stall " + Times.duration(stall.millis());
    }
    if (effect instanceof Effect.Delay delay) {
      return "delay " + Times.duration(delay.millis());
    }
    if (effect instanceof Effect.Drop drop) {
      return drop.after() ? "drop after" : "drop before";
    }
    Effect.Refuse refuse = (Effect.Refuse) effect;
    return refuse.code() == null ? "status " + refuse.status() : "refuse " + refuse.code();
  }

  private static FaultTarget on(Target on) {
    return on instanceof Target.OnEdge edge
        ? new FaultTarget(edge.edge(), null, null, Map.of())
        : new FaultTarget(null, operation((Target.OnOperation) on), null, Map.of());
  }

  private static FaultWhere where(Where where) {
    return FaultWhere.builder()
        .id(where.id())
        .name(where.name())
        .tag(where.tag())
        .status(where.status())
        .project(where.project())
        .type(where.type())
        .build();
  }

  private static FaultWhen when(When when) {
    return FaultWhen.builder()
        .nth(count(when.nth()))
        .first(count(when.first()))
        .every(count(when.every()))
        .rate(when.rate() < 0 ? null : when.rate())
        .after(when.after() == 0 ? null : Times.iso(when.after()))
        .until(when.until() == 0 ? null : Times.iso(when.until()))
        .build();
  }

  private static Integer count(long number) {
    return number == 0 ? null : (int) number;
  }

  private static FaultEffect effect(Effect effect) {
    FaultEffect.Builder does = FaultEffect.builder();
    if (effect instanceof Effect.Fail fail) {
      does.fail(fail.code() == null ? true : fail.code());
    } else if (effect instanceof Effect.Stall stall) {
      does.stall(stall.millis() < 0 ? true : Times.duration(stall.millis()));
    } else if (effect instanceof Effect.Delay delay) {
      does.delay(Times.duration(delay.millis()));
    } else if (effect instanceof Effect.Drop drop) {
      does.drop(drop.after() ? "after" : "before");
    } else if (effect instanceof Effect.Refuse refuse) {
      does.refuse(refuse.code()).status(refuse.status() == 0 ? null : refuse.status());
    }
    return does.build();
  }
}
