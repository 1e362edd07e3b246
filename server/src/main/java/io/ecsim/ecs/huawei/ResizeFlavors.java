package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.Link;
import io.ecsim.api.ecs.ListResizeFlavorsFlavor;
import io.ecsim.ecs.server.FlavorRules;
import io.ecsim.ecs.server.Sales;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Stretch;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which flavors a server, or a flavor, could be given up for: {@code ecs-schemas.md} 8. */
record ResizeFlavors(ServerTable table, Inventory inventory, FlavorRules rules) {
  private static final Map<String, Comparator<Flavor>> ORDERS =
      Map.of(
          "flavorid", Comparator.comparing(Flavor::id),
          "sort_key", Comparator.comparing(Flavor::id),
          "name", Comparator.comparing(Flavor::id),
          "memory_mb", Comparator.comparingInt(Flavor::ram).thenComparing(Flavor::id),
          "vcpus", Comparator.comparingInt(Flavor::vcpus).thenComparing(Flavor::id),
          "root_gb", Comparator.comparing(Flavor::id));

  /**
   * What is asked for.
   *
   * @param server the server's id, or null
   * @param flavor the flavor's id, where no server is named
   * @param limit how many at most, or null
   * @param marker the flavor before the first one, or null
   */
  record Question(
      String server, String flavor, String sortKey, String sortDir, Integer limit, String marker) {}

  /**
   * The flavors.
   *
   * @throws ApiError {@code Ecs.0005} if neither server nor flavor is named, {@code Ecs.0114},
   *     {@code Ecs.0029}
   */
  List<ListResizeFlavorsFlavor> of(Call call, Question asked) {
    List<Flavor> found = targets(call, asked).sorted(order(asked)).toList();
    return Stretch.of(found, Flavor::id, asked.marker(), asked.limit()).items().stream()
        .map(flavor -> shown(call, flavor))
        .toList();
  }

  private Stream<Flavor> targets(Call call, Question asked) {
    if (said(asked.server())) {
      Server server = call.glance().require(table.servers, call.project(), asked.server()).spec();
      String zone = server.build().zone();
      return inventory.openFlavors().stream()
          .filter(flavor -> !flavor.id().equals(server.build().flavorId()))
          .filter(flavor -> rules.fits(rules.of(server), flavor))
          .filter(flavor -> Sales.problem(inventory, flavor, zone) == null);
    }
    if (!said(asked.flavor())) {
      throw new ApiError(
          "Ecs.0005", "One of instance_uuid, source_flavor_id, source_flavor_name is needed.");
    }
    Flavor source = Sales.flavor(inventory, asked.flavor());
    return inventory.openFlavors().stream()
        .filter(flavor -> !flavor.equals(source))
        .filter(flavor -> rules.fits(source, flavor))
        .filter(flavor -> inventory.zones().stream().anyMatch(z -> flavor.saleIn(z).sold()));
  }

  private static boolean said(String text) {
    return text != null && !text.isEmpty();
  }

  private static Comparator<Flavor> order(Question asked) {
    Comparator<Flavor> order =
        ORDERS.getOrDefault(
            asked.sortKey() == null ? "flavorid" : asked.sortKey(), ORDERS.get("name"));
    return "desc".equals(asked.sortDir()) ? order.reversed() : order;
  }

  private static ListResizeFlavorsFlavor shown(Call call, Flavor flavor) {
    String path = call.project() + "/flavors/" + flavor.id();
    return ListResizeFlavorsFlavor.builder()
        .id(flavor.id())
        .name(flavor.id())
        .vcpus(String.valueOf(flavor.vcpus()))
        .ram(flavor.ram())
        .disk("0")
        .swap("")
        .ephemeral(0)
        .rxtxFactor(1.0)
        .disabled(false)
        .isPublic(true)
        .instanceQuota(Map.of())
        .links(
            List.of(
                new Link(call.baseUrl() + "/v2.1/" + path, "self", null),
                new Link(call.baseUrl() + "/" + path, "bookmark", null)))
        .extraSpecs(flavor.extraSpecs())
        .build();
  }
}
