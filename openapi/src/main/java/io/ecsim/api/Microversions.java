package io.ecsim.api;

/**
 * The versions of an OpenStack operation that a client may ask for by a header, of one major
 * version.
 *
 * @param service the word that clients name the service by: {@code volume}
 * @param major 3 of {@code 3.50}
 * @param least the least minor version, which also counts where none is asked for
 * @param most the greatest minor version
 * @param header the older header that asks for a version, too: {@code
 *     X-OpenStack-Nova-API-Version}; or null
 * @param requestId the service's own header that tells the request's id: {@code
 *     X-Compute-Request-Id}; or null
 */
public record Microversions(
    String service, int major, int least, int most, String header, String requestId) {
  /** The version with this minor number, as it is written. */
  public String version(int minor) {
    return major + "." + minor;
  }
}
