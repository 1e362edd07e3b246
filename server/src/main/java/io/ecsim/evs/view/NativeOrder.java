package io.ecsim.evs.view;

import io.ecsim.api.ApiError;
import io.ecsim.evs.disk.Texts;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Roll;
import io.ecsim.sim.Spec;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * In which order a native list comes: the newest first unless the client wants another. What is
 * equal stays as created.
 *
 * @param keys what it can be sorted by, beside {@code id}, {@code status}, {@code name}, {@code
 *     created_at} and {@code updated_at}
 */
public record NativeOrder<S extends Spec>(Map<String, Comparator<S>> keys) {
  private static final String USUAL = "created_at";

  /** The order of these words; {@code sort} wins over {@code sort_key} and {@code sort_dir}. */
  public Comparator<Resource<S>> of(String sort, String sortKey, String sortDir) {
    if (sort == null || sort.isBlank()) {
      String direction = Texts.or(sortDir, "desc");
      return by(Texts.or(sortKey, USUAL), direction).thenComparing(directed(birth(), direction));
    }
    Comparator<Resource<S>> order = null;
    for (String part : sort.split(",", -1)) {
      String[] words = part.strip().split(":", 2);
      var next = by(words[0].strip(), words.length > 1 ? words[1].strip() : "desc");
      order = order == null ? next : order.thenComparing(next);
    }
    return order.thenComparing(directed(birth(), "desc"));
  }

  /** All of a roll in the order of these words. */
  public Listing<S> over(Roll<S> roll, String sort, String sortKey, String sortDir) {
    Comparator<Resource<S>> order = of(sort, sortKey, sortDir);
    boolean asCreated = (sort == null || sort.isBlank()) && Texts.or(sortKey, USUAL).equals(USUAL);
    return asCreated
        ? Listing.over("asc".equals(sortDir) ? roll : roll.reversed())
        : Listing.over(roll).sorted(order);
  }

  private static <S extends Spec> Comparator<Resource<S>> birth() {
    return Comparator.comparingLong(Resource::born);
  }

  private Comparator<Resource<S>> by(String key, String direction) {
    if (!Set.of("asc", "desc").contains(direction)) {
      throw new ApiError("EVS.1040", "sort_dir %s is neither desc nor asc.".formatted(direction));
    }
    return directed(by(key), direction);
  }

  private static <S extends Spec> Comparator<Resource<S>> directed(
      Comparator<Resource<S>> order, String direction) {
    return direction.equals("asc") ? order : order.reversed();
  }

  private Comparator<Resource<S>> by(String key) {
    return switch (key) {
      case USUAL -> birth();
      case "updated_at" -> Comparator.comparingLong(Resource::updatedAt);
      case "id" -> Comparator.comparing(Resource::id);
      case "status" -> Comparator.comparing(one -> one.status().label());
      case "name" -> Comparator.comparing(one -> one.spec().name());
      default -> own(key);
    };
  }

  private Comparator<Resource<S>> own(String key) {
    Comparator<S> order = keys.get(key);
    if (order == null) {
      throw new ApiError(
          "EVS.1039",
          "sort_key %s is none of id, status, name, created_at, updated_at, %s."
              .formatted(key, String.join(", ", keys.keySet().stream().sorted().toList())));
    }
    return (one, other) -> order.compare(one.spec(), other.spec());
  }
}
