package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.ListFlavorSellPoliciesQuery;
import io.ecsim.api.ecs.ListFlavorSellPoliciesResponse;
import io.ecsim.api.ecs.SellPolicy;
import io.ecsim.api.ecs.SellPolicySpotOptions;
import io.ecsim.ecs.view.Filters;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where and how spot servers are sold, the only way this list knows of: {@code
 * terraform-huaweicloud.md} 2.3. It follows from the flavors' extra specs.
 */
final class SpotPolicies {
  private static final String SPOT = "spot";

  private SpotPolicies() {}

  static ListFlavorSellPoliciesResponse list(
      Inventory inventory, ListFlavorSellPoliciesQuery query) {
    List<SellPolicy> found = all(inventory).stream().filter(p -> wanted(p, query)).toList();
    int marker = marker(query.marker());
    int limit = query.limit() == null || query.limit() <= 0 ? found.size() : query.limit();
    return new ListFlavorSellPoliciesResponse(
        found.size(), found.stream().filter(p -> p.id() > marker).limit(limit).toList());
  }

  private static int marker(String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    if (!text.matches("\\d{1,9}")) {
      throw new ApiError("Ecs.0005", "marker '%s' is no number of a policy.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  private static List<SellPolicy> all(Inventory inventory) {
    var policies = new ArrayList<SellPolicy>();
    for (Flavor flavor : inventory.openFlavors()) {
      for (String zone : inventory.zones()) {
        Sale sale = flavor.saleIn(zone);
        if (flavor.spot() && sale != Sale.ABANDON) {
          policies.add(
              new SellPolicy(
                  zone,
                  flavor.id(),
                  policies.size() + 1,
                  SPOT,
                  sale.sold() ? "available" : "sellout",
                  options(flavor.extra())));
        }
      }
    }
    return policies;
  }

  private static SellPolicySpotOptions options(Map<String, String> specs) {
    return new SellPolicySpotOptions(
        "immediate",
        Integer.valueOf(
            specs.getOrDefault("cond:spot_block:operation:longest_duration_count", "1")),
        Integer.valueOf(
            specs.getOrDefault("cond:spot_block:operation:longest_duration_hours", "6")));
  }

  private static boolean wanted(SellPolicy policy, ListFlavorSellPoliciesQuery query) {
    SellPolicySpotOptions spot = policy.spotOptions();
    return (query.flavorId() == null || policy.flavorId().startsWith(query.flavorId()))
        && Filters.equal(policy.sellStatus(), query.sellStatus())
        && Filters.equal(policy.sellMode(), query.sellMode())
        && Filters.equal(policy.availabilityZoneId(), query.availabilityZoneId())
        && Filters.equal(spot.interruptionPolicy(), query.interruptionPolicy())
        && same(spot.longestSpotDurationHours(), query.longestSpotDurationHours())
        && same(spot.largestSpotDurationCount(), query.largestSpotDurationCount())
        && above(spot.longestSpotDurationHours(), query.longestSpotDurationHoursGt())
        && above(spot.largestSpotDurationCount(), query.largestSpotDurationCountGt());
  }

  private static boolean same(Integer value, Integer wanted) {
    return wanted == null || value.equals(wanted);
  }

  private static boolean above(Integer value, Integer bound) {
    return bound == null || value > bound;
  }
}
