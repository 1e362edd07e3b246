package io.ecsim.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The microversions of an OpenStack service, as {@code info} gives them: {@code 3.0-3.50}, or that
 * as {@code range} beside {@code header} and {@code request-id}.
 *
 * @param service the word that clients name it by: {@code volume}
 * @param header the older header that asks for a version, too; or null
 * @param requestId the service's own header that tells the request's id; or null
 */
record Microversions(
    String service, int major, int least, int most, String header, String requestId) {
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\.(\\d+)-\\1\\.(\\d+)");

  /** What is said of the service, or null if it has no range. */
  static Microversions read(String service, JsonNode said) {
    Matcher found = RANGE.matcher(said.path("range").asText(said.asText("")));
    return found.matches()
        ? new Microversions(
            service,
            Integer.parseInt(found.group(1)),
            Integer.parseInt(found.group(2)),
            Integer.parseInt(found.group(3)),
            said.path("header").asText(null),
            said.path("request-id").asText(null))
        : null;
  }

  /** Whether this is a path of the version that counts where none is asked for. */
  boolean holdFor(String path) {
    return path.startsWith("/v" + major + (least == 0 ? "" : "." + least) + "/");
  }

  /** Java that makes these, or null. */
  static String literal(Microversions microversions) {
    return microversions == null
        ? "null"
        : "new Microversions(%s, %d, %d, %d, %s, %s)"
            .formatted(
                Names.literal(microversions.service),
                microversions.major,
                microversions.least,
                microversions.most,
                Names.literal(microversions.header),
                Names.literal(microversions.requestId));
  }
}
