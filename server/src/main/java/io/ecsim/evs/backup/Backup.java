package io.ecsim.evs.backup;

import io.ecsim.evs.disk.MetadataRules;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backup of a disk. It outlives its disk.
 *
 * @param name its name, perhaps empty
 * @param description a text, or null
 * @param disk the disk as it was when the backup was made
 * @param snapshot the id of the snapshot it was made from, or null
 * @param parent the id of the backup it adds to, or null for a full one
 * @param metadata what users add
 * @param tags its tags
 * @param place where it belongs among backups, which only vaults care about
 */
public record Backup(
    String name,
    String description,
    Origin disk,
    String snapshot,
    String parent,
    Map<String, String> metadata,
    Map<String, String> tags,
    Place place)
    implements Spec {

  /**
   * A disk as it was.
   *
   * @param size GiB
   * @param image what it knows of the image it was once made from; empty without one
   * @param secrets metadata that tells whether and how it is encrypted
   */
  public record Origin(
      Ref ref,
      String name,
      String zone,
      String type,
      int size,
      boolean bootable,
      Map<String, String> image,
      Map<String, String> secrets) {}

  /**
   * Where a backup belongs.
   *
   * @param vault the vault that holds it, or null
   * @param checkpoint the id of the restore point it is part of, or null
   * @param auto whether nobody asked for it
   */
  public record Place(Ref vault, String checkpoint, boolean auto) {
    /** No vault and no restore point. */
    public static final Place NONE = new Place(null, null, false);
  }

  /** Makes the maps immutable, in the order they have. */
  public Backup {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  @Override
  public Collection<Ref> uses() {
    return place.vault() == null ? List.of() : List.of(place.vault());
  }

  /** Whether it adds to an earlier one. */
  public boolean incremental() {
    return parent != null;
  }

  /** Whether the disk was encrypted. */
  public boolean encrypted() {
    return "1".equals(disk.secrets().get(MetadataRules.ENCRYPTED));
  }

  /** The same with these texts and this metadata. */
  public Backup called(String newName, String newDescription, Map<String, String> newMetadata) {
    return new Backup(newName, newDescription, disk, snapshot, parent, newMetadata, tags, place);
  }
}
