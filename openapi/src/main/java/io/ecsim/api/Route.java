package io.ecsim.api;

/** An operation and what answers it. The generated {@code …Routes} classes make them. */
public record Route(Operation operation, Handler handler) {

  /** Answers a call that has been routed, identified and validated. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers one call.
     *
     * @return the body, a {@link Reply}, or null for an empty body
     * @throws ApiError if the call is refused
     */
    Object handle(Call call, Input input);
  }
}
