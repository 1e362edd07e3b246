package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.Flavor;
import io.ecsim.api.ecs.FlavorAttachableQuantity;
import io.ecsim.api.ecs.FlavorsApi;
import io.ecsim.api.ecs.Link;
import io.ecsim.api.ecs.ListEcsSupplyRecommendationsRequest;
import io.ecsim.api.ecs.ListEcsSupplyRecommendationsResponse;
import io.ecsim.api.ecs.ListFlavorSellPoliciesQuery;
import io.ecsim.api.ecs.ListFlavorSellPoliciesResponse;
import io.ecsim.api.ecs.ListFlavorsQuery;
import io.ecsim.api.ecs.ListFlavorsResponse;
import io.ecsim.api.ecs.ShowFlavorCapacityResource;
import io.ecsim.api.ecs.ShowFlavorCapacityResponse;
import io.ecsim.ecs.server.Sales;
import io.ecsim.ecs.server.Slots;
import io.ecsim.ecs.view.Filters;
import io.ecsim.ecs.view.Stretch;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Sale;
import java.util.List;

/** Flavors: {@code ecs-schemas.md} 8. */
public record FlavorOperations(Inventory inventory) implements FlavorsApi {

  @Override
  public ListFlavorsResponse listFlavors(Call call, ListFlavorsQuery query) {
    String zone = query.availabilityZone();
    List<io.ecsim.inventory.Flavor> found =
        inventory.openFlavors().stream()
            .filter(flavor -> Filters.equal(flavor.id(), query.flavorId()))
            .filter(flavor -> zone == null || zone.isEmpty() || offered(flavor, zone))
            .toList();
    var page = Stretch.of(found, io.ecsim.inventory.Flavor::id, query.marker(), query.limit());
    return new ListFlavorsResponse(
        page.items().stream().map(flavor -> shown(call, flavor)).toList());
  }

  private boolean offered(io.ecsim.inventory.Flavor flavor, String zone) {
    return inventory.zones().contains(zone) && flavor.saleIn(zone).sold();
  }

  private Flavor shown(Call call, io.ecsim.inventory.Flavor flavor) {
    Slots slots = Slots.of(inventory, flavor);
    String path = call.project() + "/flavors/" + flavor.id();
    return Flavor.builder()
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
        .links(
            List.of(
                new Link(call.baseUrl() + "/v2.1/" + path, "self", null),
                new Link(call.baseUrl() + "/" + path, "bookmark", null)))
        .osExtraSpecs(flavor.extraSpecs())
        .attachableQuantity(
            new FlavorAttachableQuantity(slots.blk(), slots.disks(), slots.nics(), slots.disks()))
        .build();
  }

  @Override
  public ListFlavorSellPoliciesResponse listFlavorSellPolicies(
      Call call, ListFlavorSellPoliciesQuery query) {
    return SpotPolicies.list(inventory, query);
  }

  @Override
  public ShowFlavorCapacityResponse showFlavorCapacity(Call call, String flavorId) {
    io.ecsim.inventory.Flavor flavor = Sales.flavor(inventory, flavorId);
    return new ShowFlavorCapacityResponse(
        inventory.zones().stream()
            .filter(zone -> Sales.problem(inventory, flavor, zone) == null)
            .map(
                zone ->
                    new ShowFlavorCapacityResource(
                        zone, flavor.saleIn(zone) == Sale.PROMOTION, inventory.region()))
            .toList());
  }

  @Override
  public ListEcsSupplyRecommendationsResponse listEcsSupplyRecommendations(
      Call call, String domainId, ListEcsSupplyRecommendationsRequest body) {
    return new ListEcsSupplyRecommendationsResponse(
        new Recommendations(inventory, body == null ? Recommendations.ANY : body).list());
  }
}
