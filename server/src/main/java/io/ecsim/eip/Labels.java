package io.ecsim.eip;

import io.ecsim.api.ApiError;
import io.ecsim.api.eip.CreatePublicipTagOption;
import io.ecsim.api.eip.TagKeyValue;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of an EIP, in the order they were added. */
final class Labels {
  private Labels() {}

  /** These tags added to those; an equal key takes the new value. */
  static Map<String, String> plus(
      Limits limits, Map<String, String> labels, List<CreatePublicipTagOption> added) {
    var all = new LinkedHashMap<>(labels);
    added.forEach(tag -> all.put(tag.key(), tag.value()));
    if (limits.exceeded(Limit.NETWORK_TAGS, all.size())) {
      throw new ApiError(
          "VPC.1814",
          "%d tags are more than %d.".formatted(all.size(), limits.of(Limit.NETWORK_TAGS)));
    }
    return all;
  }

  /** Those tags without these keys; a key that is not there does not matter. */
  static Map<String, String> minus(Map<String, String> labels, List<String> keys) {
    var all = new LinkedHashMap<>(labels);
    all.keySet().removeAll(keys);
    return all;
  }

  /** The tags as the tag operations show them. */
  static List<TagKeyValue> view(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(tag -> new TagKeyValue(tag.getKey(), tag.getValue()))
        .toList();
  }

  /** The tags as EIPs show them: {@code key=value}. */
  static List<String> texts(Map<String, String> labels) {
    return labels.entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue()).toList();
  }
}
