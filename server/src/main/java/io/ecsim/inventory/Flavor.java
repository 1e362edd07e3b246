package io.ecsim.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A flavor: {@code ecs-schemas.md} 8.
 *
 * @param id its id, which is its name: {@code c6.large.2}
 * @param vcpus virtual CPUs
 * @param ram memory, MiB
 * @param performance {@code ecs:performancetype}: {@code normal}, {@code computingv3}
 * @param generation {@code ecs:generation}: {@code c6}
 * @param arch {@code x86_64} or {@code arm64}
 * @param status whether it is sold where its zone does not say otherwise
 * @param sale whether each zone sells it
 * @param nics how many network cards a server of it may have
 * @param disks how many disks a server of it may have, the system disk included
 * @param extra more extra specs, by the key of the API
 * @param spotPrice what spot servers of it cost now, or null where nobody knows: then any bid is
 *     high enough
 */
public record Flavor(
    String id,
    int vcpus,
    int ram,
    String performance,
    String generation,
    String arch,
    Sale status,
    Map<String, Sale> sale,
    int nics,
    int disks,
    Map<String, String> extra,
    BigDecimal spotPrice) {

  private static final String ROLES = "cond:operation:roles";
  private static final String SPOT = "cond:spot:operation:status";

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
    return sale.getOrDefault(zone, status);
  }

  /** The same, saying of each of these zones whether it sells it. */
  Flavor in(List<String> zones) {
    var all = new LinkedHashMap<String, Sale>();
    zones.forEach(zone -> all.put(zone, saleIn(zone)));
    return new Flavor(
        id, vcpus, ram, performance, generation, arch, status, all, nics, disks, extra, spotPrice);
  }

  /**
   * Whether an account may use it: {@code cond:operation:roles} names the tags that may, and is
   * absent where everybody does.
   */
  public boolean openTo(Account account) {
    String roles = extra.get(ROLES);
    return roles == null
        || Stream.of(roles.split(",")).map(String::strip).anyMatch(account.roles()::contains);
  }

  /** Whether it is sold as a spot server: the key is absent where it is not. */
  public boolean spot() {
    return Sale.NORMAL.label().equals(extra.get(SPOT));
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
    specs.put("cond:operation:status", status.label());
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
        .collect(Collectors.joining(", "));
  }
}
