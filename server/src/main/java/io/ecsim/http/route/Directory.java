package io.ecsim.http.route;

import io.ecsim.api.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the operations that a request may be meant for. Its service is named by the first segment
 * of the path, or by the first label of the host, or else by what the path itself says.
 */
public final class Directory {
  /** The service of the double's own control API. */
  public static final String CONTROL = "control";

  private static final String CONTROL_SEGMENT = "_ecsim";

  /** Names under which clients know a service whose host has another name. */
  private static final Map<String, String> ALIASES =
      Map.of("cms", "ecs", "kps", "kms", "eip", "vpc", "vbs", "evs");

  private final Map<String, Trie> services = new HashMap<>();
  private final Trie everything = new Trie();

  /** A directory of these operations. Where paths alone do not tell, the first goes first. */
  public Directory(List<Operation> operations) {
    for (Operation operation : operations) {
      Candidate candidate = new Candidate(operation);
      services.computeIfAbsent(host(operation.service()), service -> new Trie()).add(candidate);
      everything.add(candidate);
    }
  }

  /**
   * Looks an address up.
   *
   * @param host the name of the server that the client spoke to, without a port
   */
  public Lookup find(String method, String host, List<String> segments) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    String first = segments.isEmpty() ? "" : segments.get(0);
    if (first.equals(CONTROL_SEGMENT)) {
      return look(wanted, CONTROL, "", segments);
    }
    String byPrefix = service(first);
    if (byPrefix != null) {
      return look(wanted, byPrefix, "/" + first, segments.subList(1, segments.size()));
    }
    String byHost = service(Hosts.firstLabel(host));
    if (byHost != null) {
      return look(wanted, byHost, "", segments);
    }
    if (Hosts.isOfCloud(host)) {
      return foreign(host, segments);
    }
    return new Lookup(null, "", segments, everything.find(wanted, segments));
  }

  /** Whether this host names a service that is here. */
  public boolean standsFor(String host) {
    return service(Hosts.firstLabel(host)) != null;
  }

  /** An address on a host that no service here has. */
  public static Lookup foreign(String host, List<String> segments) {
    return new Lookup(host, "", segments, List.of());
  }

  /** Services that clients take for one have one host: EIPs are reached through the network's. */
  private static String host(String service) {
    return ALIASES.getOrDefault(service, service);
  }

  private Lookup look(String method, String service, String prefix, List<String> segments) {
    Trie trie = services.get(service);
    var found = trie == null ? List.<Candidate>of() : trie.find(method, segments);
    return new Lookup(service, prefix, segments, found);
  }

  private String service(String name) {
    if (name.equals(CONTROL)) {
      return null;
    }
    String service = services.containsKey(name) ? name : ALIASES.get(name);
    return service != null && services.containsKey(service) ? service : null;
  }
}
