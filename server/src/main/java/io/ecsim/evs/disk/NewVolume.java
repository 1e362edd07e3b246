package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import io.ecsim.api.evs.CreateVolumeOption;
import io.ecsim.api.evs.CreateVolumesOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a client asks for when it creates disks; what is null was not given.
 *
 * @param size GiB, 0 if not given: then it is the source's
 * @param count how many
 * @param shareable the deprecated twin of {@code multiattach}, of any JSON type
 * @param server the id of the server that each disk is attached to, or null
 */
public record NewVolume(
    String zone,
    String type,
    int size,
    String name,
    String description,
    int count,
    String backup,
    String snapshot,
    String image,
    Map<String, String> metadata,
    Boolean multiattach,
    Object shareable,
    Map<String, String> tags,
    String enterpriseProject,
    Integer iops,
    Integer throughput,
    String server) {
  private static final String TELL_IDS = "create_for_volume_id";

  /** What version 2.1 of the request asks for. */
  public static NewVolume of(CreateVolumeOption option, String server) {
    return new NewVolume(
        option.availabilityZone(),
        option.volumeType(),
        size(option.size(), source(option.backupId()) != null),
        Texts.or(option.name(), ""),
        option.description(),
        or(option.count(), 1),
        source(option.backupId()),
        source(option.snapshotId()),
        source(option.imageRef()),
        or(option.metadata()),
        option.multiattach(),
        option.shareable(),
        or(option.tags()),
        Texts.or(option.enterpriseProjectId(), "0"),
        option.iops(),
        option.throughput(),
        source(server));
  }

  /** What versions 2 and 3 of the request ask for. */
  public static NewVolume of(CreateVolumesOption option) {
    return new NewVolume(
        option.availabilityZone(),
        option.volumeType(),
        size(option.size(), source(option.backupId()) != null),
        Texts.or(option.name(), ""),
        option.description(),
        or(option.count(), 1),
        source(option.backupId()),
        source(option.snapshotId()),
        source(option.imageRef()),
        or(option.metadata()),
        option.multiattach(),
        option.shareable(),
        or(option.tags()),
        "0",
        null,
        null,
        null);
  }

  /** A disk of this name from a backup, like the one that was backed up. */
  public static NewVolume from(String backup, String name) {
    return new NewVolume(
        null, null, 0, name, null, 1, backup, null, null, Map.of(), null, null, Map.of(), "0", null,
        null, null);
  }

  /**
   * The size that is asked for; 0 where none need be.
   *
   * @param open whether the source may say it
   * @throws ApiError EVS.2084 for none, or none above zero
   */
  public static int size(Integer wanted, boolean open) {
    if (wanted == null && open) {
      return 0;
    }
    if (wanted == null || wanted <= 0) {
      throw new ApiError("EVS.2084", "size %s is not above zero.".formatted(wanted));
    }
    return wanted;
  }

  private static int or(Integer number, int other) {
    return number == null ? other : number;
  }

  private static Map<String, String> or(Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  /** An empty id names nothing. */
  private static String source(String id) {
    return id == null || id.isEmpty() ? null : id;
  }

  /**
   * The same with what it leaves open: the source's, or else the first zone and the first type that
   * this has.
   */
  NewVolume filled(Source source, Offer offer) {
    String where = zone != null ? zone : source.zone() != null ? source.zone() : offer.firstZone();
    String what =
        type != null ? type : source.type() != null ? source.type() : offer.firstType(where);
    return new NewVolume(
        where,
        what,
        size > 0 ? size : source.size(),
        name,
        description,
        count,
        backup,
        snapshot,
        image,
        metadata,
        multiattach,
        shareable,
        tags,
        enterpriseProject,
        iops,
        throughput,
        server);
  }

  /** How many sources it names. */
  long sources() {
    return Stream.of(backup, snapshot, image).filter(id -> id != null).count();
  }

  /** Whether several servers may share it. */
  boolean shared() {
    return multiattach == null ? "true".equalsIgnoreCase(String.valueOf(shareable)) : multiattach;
  }

  /** Whether the answer shall name the ids of the disks. */
  public boolean tellsIds() {
    return "true".equalsIgnoreCase(metadata.get(TELL_IDS));
  }

  /** The name of the n-th disk, counted from 1: {@code NAME-0001} where there are several. */
  String name(int nth) {
    return count == 1 || name.isEmpty() ? name : "%s-%04d".formatted(name, nth);
  }
}
