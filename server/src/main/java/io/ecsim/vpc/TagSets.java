package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.vpc.Tag;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of a resource, in the order they were added. */
final class TagSets {
  private static final int KEY = 128;
  private static final int VALUE = 255;

  private TagSets() {}

  /** These tags added to those; an equal key takes the new value. */
  static Map<String, String> plus(Limits limits, Map<String, String> tags, List<Tag> added) {
    var all = new LinkedHashMap<>(tags);
    for (Tag tag : added == null ? List.<Tag>of() : added) {
      String key = tag.key() == null ? "" : tag.key();
      String value = tag.value() == null ? "" : tag.value();
      if (key.isEmpty() || key.length() > KEY || value.length() > VALUE) {
        throw new ApiError(
            "VPC.1801",
            "tag '%s'='%s': the key must have 1-128 characters, the value 0-255."
                .formatted(key, value));
      }
      all.put(key, value);
    }
    if (limits.exceeded(Limit.NETWORK_TAGS, all.size())) {
      throw new ApiError(
          "VPC.1814",
          "%d tags are more than %d.".formatted(all.size(), limits.of(Limit.NETWORK_TAGS)));
    }
    return Collections.unmodifiableMap(all);
  }

  /** Those tags without these keys; a key that is not there does not matter. */
  static Map<String, String> minus(Map<String, String> tags, List<String> keys) {
    var all = new LinkedHashMap<>(tags);
    all.keySet().removeAll(keys);
    return Collections.unmodifiableMap(all);
  }

  /** The tags as the API shows them. */
  static List<Tag> view(Map<String, String> tags) {
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }
}
