package io.ecsim.ecs.nova;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tags as native operations know them: plain texts, of which {@code key=value} is the tag {@code
 * key} of the service's own operations. {@code ecs-schemas.md} 1 and 11.
 */
final class NativeTags {
  private static final int MOST = 50;
  private static final Pattern TAG = Pattern.compile("[\\u4e00-\\u9fa5A-Za-z0-9_.=\\-]{1,80}");
  private static final Set<String> RESERVED = Set.of("__type_baremetal", "__type_virtual");

  private NativeTags() {}

  /** The tags that a request names; null for none. */
  static Map<String, String> read(List<String> tags) {
    var labels = new LinkedHashMap<String, String>();
    if (tags != null) {
      tags.forEach(tag -> add(labels, tag));
    }
    return labels;
  }

  /** Adds a tag, or refuses. */
  static void add(Map<String, String> labels, String tag) {
    if (!TAG.matcher(tag).matches() || tag.startsWith("=") || RESERVED.contains(tag)) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute tag. Value: %s.".formatted(tag));
    }
    int equals = tag.indexOf('=');
    labels.put(
        equals < 0 ? tag : tag.substring(0, equals), equals < 0 ? "" : tag.substring(equals + 1));
    if (labels.size() > MOST) {
      throw NativeWords.badRequest(
          "The number of tags exceeded the per-server limit %d".formatted(MOST));
    }
  }
}
