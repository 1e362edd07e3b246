package io.ecsim.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A flavor: {@code ecs-schemas.md} 8.
 *
 * @param id its id, which is its name: {@code c6.large.2}
 * @param vcpus virtual CPUs
 * @param ram memory, MiB
 * @param performance {@code ecs:performancetype}: {@code normal}, {@code computingv3}
 * @param generation {@code ecs:generation}: {@code c6}
 * @param arch {@code x86_64} or {@code arm64}
 * @param sale whether each zone sells it; a zone that is not here does
 * @param nics how many network cards a server of it may have
 * @param disks how many disks a server of it may have, the system disk included
 * @param extra more extra specs, by the key of the API
 */
public record Flavor(
    String id,
    int vcpus,
    int ram,
    String performance,
    String generation,
    String arch,
    Map<String, Sale> sale,
    int nics,
    int disks,
    Map<String, String> extra) {

  /** Makes the maps immutable; they keep their order. */
  public Flavor {
    sale = Collections.unmodifiableMap(new LinkedHashMap<>(sale));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** Whether it is for the ARM architecture. */
  public boolean arm() {
    return arch.equals("arm64");
  }

  /** Whether a zone sells it. */
  public Sale saleIn(String zone) {
    return sale.getOrDefault(zone, Sale.NORMAL);
  }

  /** Its extra specs as the API shows them; every value is a text. */
  public Map<String, String> extraSpecs() {
    var specs = new LinkedHashMap<String, String>();
    specs.put("ecs:performancetype", performance);
    specs.put("ecs:generation", generation);
    specs.put("ecs:virtualization_env_types", "CloudCompute");
    specs.put("resource_type", generation);
    if (arm()) {
      specs.put("ecs:instance_architecture", arch);
    }
    specs.put("cond:operation:status", Sale.NORMAL.label());
    if (!sale.isEmpty()) {
      specs.put("cond:operation:az", sales());
    }
    specs.put("quota:vif_max_num", String.valueOf(nics));
    specs.putAll(extra);
    return specs;
  }

  private String sales() {
    return sale.entrySet().stream()
        .map(entry -> entry.getKey() + "(" + entry.getValue().label() + ")")
        .collect(Collectors.joining(","));
  }
}
