package io.ecsim.evs.cinder;

import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.VolumeType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a type of disks promises, as OpenStack writes it down beside the type. Types whose
 * performance each disk provisions for itself promise nothing.
 */
final class QosSpecs {
  private static final long MIB = 1024L * 1024L;

  private QosSpecs() {}

  /**
   * A promise.
   *
   * @param name the name of the type
   * @param type the id of the type
   */
  record Spec(String id, String name, String type, Map<String, String> specs) {}

  /** The promises of all types that have one. */
  static List<Spec> of(Inventory inventory) {
    return inventory.volumeTypes().stream().filter(QosSpecs::promises).map(QosSpecs::of).toList();
  }

  /** The id of the promise of a type, or null if it has none. */
  static String idOf(VolumeType type) {
    return promises(type)
        ? UUID.nameUUIDFromBytes(("qos-specs " + type.id()).getBytes(StandardCharsets.UTF_8))
            .toString()
        : null;
  }

  private static boolean promises(VolumeType type) {
    return type.provisionedIops() == null;
  }

  private static Spec of(VolumeType type) {
    var specs = new LinkedHashMap<String, String>();
    specs.put("total_iops_sec_per_gb", String.valueOf(type.iops().perGib()));
    specs.put("total_iops_sec_max", String.valueOf(type.iops().most()));
    specs.put("total_bytes_sec", String.valueOf(type.throughput() * MIB));
    return new Spec(idOf(type), type.name(), type.id(), specs);
  }
}
