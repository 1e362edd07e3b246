package io.ecsim.ecs.server;

import io.ecsim.api.ApiError;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names of servers and hosts: {@code ecs-schemas.md} 1. */
public final class Names {
  private static final int LONGEST = 128;
  private static final int LONGEST_OF_SEVERAL = 59;
  private static final int CJK_COUNTS = 2;
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9_.\\-]+");
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:-?[A-Za-z0-9])*");

  private Names() {}

  /**
   * Refuses what cannot be a server's name.
   *
   * @throws ApiError {@code Ecs.0914} or {@code Ecs.0915}
   */
  public static void check(String name, int count) {
    int most = count > 1 ? LONGEST_OF_SEVERAL : LONGEST;
    if (name.codePoints().map(Names::width).sum() > most) {
      throw new ApiError(
          "Ecs.0914", "name '%s' is longer than %d characters.".formatted(name, most));
    }
    if (!NAME.matcher(name).matches()) {
      throw new ApiError(
          "Ecs.0915", "name '%s' may have only letters, digits, '_', '-' and '.'.".formatted(name));
    }
  }

  private static int width(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? CJK_COUNTS : 1;
  }

  /** The names of the servers of one request: numbered if there are several. */
  public static List<String> of(String name, int count) {
    return count == 1
        ? List.of(name)
        : IntStream.range(0, count).mapToObj(i -> "%s-%04d".formatted(name, i)).toList();
  }

  /**
   * Refuses what cannot be a host's name.
   *
   * @throws ApiError {@code Ecs.0005}
   */
  public static void checkHostname(String hostname) {
    boolean fits =
        List.of(hostname.split("\\.", -1)).stream().allMatch(p -> LABEL.matcher(p).matches());
    if (!fits || hostname.chars().allMatch(Character::isDigit)) {
      throw new ApiError("Ecs.0005", "hostname '%s' is not a host name.".formatted(hostname));
    }
  }

  /** What the guest of a server of this name calls itself at first. */
  public static String hostname(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("-+", "-");
    String trimmed = plain.replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "ecs" : trimmed;
  }
}
