package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.inventory.Cidr;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule that somebody asks for, through either generation.
 *
 * @param group the id of its group
 * @param ports as {@code /v3} writes them; null for any
 * @param icmp type and code as {@code /v1} gives them for ICMP; null for any
 * @param priority a number or a text of one; null for the usual
 */
record RuleDraft(
    Generation generation,
    String group,
    String direction,
    String ethertype,
    String protocol,
    String ports,
    String icmp,
    String prefix,
    String remoteGroup,
    String addressGroup,
    String action,
    Object priority,
    Boolean enabled,
    String description) {
  private static final String INVALID = "VPC.0601";
  private static final Pattern PORTS =
      Pattern.compile("\\d{1,5}(-\\d{1,5})?(,\\d{1,5}(-\\d{1,5})?)*");
  private static final Set<String> WITHOUT_PORTS = Set.of("icmp", "icmpv6");
  private static final int LAST_PORT = 65535;
  private static final int LAST_PROTOCOL = 255;
  private static final int MOST_PORTS = 20;
  private static final int LOWEST_PRIORITY = 100;

  /**
   * The rule.
   *
   * @throws ApiError if there cannot be such a one
   */
  Rule made(State state, String project) {
    String kind = Objects.requireNonNullElse(ethertype, "IPv4");
    String does = Objects.requireNonNullElse(action, "allow");
    oneOf("direction", direction, "ingress", "egress");
    oneOf("ethertype", kind, "IPv4", "IPv6");
    oneOf("action", does, "allow", "deny");
    checkProtocol();
    checkPorts();
    checkRemote(kind);
    return new Rule(
        group(state, project, group),
        direction,
        kind,
        empty(protocol),
        empty(ports),
        icmp,
        lower(prefix),
        empty(remoteGroup) == null ? null : group(state, project, remoteGroup),
        empty(addressGroup),
        does,
        rank(),
        !Boolean.FALSE.equals(enabled),
        Names.description(generation, INVALID, description));
  }

  private Ref group(State state, String project, String id) {
    var found = state.find(Tables.GROUPS, project, id);
    if (found == null) {
      throw new ApiError(
          generation == Generation.V1 ? "VPC.0603" : "VPC.9904",
          "Security group %s could not be found.".formatted(id));
    }
    return found.ref();
  }

  private void oneOf(String field, String value, String... words) {
    if (!List.of(words).contains(value)) {
      throw invalid("%s %s is not one of %s.".formatted(field, value, List.of(words)));
    }
  }

  private void checkProtocol() {
    boolean number =
        protocol != null
            && protocol.matches("\\d{1,3}")
            && Integer.parseInt(protocol) <= LAST_PROTOCOL;
    if (empty(protocol) != null && !number) {
      oneOf("protocol", protocol, "tcp", "udp", "icmp", "icmpv6");
    }
  }

  private void checkPorts() {
    if (empty(ports) == null) {
      return;
    }
    if (empty(protocol) == null || WITHOUT_PORTS.contains(protocol)) {
      throw invalid("multiport %s needs protocol tcp or udp.".formatted(ports));
    }
    boolean fine = PORTS.matcher(ports).matches() && ports.split(",").length <= MOST_PORTS;
    if (!fine || !Stream.of(ports.split(",")).allMatch(RuleDraft::ascends)) {
      throw invalid(
          "multiport %s is not 1-%d, single, as a range, or up to %d with commas."
              .formatted(ports, LAST_PORT, MOST_PORTS));
    }
  }

  private static boolean ascends(String range) {
    String[] ends = range.split("-", 2);
    int from = Integer.parseInt(ends[0]);
    int to = Integer.parseInt(ends[ends.length - 1]);
    return 1 <= from && from <= to && to <= LAST_PORT;
  }

  private void checkRemote(String kind) {
    long given =
        Stream.of(prefix, remoteGroup, addressGroup).filter(one -> empty(one) != null).count();
    if (given > 1) {
      throw invalid(
          "Only one of remote_ip_prefix, remote_group_id, remote_address_group_id may be given.");
    }
    if (empty(prefix) == null) {
      return;
    }
    boolean six = prefix.contains(":");
    boolean four = Cidr.address(prefix) >= 0 || block(prefix);
    if (six != kind.equals("IPv6") || (!six && !four)) {
      throw invalid("remote_ip_prefix %s is no %s range.".formatted(prefix, kind));
    }
  }

  /** Whether a text is an address and a length of prefix; host bits do not matter here. */
  private static boolean block(String text) {
    String[] parts = text.split("/", 2);
    return parts.length == 2
        && Cidr.address(parts[0]) >= 0
        && parts[1].matches("\\d|[12]\\d|3[0-2]");
  }

  private int rank() {
    if (priority == null) {
      return 1;
    }
    String text = String.valueOf(priority);
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1) {
      throw invalid("priority %s is not 1-%d.".formatted(text, LOWEST_PRIORITY));
    }
    int rank = Integer.parseInt(text);
    if (rank > LOWEST_PRIORITY) {
      throw invalid("priority %s is not 1-%d.".formatted(text, LOWEST_PRIORITY));
    }
    return rank;
  }

  private ApiError invalid(String message) {
    return generation.invalid(INVALID, message);
  }

  private static String empty(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** The cloud, and clients that compare, write the digits of IPv6 addresses small. */
  private static String lower(String range) {
    return empty(range) == null ? null : range.toLowerCase(Locale.ROOT);
  }
}
