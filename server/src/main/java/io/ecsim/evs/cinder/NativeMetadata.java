package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.MetadataRules;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Tx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Changes of a disk's metadata: {@code evs-schemas.md} 3.1. Some of it says what the disk is. */
final class NativeMetadata {
  private static final Set<String> PROTECTED =
      Set.of(MetadataRules.ENCRYPTED, MetadataRules.KEY, Volume.PASSTHROUGH, Volume.ORDER);

  private NativeMetadata() {}

  /** Adds these items, or gives those that are there another value. */
  static void merge(Tx tx, Resource<Volume> disk, Map<String, String> items) {
    var all = new LinkedHashMap<>(disk.spec().metadata());
    all.putAll(items);
    put(tx, disk, all);
  }

  /** Leaves these items alone; what is protected stays, named or not. */
  static void replace(Tx tx, Resource<Volume> disk, Map<String, String> items) {
    var all = new LinkedHashMap<>(disk.spec().metadata());
    all.keySet().retainAll(PROTECTED);
    all.putAll(items);
    put(tx, disk, all);
  }

  /** Takes an item away. */
  static void remove(Tx tx, Resource<Volume> disk, String key) {
    var all = new LinkedHashMap<>(disk.spec().metadata());
    if (all.remove(key) == null) {
      throw unknown(disk.id(), key);
    }
    put(tx, disk, all);
  }

  private static void put(Tx tx, Resource<Volume> disk, Map<String, String> all) {
    Map<String, String> was = disk.spec().metadata();
    PROTECTED.stream()
        .filter(key -> !Objects.equals(was.get(key), all.get(key)))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new ApiError(
                  403, "EVS.5403", "The metadata %s may not be changed.".formatted(key));
            });
    MetadataRules.check(all, false);
    Prompt.over(tx.begin(Plan.of(VolumeTable.SET_METADATA, disk.ref(), all)));
  }

  /** The error for an item that is not there. */
  static ApiError unknown(String id, String key) {
    return new ApiError(404, null, "Volume %s has no metadata with key %s.".formatted(id, key));
  }
}
