package io.ecsim.ecs.server;

/**
 * Where a server was asked to be put. Answers show what was asked for at creation, not what became
 * of it: {@code terraform-huaweicloud.md} 2.2.
 *
 * @param group a server group's id, or null
 * @param tenancy {@code shared} or {@code dedicated}, or null
 * @param host a dedicated host's id, or null
 */
public record Hints(String group, String tenancy, String host) {
  public static final Hints NONE = new Hints(null, null, null);
}
