package io.ecsim.ecs.template;

import io.ecsim.api.ecs.LaunchTemplateData;
import io.ecsim.sim.Spec;

/**
 * A launch template and its only version.
 *
 * @param name its name
 * @param description a text, or null
 * @param versionDescription what is said of the version, or null
 * @param version the id of the version
 * @param data what servers are to be like, as it was given; null if nothing was
 */
public record Template(
    String name,
    String description,
    String versionDescription,
    String version,
    LaunchTemplateData data)
    implements Spec {
  /** The number of the only version. */
  public static final int NUMBER = 1;
}
