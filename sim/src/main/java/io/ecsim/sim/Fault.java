package io.ecsim.sim;

/**
 * A fault rule: match, trigger, effect; and how often it was met.
 *
 * @param id its id
 * @param name what journal and reports call it
 * @param on what it is laid on
 * @param where what it is confined to
 * @param when which matches it strikes
 * @param effect what it does
 * @param matched how many begun edges or requests it has matched
 * @param fired how many of them it has struck
 */
public record Fault(
    String id,
    String name,
    Target on,
    Where where,
    When when,
    Effect effect,
    long matched,
    long fired) {

  Fault counted(boolean struck) {
    return new Fault(id, name, on, where, when, effect, matched + 1, fired + (struck ? 1 : 0));
  }
}
