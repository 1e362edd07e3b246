package io.ecsim.ecs.nova;

import java.util.regex.Pattern;

/** What metadata may be: {@code ecs-schemas.md} 1 and 12. */
final class NativeMetadata {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_:. \\-]{1,255}");

  private NativeMetadata() {}

  /** Refuses what cannot be a key. */
  static void checkKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute metadata. Key: '%s'.".formatted(key));
    }
  }
}
