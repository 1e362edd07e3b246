package io.ecsim.http.message;

/** What becomes of a request. */
public sealed interface Outcome permits Answer, Breakage, Trickle {}
