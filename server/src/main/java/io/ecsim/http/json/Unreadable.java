package io.ecsim.http.json;

/** A text is no acceptable JSON. The message says why. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A reason. */
  public Unreadable(String message) {
    super(message, null, false, false);
  }
}
