package io.ecsim.evs.disk;

import io.ecsim.api.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What texts may be. */
public final class Texts {
  /** How many bytes a name, a description, a metadata key or value may have. */
  public static final int MOST = 255;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Texts() {}

  /** Whether a text is a UUID. */
  public static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /** Refuses a text that is too long, counted in bytes of UTF-8. */
  public static void bound(String code, String field, String text, int most) {
    int length = text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    if (length > most) {
      throw new ApiError(
          code, "%s has %s bytes; %s are allowed: %s".formatted(field, length, most, text));
    }
  }

  /** Whether a client gave a text at all: an empty one counts as none. */
  public static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }

  /** Whether a value passes a filter of a list; an absent or empty filter lets all through. */
  public static boolean fits(String wanted, String value) {
    return !isGiven(wanted) || wanted.equals(value);
  }

  /** The text, or another where there is none. */
  public static String or(String text, String other) {
    return text == null ? other : text;
  }
}
