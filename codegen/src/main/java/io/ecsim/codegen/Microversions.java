package io.ecsim.codegen;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The microversions of an OpenStack service, as {@code info} gives them: {@code 3.0-3.50}.
 *
 * @param service the word that clients name it by: {@code volume}
 */
record Microversions(String service, int major, int least, int most) {
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\.(\\d+)-\\1\\.(\\d+)");

  /** What the text says, or null if it is no range. */
  static Microversions read(String service, String range) {
    Matcher found = RANGE.matcher(range);
    return found.matches()
        ? new Microversions(
            service,
            Integer.parseInt(found.group(1)),
            Integer.parseInt(found.group(2)),
            Integer.parseInt(found.group(3)))
        : null;
  }

  /** Java that makes these, or null. */
  static String literal(Microversions microversions) {
    return microversions == null
        ? "null"
        : "new Microversions(%s, %d, %d, %d)"
            .formatted(
                Names.literal(microversions.service),
                microversions.major,
                microversions.least,
                microversions.most);
  }
}
