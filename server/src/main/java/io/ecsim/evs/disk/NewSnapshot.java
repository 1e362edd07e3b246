package io.ecsim.evs.disk;

import io.ecsim.api.evs.CreateSnapshotOption;
import java.util.Map;

/**
 * What a client asks for when it makes a snapshot.
 *
 * @param volume the id of the disk
 * @param name the name, perhaps empty
 * @param description a text, or null
 * @param force whether the disk may be in use
 */
public record NewSnapshot(
    String volume, String name, String description, boolean force, Map<String, String> metadata) {

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
        metadata == null ? Map.of() : metadata);
  }
}
