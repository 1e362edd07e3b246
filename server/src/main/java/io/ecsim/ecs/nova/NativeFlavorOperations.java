package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Given;
import io.ecsim.api.ecs.NovaFlavorsApi;
import io.ecsim.api.ecs.NovaListFlavorsDetailsQuery;
import io.ecsim.api.ecs.NovaListFlavorsDetailsResponse;
import io.ecsim.api.ecs.NovaListFlavorsFlavor;
import io.ecsim.api.ecs.NovaListFlavorsQuery;
import io.ecsim.api.ecs.NovaListFlavorsResponse;
import io.ecsim.api.ecs.NovaShowFlavorExtraSpecsResponse;
import io.ecsim.api.ecs.NovaShowFlavorFlavor;
import io.ecsim.api.ecs.NovaShowFlavorResponse;
import io.ecsim.api.ecs.ServersLink;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Flavors, natively: {@code ecs-schemas.md} 8. All are public, and none has a disk of its own. */
public record NativeFlavorOperations(Inventory inventory) implements NovaFlavorsApi {
  private static final int DESCRIPTION = 55;
  private static final Set<String> PUBLIC = Set.of("none", "true", "1", "yes", "t", "y", "on");
  private static final Set<String> NOT_PUBLIC = Set.of("false", "0", "no", "f", "n", "off");

  /** What a list is asked; null where nothing was said. */
  private record Wish(
      Integer minDisk,
      Integer minRam,
      String isPublic,
      String sortDir,
      String sortKey,
      String marker,
      Integer limit) {
    Map<String, Object> written() {
      var written = new LinkedHashMap<String, Object>();
      written.put("minDisk", minDisk);
      written.put("minRam", minRam);
      written.put("is_public", isPublic);
      written.put("sort_dir", sortDir);
      written.put("sort_key", sortKey);
      return written;
    }
  }

  @Override
  public NovaListFlavorsResponse novaListFlavors(Call call, NovaListFlavorsQuery query) {
    var wish =
        new Wish(
            query.minDisk(),
            query.minRam(),
            query.isPublic(),
            query.sortDir(),
            query.sortKey(),
            query.marker(),
            query.limit());
    Page<Flavor> page = page(wish);
    return new NovaListFlavorsResponse(
        page.items().stream()
            .map(
                f ->
                    new NovaListFlavorsFlavor(
                        f.id(), Links.to(call, call.project(), "flavors", f.id()), f.id()))
            .toList(),
        next(call, wish, page, "flavors"));
  }

  @Override
  public NovaListFlavorsDetailsResponse novaListFlavorsDetails(
      Call call, NovaListFlavorsDetailsQuery query) {
    var wish =
        new Wish(
            query.minDisk(),
            query.minRam(),
            query.isPublic(),
            query.sortDir(),
            query.sortKey(),
            query.marker(),
            query.limit());
    Page<Flavor> page = page(wish);
    return new NovaListFlavorsDetailsResponse(
        page.items().stream().map(flavor -> shown(call, flavor)).toList(),
        next(call, wish, page, "flavors/detail"));
  }

  private static List<ServersLink> next(Call call, Wish wish, Page<Flavor> page, String path) {
    return page.last() == null
        ? null
        : List.of(Links.next(call, path, wish.written(), page.items().size(), page.last()));
  }

  private Page<Flavor> page(Wish wish) {
    Comparator<Flavor> order = order(wish.sortKey() == null ? "flavorid" : wish.sortKey());
    String shared = wish.isPublic() == null ? "none" : wish.isPublic().toLowerCase(Locale.ROOT);
    if (!PUBLIC.contains(shared) && !NOT_PUBLIC.contains(shared)) {
      throw NativeWords.badRequest("Invalid is_public filter [%s]".formatted(wish.isPublic()));
    }
    boolean none = NOT_PUBLIC.contains(shared);
    List<Flavor> all =
        inventory.flavors().stream()
            .filter(flavor -> !none)
            .filter(flavor -> wish.minRam() == null || flavor.ram() >= wish.minRam())
            .filter(flavor -> wish.minDisk() == null || wish.minDisk() <= 0)
            .sorted("desc".equals(wish.sortDir()) ? order.reversed() : order)
            .toList();
    return Page.of(all, wish.limit() == null ? 0 : wish.limit(), wish.marker(), Flavor::id);
  }

  private static Comparator<Flavor> order(String key) {
    Comparator<Flavor> byId = Comparator.comparing(Flavor::id);
    return switch (key) {
      case "memory_mb" -> Comparator.comparingInt(Flavor::ram).thenComparing(byId);
      case "vcpus" -> Comparator.comparingInt(Flavor::vcpus).thenComparing(byId);
      default -> byId;
    };
  }

  @Override
  public NovaShowFlavorResponse novaShowFlavor(Call call, String flavorId) {
    return new NovaShowFlavorResponse(shown(call, flavor(flavorId)));
  }

  private Flavor flavor(String id) {
    Flavor flavor = inventory.flavor(id);
    if (flavor == null) {
      throw NativeWords.notFound("Flavor %s could not be found.".formatted(id));
    }
    return flavor;
  }

  private static NovaShowFlavorFlavor shown(Call call, Flavor flavor) {
    return NovaShowFlavorFlavor.builder()
        .id(flavor.id())
        .name(flavor.id())
        .vcpus(flavor.vcpus())
        .ram(flavor.ram())
        .disk(0)
        .ephemeral(0)
        .swap("")
        .rxtxFactor(1.0)
        .disabled(false)
        .isPublic(true)
        .description(call.microversion() >= DESCRIPTION ? Given.of(null) : Given.absent())
        .links(Links.to(call, call.project(), "flavors", flavor.id()))
        .build();
  }

  @Override
  public NovaShowFlavorExtraSpecsResponse novaShowFlavorExtraSpecs(Call call, String flavorId) {
    return new NovaShowFlavorExtraSpecsResponse(flavor(flavorId).extraSpecs());
  }
}
