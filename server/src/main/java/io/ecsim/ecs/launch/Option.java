package io.ecsim.ecs.launch;

import io.ecsim.api.ecs.LaunchTemplateConfigOverride;
import io.ecsim.ecs.server.Sales;
import io.ecsim.ecs.template.Template;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * What a group may order: a flavor in a zone.
 *
 * @param flavor the flavor
 * @param zone the zone, or null for any
 * @param weight what one server adds to the capacity: what was said, else its vCPUs
 * @param spotPrice the highest price for a spot server of it, or null
 * @param priority the smaller, the sooner
 */
record Option(Flavor flavor, String zone, BigDecimal weight, BigDecimal spotPrice, int priority) {

  /**
   * The one that a group orders: the best by its strategy of those that are sold, or the best of
   * all, so that ordering it says what is wrong. The inventory knows no prices; {@code
   * lowest_price} takes the fewest vCPUs, then the least memory, for the least money.
   */
  static Option best(Inventory inventory, LaunchGroup group, Template template, int capacity) {
    List<Option> ordered =
        all(inventory, group, template).stream().sorted(order(group.strategy(), capacity)).toList();
    return ordered.stream()
        .filter(option -> option.sold(inventory))
        .findFirst()
        .orElse(ordered.get(0));
  }

  private static List<Option> all(Inventory inventory, LaunchGroup group, Template template) {
    List<LaunchTemplateConfigOverride> said = group.config().overrides();
    return said == null || said.isEmpty()
        ? List.of(of(inventory, LaunchTemplateConfigOverride.builder().build(), template))
        : said.stream().map(each -> of(inventory, each, template)).toList();
  }

  private static Option of(
      Inventory inventory, LaunchTemplateConfigOverride said, Template template) {
    var data = template.data();
    Flavor flavor =
        Sales.flavor(inventory, said.flavorId() == null ? data.flavorId() : said.flavorId());
    return new Option(
        flavor,
        said.availabilityZoneId() == null ? data.availabilityZoneId() : said.availabilityZoneId(),
        said.weightedCapacity() == null
            ? BigDecimal.valueOf(flavor.vcpus())
            : said.weightedCapacity(),
        said.spotPrice(),
        said.priority() == null ? Integer.MAX_VALUE : said.priority());
  }

  private static Comparator<Option> order(String strategy, int capacity) {
    return switch (strategy) {
      case "prioritized" -> Comparator.comparingInt(Option::priority);
      case "capacity_optimized" ->
          Comparator.comparing((Option option) -> option.flavor().vcpus()).reversed();
      default ->
          Comparator.comparingLong(
                  (Option option) ->
                      (long) option.count(BigDecimal.valueOf(capacity)) * option.flavor().vcpus())
              .thenComparingLong(
                  option ->
                      (long) option.count(BigDecimal.valueOf(capacity)) * option.flavor().ram());
    };
  }

  private boolean sold(Inventory inventory) {
    return zone == null || Sales.problem(inventory, flavor, zone) == null;
  }

  /** How many servers of it make this capacity. */
  int count(BigDecimal capacity) {
    return capacity.signum() <= 0 ? 0 : capacity.divide(weight, 0, RoundingMode.CEILING).intValue();
  }
}
