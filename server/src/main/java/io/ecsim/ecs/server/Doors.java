package io.ecsim.ecs.server;

/** Through which doors a server can be asked for something that others refuse. */
public final class Doors {
  /** Huawei's API, allowed to stop a running server first: {@code withStopServer}. */
  public static final String STOPPING = "withStopServer";

  /** The native API. */
  public static final String NATIVE = "native";

  private Doors() {}
}
