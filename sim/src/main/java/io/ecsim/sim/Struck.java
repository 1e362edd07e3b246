package io.ecsim.sim;

/**
 * A fault rule that has fired.
 *
 * @param rule the rule's id
 * @param name the rule's name
 * @param effect what it does
 */
public record Struck(String rule, String name, Effect effect) {}
