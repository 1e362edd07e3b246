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
 * @param tags its tags
 * @param standard what it has as a standard snapshot, or null if it is a legacy one
 */
public record Snapshot(
    String name,
    String description,
    Ref volume,
    int size,
    Map<String, String> metadata,
    Map<String, String> tags,
    Standard standard)
    implements Spec {

  /** How the names of those begin that are made on the way to a backup. */
  static final String AUTOMATIC = "autobk_snapshot_";

  /** Makes metadata and tags immutable, in the order they have. */
  public Snapshot {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** A legacy snapshot without tags. */
  public Snapshot(
      String name, String description, Ref volume, int size, Map<String, String> metadata) {
    this(name, description, volume, size, metadata, Map.of(), null);
  }

  /** Its disk, and the group it was made with. */
  @Override
  public Collection<Ref> uses() {
    return group() == null ? List.of(volume) : List.of(volume, group());
  }

  @Override
  public Ref owner() {
    return volume;
  }

  /** The group it was made with, or null. */
  public Ref group() {
    return standard == null ? null : standard.group();
  }

  /** Whether it is a legacy snapshot; version 5 of the API makes standard ones. */
  public boolean legacy() {
    return standard == null;
  }

  /** Whether it was made on the way to a backup, and not by anybody's hand. */
  public boolean automatic() {
    return name.startsWith(AUTOMATIC);
  }

  /** Whether disks can be made from it at once. */
  public boolean hasInstantAccess() {
    return standard != null && standard.instantAccess() == InstantAccess.ON;
  }

  /** The same with these texts. */
  Snapshot called(String newName, String newDescription) {
    return new Snapshot(newName, newDescription, volume, size, metadata, tags, standard);
  }

  /** The same with this metadata. */
  public Snapshot with(Map<String, String> newMetadata) {
    return new Snapshot(name, description, volume, size, newMetadata, tags, standard);
  }

  /** The same with these tags. */
  public Snapshot tagged(Map<String, String> newTags) {
    return new Snapshot(name, description, volume, size, metadata, newTags, standard);
  }

  /** The same with instant access or without; a standard snapshot. */
  Snapshot with(InstantAccess access) {
    return new Snapshot(name, description, volume, size, metadata, tags, standard.with(access));
  }
}
