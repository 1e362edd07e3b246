package io.ecsim.terraform.client;

/** A request that was sent and not answered. What it asked for may have happened. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAnswer(String request, Throwable cause) {
    super(request + ": " + cause.getMessage(), cause);
  }
}
