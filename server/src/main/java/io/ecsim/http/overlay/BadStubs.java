package io.ecsim.http.overlay;

/** A folder of stubs cannot be used. The message says which file, and why. */
public final class BadStubs extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The file or folder in question, and what is wrong. */
  public BadStubs(String message, Throwable cause) {
    super(message, cause);
  }
}
