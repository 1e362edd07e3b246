package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Roll;
import io.ecsim.sim.Spec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * In which order a list of EVS comes: the newest first unless the client wants another. What is
 * equal stays as created. {@code evs-schemas.md} 4.
 */
public final class ListOrder<S extends Spec> {
  private static final String USUAL = "created_at";

  /** The orders of disks. */
  public static final ListOrder<Volume> VOLUMES = new ListOrder<>(null, Volume::size);

  /** The orders of snapshots, which can be sorted by name as well. */
  public static final ListOrder<Snapshot> SNAPSHOTS =
      new ListOrder<>(Comparator.comparing(snapshot -> snapshot.spec().name()), Snapshot::size);

  private final Map<String, Comparator<Resource<S>>> keys = new LinkedHashMap<>();

  private ListOrder(Comparator<Resource<S>> byName, ToIntFunction<S> size) {
    keys.put("id", Comparator.comparing(Resource::id));
    if (byName != null) {
      keys.put("name", byName);
    }
    keys.put("status", Comparator.comparing(one -> one.status().label()));
    keys.put("size", Comparator.comparingInt(one -> size.applyAsInt(one.spec())));
    keys.put(USUAL, Comparator.comparingLong(Resource::born));
  }

  /** The order of these words; null is the default. */
  public Comparator<Resource<S>> of(String key, String direction) {
    Comparator<Resource<S>> order = by(Texts.or(key, USUAL)).thenComparing(keys.get(USUAL));
    return switch (Texts.or(direction, "desc")) {
      case "asc" -> order;
      case "desc" -> order.reversed();
      default ->
          throw new ApiError(
              "EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    };
  }

  /** All of a roll in the order of these words. */
  public Listing<S> over(Roll<S> roll, String key, String direction) {
    Comparator<Resource<S>> order = of(key, direction);
    return Texts.or(key, USUAL).equals(USUAL)
        ? Listing.over("asc".equals(direction) ? roll : roll.reversed())
        : Listing.over(roll).sorted(order);
  }

  private Comparator<Resource<S>> by(String key) {
    Comparator<Resource<S>> order = keys.get(key);
    if (order == null) {
      throw new ApiError(
          "EVS.1039",
          "sort_key %s is none of %s.".formatted(key, String.join(", ", keys.keySet())));
    }
    return order;
  }
}
