package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What names and descriptions may be. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{0,64}");
  private static final int DESCRIPTION = 255;

  private Names() {}

  /** A name of at most 64 letters, digits, {@code _}, {@code -}, {@code .}; null is empty. */
  static String name(Generation generation, String v1, String name) {
    if (name != null && !NAME.matcher(name).matches()) {
      throw generation.invalid(
          v1, "name '%s' is not 0-64 letters, digits, '_', '-' or '.'.".formatted(name));
    }
    return name == null ? "" : name;
  }

  /** As {@link #name}, but not empty. */
  static String given(Generation generation, String v1, String name) {
    if (name == null || name.isEmpty()) {
      throw generation.invalid(v1, "name '%s' is empty.".formatted(name));
    }
    return name(generation, v1, name);
  }

  /** A description of at most 255 characters without angle brackets; null is empty. */
  static String description(Generation generation, String v1, String text) {
    if (text != null && (text.length() > DESCRIPTION || text.matches(".*[<>].*"))) {
      throw generation.invalid(
          v1, "description '%s' is longer than 255 or has '<' or '>'.".formatted(text));
    }
    return text == null ? "" : text;
  }

  /** Tags as a create request of the first generation writes them: {@code key*value}. */
  static Map<String, String> starred(List<String> tags) {
    var map = new LinkedHashMap<String, String>();
    for (String tag : tags == null ? List.<String>of() : tags) {
      String[] parts = tag.split("\\*", 2);
      if (parts[0].isEmpty()) {
        throw new ApiError("VPC.1801", "tags '%s' has no key.".formatted(tag));
      }
      map.put(parts[0], parts.length < 2 ? "" : parts[1]);
    }
    return Collections.unmodifiableMap(map);
  }
}
