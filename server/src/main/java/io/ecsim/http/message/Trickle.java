package io.ecsim.http.message;

import java.time.Duration;

/**
 * An answer whose body comes bit by bit.
 *
 * @param pieces in how many pieces
 * @param over how long it takes all in all
 */
public record Trickle(Answer answer, int pieces, Duration over) implements Outcome {}
