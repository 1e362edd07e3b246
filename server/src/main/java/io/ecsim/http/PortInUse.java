package io.ecsim.http;

/** Another process has the port, or it may not be had. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The address that could not be had, and why. */
  public PortInUse(String bind, int port, Throwable cause) {
    super("%s:%d cannot be had: %s".formatted(bind, port, cause.getMessage()), cause);
  }
}
