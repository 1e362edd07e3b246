package io.ecsim.sim;

import java.util.List;

/**
 * What an advance of the clock has brought.
 *
 * @param now world time after it, in milliseconds
 * @param transitions what happened on the way, in order
 */
public record Fired(long now, List<Entry.Transition> transitions) {}
