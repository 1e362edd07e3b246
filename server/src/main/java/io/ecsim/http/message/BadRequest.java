package io.ecsim.http.message;

/** A request that is broken before any operation can judge it. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** A request with something wrong in it: 400. */
  public BadRequest(String message) {
    this(400, message);
  }

  /** A request that deserves this HTTP status. */
  public BadRequest(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
