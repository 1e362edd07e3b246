package io.ecsim.evs.group;

import io.ecsim.sim.Spec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A group of snapshots that were made together. Which ones, they say themselves.
 *
 * @param name its name, perhaps empty
 * @param description a text, or null
 * @param enterpriseProject its enterprise project, {@code 0} for the default one
 * @param tags its tags
 * @param server the id of the server that had the disks, or null if the disks were named alone; it
 *     may be gone
 */
public record SnapshotGroup(
    String name,
    String description,
    String enterpriseProject,
    Map<String, String> tags,
    String server)
    implements Spec {

  /** Makes the tags immutable, in the order they have. */
  public SnapshotGroup {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** The same with these texts. */
  SnapshotGroup called(String newName, String newDescription) {
    return new SnapshotGroup(newName, newDescription, enterpriseProject, tags, server);
  }

  /** The same with these tags. */
  public SnapshotGroup tagged(Map<String, String> newTags) {
    return new SnapshotGroup(name, description, enterpriseProject, newTags, server);
  }
}
