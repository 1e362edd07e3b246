package io.ecsim.sim;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a resource is, beside its envelope: an immutable record of the service that owns the type.
 * The kernel keeps it and asks it only for what stands here.
 */
public interface Spec {
  /** The name users gave it, or an empty text. */
  String name();

  /** Its tags, for fault rules that choose by tag. */
  default Map<String, String> tags() {
    return Map.of();
  }

  /** The resources that it needs; none of them may be removed while this one lives. */
  default Collection<Ref> uses() {
    return List.of();
  }

  /**
   * What of its project it takes for itself, as texts of the service that owns the type: an
   * address. {@link Shelf#taken} knows without looking at all resources.
   */
  default Collection<String> takes() {
    return List.of();
  }

  /** The resource with which it vanishes (the server of a port), or null. */
  default Ref owner() {
    return null;
  }
}
