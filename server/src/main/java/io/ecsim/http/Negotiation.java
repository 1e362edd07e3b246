package io.ecsim.http;

import io.ecsim.api.Microversions;
import io.ecsim.api.NativeId;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.BadRequest;
import io.ecsim.http.message.Inbound;
import java.util.LinkedHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which microversion of an operation a request asks for: {@code openstack-clients.md} 1.5. Where
 * none is asked for, it is the least.
 *
 * @param minor the minor number of the version that counts
 */
record Negotiation(Microversions microversions, int minor) {
  private static final String HEADER = "OpenStack-API-Version";
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");
  private static final String LATEST = "latest";
  private static final int BAD_REQUEST = 400;
  private static final int NOT_ACCEPTABLE = 406;

  /**
   * What is agreed on.
   *
   * @param microversions those of the operation, or null if it has none
   * @return null if it has none
   * @throws BadRequest 400 for what is no version, 406 for one out of range
   */
  static Negotiation of(Microversions microversions, Inbound request) {
    if (microversions == null) {
      return null;
    }
    String wanted = wanted(request.header(HEADER), microversions.service());
    if (wanted == null && microversions.header() != null) {
      wanted = request.header(microversions.header());
    }
    return new Negotiation(microversions, minor(microversions, wanted));
  }

  /** What the header asks of this service, or null; it may speak of several. */
  private static String wanted(String header, String service) {
    return header == null
        ? null
        : Stream.of(header.split(",", -1))
            .map(part -> part.strip().split("\\s+", 2))
            .filter(words -> words.length == 2 && words[0].equalsIgnoreCase(service))
            .map(words -> words[1].strip())
            .findFirst()
            .orElse(null);
  }

  private static int minor(Microversions range, String wanted) {
    if (wanted == null) {
      return range.least();
    }
    if (wanted.equalsIgnoreCase(LATEST)) {
      return range.most();
    }
    Matcher version = VERSION.matcher(wanted);
    if (!version.matches() || version.group(2).length() > 4) {
      throw new BadRequest(
          BAD_REQUEST,
          "API Version String %s is of invalid format. Must be of format MajorNum.MinorNum."
              .formatted(wanted));
    }
    int minor = Integer.parseInt(version.group(2));
    if (!version.group(1).equals(String.valueOf(range.major()))
        || minor < range.least()
        || minor > range.most()) {
      throw new BadRequest(
          NOT_ACCEPTABLE,
          "Version %s is not supported by the API. Minimum is %s and maximum is %s."
              .formatted(wanted, range.version(range.least()), range.version(range.most())));
    }
    return minor;
  }

  /** An answer, error or not, that says what was agreed on, and the request's id natively. */
  Answer tell(Answer answer, String request) {
    String version = microversions.version(minor);
    String id = NativeId.of(request);
    var headers = new LinkedHashMap<String, String>();
    headers.put(HEADER, microversions.service() + " " + version);
    headers.put("Vary", HEADER);
    headers.put("X-Openstack-Request-Id", id);
    if (microversions.header() != null) {
      headers.put(microversions.header(), version);
      headers.put("Vary", HEADER + ", " + microversions.header());
    }
    if (microversions.requestId() != null) {
      headers.put(microversions.requestId(), id);
    }
    return answer.with(headers);
  }
}
