package io.ecsim.ecs.huawei;

import io.ecsim.api.ecs.FlavorConstraint;
import io.ecsim.api.ecs.FlavorRequirement;
import io.ecsim.api.ecs.ListEcsSupplyRecommendationsRequest;
import io.ecsim.api.ecs.Location;
import io.ecsim.api.ecs.MemoryMb;
import io.ecsim.api.ecs.SupplyRecommendation;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.ecs.server.Sales;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Sale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which flavors to take where: what can be had, a promoted flavor before others, those in beta
 * last. The vendor's scores are not published; these only keep that order.
 *
 * @param inventory what there is
 * @param asked what is wanted
 */
record Recommendations(Inventory inventory, ListEcsSupplyRecommendationsRequest asked) {
  /** No wish at all. */
  static final ListEcsSupplyRecommendationsRequest ANY =
      new ListEcsSupplyRecommendationsRequest(null, null, null, null, null, null, null);

  private static final int PROMOTED = 10;
  private static final int USUAL = 8;
  private static final int BETA = 5;

  /** The recommendations in the grain that is asked for, in the order of zones and flavors. */
  List<SupplyRecommendation> list() {
    Unmodelled.refuse(asked.marker() != null && !asked.marker().isEmpty(), "marker");
    Map<SupplyRecommendation, Integer> scores = new LinkedHashMap<>();
    for (Flavor flavor : inventory.openFlavors().stream().filter(this::wanted).toList()) {
      for (String zone : inventory.zones().stream().filter(this::near).toList()) {
        if (Sales.problem(inventory, flavor, zone) == null) {
          scores.merge(key(flavor.id(), zone), score(flavor.saleIn(zone)), Math::max);
        }
      }
    }
    long limit = asked.limit() == null ? Long.MAX_VALUE : asked.limit();
    return scores.entrySet().stream()
        .map(entry -> scored(entry.getKey(), entry.getValue()))
        .limit(limit)
        .toList();
  }

  private static int score(Sale sale) {
    if (sale == Sale.PROMOTION) {
      return PROMOTED;
    }
    return sale.beta() ? BETA : USUAL;
  }

  private SupplyRecommendation key(String flavor, String zone) {
    String grain = asked.option() == null ? null : asked.option().resultGranularity();
    boolean byFlavor = grain == null || grain.startsWith("BY_FLAVOR");
    boolean byZone = grain == null || grain.endsWith("AZ");
    return new SupplyRecommendation(
        byFlavor ? flavor : null, inventory.region(), byZone ? zone : null, null);
  }

  private static SupplyRecommendation scored(SupplyRecommendation key, int score) {
    return new SupplyRecommendation(
        key.flavorId(), key.regionId(), key.availabilityZoneId(), score);
  }

  private boolean near(String zone) {
    List<Location> places = asked.locations();
    return places == null
        || places.isEmpty()
        || places.stream()
            .anyMatch(
                place ->
                    inventory.region().equals(place.regionId())
                        && (place.availabilityZoneId() == null
                            || place.availabilityZoneId().isEmpty()
                            || place.availabilityZoneId().equals(zone)));
  }

  private boolean wanted(Flavor flavor) {
    if (asked.flavorIds() != null && !asked.flavorIds().isEmpty()) {
      return asked.flavorIds().contains(flavor.id());
    }
    FlavorConstraint constraint = asked.flavorConstraint();
    return constraint == null
        || (any(constraint.architectureType(), flavor.arch())
            && (constraint.flavorRequirements() == null
                || constraint.flavorRequirements().isEmpty()
                || constraint.flavorRequirements().stream().anyMatch(r -> meets(flavor, r))));
  }

  private static boolean any(List<String> wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.stream().anyMatch(value::startsWith);
  }

  private static boolean meets(Flavor flavor, FlavorRequirement wanted) {
    return within(wanted.vcpuCount(), flavor.vcpus())
        && within(wanted.memoryMb(), flavor.ram())
        && (wanted.memoryGbPerVcpu() == null
            || within(
                wanted.memoryGbPerVcpu().min(),
                wanted.memoryGbPerVcpu().max(),
                flavor.ram() / 1024.0 / flavor.vcpus()))
        && any(wanted.instanceGenerations(), flavor.generation())
        && maker(flavor, wanted.cpuManufacturers());
  }

  private static boolean maker(Flavor flavor, List<String> wanted) {
    String cpu = flavor.extra().getOrDefault("info:cpu:name", "").toUpperCase(Locale.ROOT);
    return wanted == null
        || wanted.isEmpty()
        || wanted.stream().anyMatch(name -> cpu.contains(name.toUpperCase(Locale.ROOT)));
  }

  private static boolean within(MemoryMb range, int value) {
    return range == null
        || within(
            range.min() == null ? null : BigDecimal.valueOf(range.min()),
            range.max() == null ? null : BigDecimal.valueOf(range.max()),
            value);
  }

  /** A bound below 0 is none. */
  private static boolean within(BigDecimal min, BigDecimal max, double value) {
    return (min == null || min.signum() < 0 || value >= min.doubleValue())
        && (max == null || max.signum() < 0 || value <= max.doubleValue());
  }
}
