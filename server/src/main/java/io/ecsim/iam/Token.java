package io.ecsim.iam;

import io.ecsim.sim.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A token. Its text holds all of it, so no state of any world changes when one is issued, and one
 * is good in every double with the same time.
 *
 * @param world the world it was issued in
 * @param project the project it is scoped to, or null
 * @param scopedToDomain whether it is scoped to its domain
 * @param methods how its user was identified
 * @param issued when, in milliseconds of the wall clock
 * @param expires until when it is good
 */
record Token(
    String world,
    Directory.Named user,
    Directory.Named domain,
    Directory.Named project,
    boolean scopedToDomain,
    List<String> methods,
    long issued,
    long expires) {
  private static final String MARK = "ecsim.";
  private static final int PARTS = 11;

  /** What clients carry in {@code X-Auth-Token}. */
  String text() {
    String said =
        String.join(
            "\n",
            world,
            user.id(),
            user.name(),
            domain.id(),
            domain.name(),
            project == null ? "" : project.id(),
            project == null ? "" : project.name(),
            String.valueOf(scopedToDomain),
            String.join(",", methods),
            String.valueOf(issued),
            String.valueOf(expires));
    String body = encoded(said);
    return MARK + body + "." + seal(body);
  }

  /** The token that a text means, or null if ecsim has not issued it. */
  static Token parse(String text) {
    String[] halves = text.startsWith(MARK) ? text.substring(MARK.length()).split("\\.", 2) : null;
    if (halves == null || halves.length != 2 || !seal(halves[0]).equals(halves[1])) {
      return null;
    }
    byte[] said = Base64.getUrlDecoder().decode(halves[0]);
    String[] parts = new String(said, StandardCharsets.UTF_8).split("\n", -1);
    if (parts.length != PARTS) {
      return null;
    }
    return new Token(
        parts[0],
        new Directory.Named(parts[1], parts[2]),
        new Directory.Named(parts[3], parts[4]),
        parts[5].isEmpty() ? null : new Directory.Named(parts[5], parts[6]),
        Boolean.parseBoolean(parts[7]),
        List.of(parts[8].split(",")),
        Long.parseLong(parts[9]),
        Long.parseLong(parts[10]));
  }

  private static String encoded(String said) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(said.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells a token of ecsim's from a text that only looks like one. It is no protection. */
  private static String seal(String body) {
    return Ids.hex("token", body);
  }
}
