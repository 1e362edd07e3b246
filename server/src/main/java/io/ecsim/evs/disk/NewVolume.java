package io.ecsim.evs.disk;

import io.ecsim.api.evs.CreateVolumeOption;
import io.ecsim.api.evs.CreateVolumesOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a client asks for when it creates disks; what is null was not given.
 *
 * @param size GiB, 0 if not given
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
        or(option.size(), 0),
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
        or(option.size(), 0),
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

  /** The same, paid for by month or year. */
  public NewVolume paidBy(String order) {
    var ordered = new LinkedHashMap<>(metadata);
    ordered.put(Volume.ORDER, order);
    return new NewVolume(
        zone,
        type,
        size,
        name,
        description,
        count,
        backup,
        snapshot,
        image,
        ordered,
        multiattach,
        shareable,
        tags,
        enterpriseProject,
        iops,
        throughput,
        server);
  }

  /** The name of the n-th disk, counted from 1: {@code NAME-0001} where there are several. */
  String name(int nth) {
    return count == 1 || name.isEmpty() ? name : "%s-%04d".formatted(name, nth);
  }
}
