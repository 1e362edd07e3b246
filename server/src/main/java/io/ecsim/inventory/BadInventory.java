package io.ecsim.inventory;

/** An inventory file cannot be used; the message says in which line, where, and what is wrong. */
public final class BadInventory extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, in one line. */
  public BadInventory(String message) {
    super(message, null, false, false);
  }
}
