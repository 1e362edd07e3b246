package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Limits;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tags of servers: {@code ecs-schemas.md} 1 and 11. */
public final class Tags {
  /** Not in keys: control characters and what separates tags elsewhere. */
  private static final Pattern KEY = Pattern.compile("[^\\p{Cntrl}=*<>\\\\,|/]+");

  private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}=*<>\\\\,|]*");

  private Tags() {}

  /**
   * Adds a tag that a request names.
   *
   * @throws ApiError {@code Ecs.0906} or {@code Ecs.0907} if it cannot be one, {@code Ecs.0908} if
   *     the request names the key twice
   */
  public static void add(Map<String, String> tags, String key, String value) {
    String text = value == null ? "" : value;
    if (key.isEmpty() || !key.equals(key.strip())) {
      throw new ApiError("Ecs.0906", "The tag key '%s' is empty or has blanks.".formatted(key));
    }
    if (!KEY.matcher(key).matches() || !VALUE.matcher(text).matches()) {
      throw new ApiError(
          "Ecs.0907", "The tag '%s=%s' has characters that are not allowed.".formatted(key, text));
    }
    if (tags.put(key, text) != null) {
      throw new ApiError("Ecs.0908", "The tag key '%s' is given twice.".formatted(key));
    }
  }

  /**
   * Refuses more tags than a server may have.
   *
   * @throws ApiError {@code Ecs.0905}
   */
  public static void checkCount(Limits limits, Map<String, String> tags) {
    if (limits.exceeded(Limit.SERVER_TAGS, tags.size())) {
      throw new ApiError(
          "Ecs.0905",
          "%d tags are more than the %d that a server may have."
              .formatted(tags.size(), limits.of(Limit.SERVER_TAGS)));
    }
  }

  /** The tags as a server shows them: {@code key=value}, or {@code key} alone without a value. */
  public static List<String> texts(Map<String, String> tags) {
    return tags.entrySet().stream().map(Tags::text).toList();
  }

  private static String text(Map.Entry<String, String> tag) {
    return tag.getValue().isEmpty() ? tag.getKey() : tag.getKey() + "=" + tag.getValue();
  }

  /** Whether a filter ({@code key=value}, or {@code key} for any value) fits. */
  public static boolean match(Map<String, String> tags, String filter) {
    int equals = filter.indexOf('=');
    return equals < 0
        ? tags.containsKey(filter)
        : filter.substring(equals + 1).equals(tags.get(filter.substring(0, equals)));
  }
}
