package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import java.util.Locale;
import java.util.stream.Stream;

/** How strong a password must be: {@code ecs-schemas.md} 1. */
public final class Passwords {
  private static final String SPECIAL = "!@$%^-_=+[{}]:,./?~#*()&;'\"|\\<>";

  private Passwords() {}

  /**
   * Refuses a weak password.
   *
   * @throws ApiError {@code Ecs.0011}; the message does not repeat the password
   */
  public static void check(String field, String password, String user) {
    if (password.length() < 8 || password.length() > 26) {
      throw weak(field, "must have 8 to 26 characters");
    }
    if (!password.chars().allMatch(Passwords::allowed)) {
      throw weak(field, "has characters that are not allowed");
    }
    long kinds =
        Stream.of(
                password.chars().anyMatch(Character::isUpperCase),
                password.chars().anyMatch(Character::isLowerCase),
                password.chars().anyMatch(Character::isDigit),
                password.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0))
            .filter(has -> has)
            .count();
    if (kinds < 3) {
      throw weak(field, "needs three of: upper case, lower case, digit, special character");
    }
    String small = password.toLowerCase(Locale.ROOT);
    String name = user.toLowerCase(Locale.ROOT);
    if (small.contains(name) || small.contains(new StringBuilder(name).reverse())) {
      throw weak(field, "contains the user name or its reverse");
    }
  }

  private static boolean allowed(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || SPECIAL.indexOf(c) >= 0);
  }

  private static ApiError weak(String field, String why) {
    return new ApiError("Ecs.0011", "%s %s.".formatted(field, why));
  }
}
