package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Sale;
import io.ecsim.pack.Problem;

/**
 * Whether a flavor can be had: {@code ecs-schemas.md} 8 ({@code cond:operation:status}, {@code
 * cond:operation:az}, {@code cond:operation:roles}), {@code ecs-lifecycle.md} d. One rule for all
 * that give a server a flavor: making it through either API, and resizing it.
 */
public final class Sales {
  private Sales() {}

  /**
   * The flavor with this id.
   *
   * @throws ApiError {@code Ecs.0029} if there is none
   */
  public static Flavor flavor(Inventory inventory, String id) {
    Flavor flavor = inventory.flavor(id);
    if (flavor == null) {
      throw new ApiError("Ecs.0029", "The flavor %s does not exist.".formatted(id));
    }
    return flavor;
  }

  /**
   * The first zone in which a flavor can be had.
   *
   * @throws ApiError the problem of the first zone if there is none
   */
  public static String zone(Inventory inventory, Flavor flavor) {
    return inventory.zones().stream()
        .filter(zone -> problem(inventory, flavor, zone) == null)
        .findFirst()
        .orElseThrow(() -> problem(inventory, flavor, inventory.zones().get(0)).as(null));
  }

  /**
   * Why a flavor cannot be had in a zone, or null: {@code Ecs.0027} it is private, {@code Ecs.0016}
   * the account has no right to the beta, {@code Ecs.0019} withdrawn, {@code Ecs.0018} sold out.
   */
  public static Problem problem(Inventory inventory, Flavor flavor, String zone) {
    Sale sale = flavor.saleIn(zone);
    if (!flavor.openTo(inventory.account())) {
      return sale.beta()
          ? new Problem(
              "Ecs.0016",
              "The flavor %s is in beta in %s; the account has no right to it."
                  .formatted(flavor.id(), zone))
          : new Problem("Ecs.0027", "The flavor %s is private.".formatted(flavor.id()));
    }
    if (sale.sold()) {
      return null;
    }
    return sale == Sale.ABANDON
        ? new Problem(
            "Ecs.0019", "The flavor %s is no longer sold in %s.".formatted(flavor.id(), zone))
        : new Problem("Ecs.0018", "The flavor %s is sold out in %s.".formatted(flavor.id(), zone));
  }
}
