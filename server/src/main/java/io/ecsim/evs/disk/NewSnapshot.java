package io.ecsim.evs.disk;

import io.ecsim.api.evs.CreateSnapshotOption;
import io.ecsim.api.evs.CreateSnapshotV5Option;
import java.util.Map;

/**
 * What a client asks for when it makes a snapshot.
 *
 * @param volume the id of the disk
 * @param name the name, perhaps empty
 * @param description a text, or null
 * @param force whether the disk may be in use
 * @param standard what a standard snapshot shall have, whose enterprise project is that of the disk
 *     if it is null; null for a legacy snapshot
 */
public record NewSnapshot(
    String volume,
    String name,
    String description,
    boolean force,
    Map<String, String> metadata,
    Map<String, String> tags,
    Standard standard) {

  /** What the EVS form of the request asks for. */
  public static NewSnapshot of(CreateSnapshotOption option) {
    return of(
        option.volumeId(), option.name(), option.description(), option.force(), option.metadata());
  }

  /** What is null was not given. */
  public static NewSnapshot of(
      String volume, String name, String description, Boolean force, Map<String, String> metadata) {
    return new NewSnapshot(
        volume,
        Texts.or(name, ""),
        description,
        Boolean.TRUE.equals(force),
        or(metadata),
        Map.of(),
        null);
  }

  /** What version 5 of the request asks for: a standard snapshot, also of a disk in use. */
  public static NewSnapshot of(CreateSnapshotV5Option option) {
    return new NewSnapshot(
        option.volumeId(),
        Texts.or(option.name(), ""),
        option.description(),
        true,
        Map.of(),
        or(option.tags()),
        new Standard(
            option.enterpriseProjectId(),
            !Boolean.FALSE.equals(option.incremental()),
            InstantAccess.of(option.instantAccess()),
            null));
  }

  /** A standard snapshot of a disk, which may be in use. */
  public static NewSnapshot of(String volume, String name, Standard standard) {
    return new NewSnapshot(volume, name, null, true, Map.of(), Map.of(), standard);
  }

  private static Map<String, String> or(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
