package io.ecsim.http.route;

import java.util.List;

/**
 * What a directory says about an address.
 *
 * @param service the service that prefix or host named, or null if neither did; a whole host that
 *     no service here has
 * @param prefix the prefix that named it, with its slash; else empty
 * @param segments the path below the prefix
 * @param candidates the operations that fit; several only if no service was named
 */
public record Lookup(
    String service, String prefix, List<String> segments, List<Candidate> candidates) {

  /** Whether the double's own control API was addressed. */
  public boolean isControl() {
    return Directory.CONTROL.equals(service);
  }

  /** Whether a host was addressed that no service here has. */
  public boolean isForeign() {
    return service != null && service.indexOf('.') >= 0;
  }

  /** Whether nothing but the root of the server was named. */
  public boolean isRoot() {
    return service == null && segments.isEmpty();
  }
}
