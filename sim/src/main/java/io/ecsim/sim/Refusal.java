package io.ecsim.sim;

/** An edge may not begin; nothing has happened. Carries the vendor's code from the table. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Ref ref;
  private final transient Struck struck;

  /** A refusal by the table: wrong status, busy, or a guard. */
  public Refusal(String code, Ref ref, String message) {
    this(code, ref, message, null);
  }

  Refusal(String code, Ref ref, String message, Struck struck) {
    super(message, null, false, false);
    this.code = code;
    this.ref = ref;
    this.struck = struck;
  }

  /** The vendor's code; null if a fault rule gives only an HTTP status. */
  public String code() {
    return code;
  }

  /** The resource that refused; a refusal is a look at it. */
  public Ref ref() {
    return ref;
  }

  /** The fault rule that refused, or null if the table did. */
  public Struck struck() {
    return struck;
  }
}
