package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the tags of a disk, a snapshot or a group may be: {@code evs-schemas.md} 8, the newer rule
 * set, which allows what the older one does.
 *
 * @param most how many each may have
 */
public record TagRules(int most) {
  private static final int KEY = 128;
  private static final int VALUE = 255;
  private static final Pattern FORBIDDEN = Pattern.compile("[*<>\\\\,|/]");

  /** Refuses tags that may not be. */
  public void check(Map<String, String> tags) {
    tags.forEach(TagRules::check);
    if (tags.size() > most) {
      throw new ApiError("EVS.1061", "%s tags; %s are allowed.".formatted(tags.size(), most));
    }
  }

  private static void check(String key, String value) {
    if (key.isEmpty()
        || key.codePointCount(0, key.length()) > KEY
        || key.startsWith("_sys_")
        || FORBIDDEN.matcher(key).find()) {
      throw new ApiError("EVS.1062", "The tag key %s is malformed.".formatted(key));
    }
    if (value == null
        || value.codePointCount(0, value.length()) > VALUE
        || FORBIDDEN.matcher(value).find()) {
      throw new ApiError(
          "EVS.1062", "The value %s of the tag %s is malformed.".formatted(value, key));
    }
  }
}
