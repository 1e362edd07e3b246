package io.ecsim.ecs.huawei;

/** How a request wants a server that runs to be treated. */
final class Mode {
  private static final String STOPPING = "withStopServer";

  private Mode() {}

  /** Whether {@code mode} lets a server that runs be stopped. */
  static boolean stopping(String mode) {
    return STOPPING.equals(mode);
  }
}
