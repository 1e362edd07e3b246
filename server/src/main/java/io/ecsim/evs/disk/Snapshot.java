package io.ecsim.evs.disk;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A snapshot of a disk.
 *
 * @param name its name, perhaps empty
 * @param description a text, or null
 * @param volume the disk it is a snapshot of, and goes with
 * @param size GiB the disk had when it was made
 * @param metadata what users add
 */
public record Snapshot(
    String name, String description, Ref volume, int size, Map<String, String> metadata)
    implements Spec {

  /** Makes the metadata immutable, in the order it has. */
  public Snapshot {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  @Override
  public Collection<Ref> uses() {
    return List.of(volume);
  }

  @Override
  public Ref owner() {
    return volume;
  }

  /** The same with these texts. */
  Snapshot called(String newName, String newDescription) {
    return new Snapshot(newName, newDescription, volume, size, metadata);
  }

  /** The same with this metadata. */
  public Snapshot with(Map<String, String> newMetadata) {
    return new Snapshot(name, description, volume, size, newMetadata);
  }
}
