package io.ecsim.sim;

/** How far a job is. */
public enum Phase {
  /** A part that waits for the one before it. */
  INIT,
  /** Its steps or parts are under way. */
  RUNNING,
  /** It has failed and is taking back what it did; clients still see it running. */
  FAILING,
  /** Ended well. */
  SUCCESS,
  /** Ended badly, with code and reason. */
  FAIL;

  /** Whether nothing will happen any more. */
  public boolean over() {
    return this == SUCCESS || this == FAIL;
  }
}
