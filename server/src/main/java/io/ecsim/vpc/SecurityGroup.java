package io.ecsim.vpc;

import io.ecsim.sim.Spec;
import java.util.Map;

/**
 * A security group.
 *
 * @param standing whether it is the project's own {@code default}, which cannot be deleted
 */
record SecurityGroup(
    String name,
    String description,
    String enterpriseProject,
    boolean standing,
    Map<String, String> tags)
    implements Spec {

  SecurityGroup withTags(Map<String, String> changed) {
    return new SecurityGroup(name, description, enterpriseProject, standing, changed);
  }
}
