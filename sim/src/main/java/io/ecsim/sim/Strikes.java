package io.ecsim.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Which fault rules strike. Counters tick inside the transaction: a refused request uses up none.
 */
final class Strikes {
  private static final long DICE = 1L << 40;

  private final Tx tx;

  Strikes(Tx tx) {
    this.tx = tx;
  }

  /**
   * The rules that strike an edge as it begins.
   *
   * @throws Refusal if a rule refuses
   */
  List<Struck> onEdge(String edge, Resource<?> resource, String job) {
    List<Struck> struck = new ArrayList<>();
    var rules = tx.store().faults();
    for (int i = 0; i < rules.size(); i++) {
      Fault rule = rules.get(i);
      if (rule.on() instanceof Target.OnEdge target
          && target.edge().equals(edge)
          && rule.where().matches(resource)
          && rule.when().open(tx.now())
          && meet(i, rule, job)) {
        Struck hit = new Struck(rule.id(), rule.name(), rule.effect());
        fired(rule, resource.ref());
        if (refuses(rule.effect())) {
          String code = rule.effect() instanceof Effect.Refuse refuse ? refuse.code() : null;
          throw new Refusal(
              code, resource.ref(), "Refused by the fault rule " + rule.name() + ".", hit);
        }
        struck.add(hit);
      }
    }
    tx.struck(struck);
    return struck;
  }

  private static boolean refuses(Effect effect) {
    return effect instanceof Effect.Refuse || (effect instanceof Effect.Drop drop && !drop.after());
  }

  /** The rules that struck the request and can strike this edge too. */
  List<Struck> provoked(Edge<?, ?> edge) {
    return tx.provoked().stream().filter(struck -> fits(struck.effect(), edge)).toList();
  }

  private static boolean fits(Effect effect, Edge<?, ?> edge) {
    if (effect instanceof Effect.Fail) {
      return edge.canFail();
    }
    return !edge.steps().isEmpty()
        && (effect instanceof Effect.Stall || effect instanceof Effect.Delay);
  }

  /** The rules that strike a request. */
  List<Struck> onRequest(Probe probe) {
    List<Struck> struck = new ArrayList<>();
    var rules = tx.store().faults();
    for (int i = 0; i < rules.size(); i++) {
      Fault rule = rules.get(i);
      if (rule.on() instanceof Target.OnOperation target
          && probe.meets(target)
          && confined(rule.where(), probe)
          && rule.when().open(tx.now())
          && meet(i, rule, probe.key() + '\n' + rule.matched())) {
        fired(rule, null);
        struck.add(new Struck(rule.id(), rule.name(), rule.effect()));
      }
    }
    return struck;
  }

  private boolean confined(Where where, Probe probe) {
    return where.matchesRequest(probe.project())
        || tx.state().shelves().values().stream()
            .flatMap(shelf -> probe.ids().stream().map(shelf::get))
            .anyMatch(r -> r != null && where.matches(r));
  }

  private boolean meet(int index, Fault rule, String what) {
    double dice = (double) Ids.below(DICE, tx.state().seed(), rule.id(), what) / DICE;
    boolean strikes = rule.when().strikes(rule.matched() + 1, dice);
    tx.store().faults(tx.store().faults().with(index, rule.counted(strikes)));
    return strikes;
  }

  /** A rule that has refused has fired, though its transaction was thrown away. */
  void recount(Refusal refusal) {
    if (refusal.struck() == null) {
      return;
    }
    var rules = tx.store().faults();
    for (int i = 0; i < rules.size(); i++) {
      Fault rule = rules.get(i);
      if (rule.id().equals(refusal.struck().rule())) {
        tx.store().faults(rules.with(i, rule.counted(true)));
        fired(rule, refusal.ref());
      }
    }
  }

  private void fired(Fault rule, Ref ref) {
    String on =
        rule.on() instanceof Target.OnEdge edge
            ? edge.edge()
            : ((Target.OnOperation) rule.on()).name();
    tx.lines().add(new Entry.FaultFired(tx.now(), rule.id(), rule.name(), on, ref, tx.cause()));
  }
}
