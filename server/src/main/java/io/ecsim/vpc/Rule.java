package io.ecsim.vpc;

import io.ecsim.sim.Ref;
import io.ecsim.sim.Spec;
import java.util.Collection;
import java.util.List;

/**
 * A rule of a security group; it goes with its group.
 *
 * @param group the group it belongs to
 * @param direction {@code ingress} or {@code egress}
 * @param ethertype {@code IPv4} or {@code IPv6}
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a number; null for any
 * @param ports {@code 80}, {@code 1-100}, {@code 22,80,443}; null for any
 * @param icmp type and code ({@code 8-0}) of an ICMP rule made through v1, else null
 * @param prefix the addresses it is about, or null
 * @param remoteGroup the group it is about, or null
 * @param addressGroup the id of the address group it is about, or null
 * @param action {@code allow} or {@code deny}
 */
record Rule(
    Ref group,
    String direction,
    String ethertype,
    String protocol,
    String ports,
    String icmp,
    String prefix,
    Ref remoteGroup,
    String addressGroup,
    String action,
    int priority,
    boolean enabled,
    String description)
    implements Spec {

  @Override
  public String name() {
    return "";
  }

  @Override
  public Collection<Ref> uses() {
    return remoteGroup == null || remoteGroup.equals(group) ? List.of() : List.of(remoteGroup);
  }

  @Override
  public Ref owner() {
    return group;
  }

  /**
   * An end of the range that {@code /v1} shows: of ports, or type and code of an ICMP rule.
   *
   * @param end 0 for the lower one, 1 for the upper one
   * @return null if there is no range, or more than one
   */
  Integer range(int end) {
    String text = icmp == null ? ports : icmp;
    if (text == null || text.contains(",")) {
      return null;
    }
    String[] ends = text.split("-", 2);
    String one = ends[Math.min(end, ends.length - 1)];
    return one.isEmpty() ? null : Integer.valueOf(one);
  }

  /** Whether another rule does the same; descriptions do not count. */
  boolean same(Rule other) {
    return equals(
        new Rule(
            other.group,
            other.direction,
            other.ethertype,
            other.protocol,
            other.ports,
            other.icmp,
            other.prefix,
            other.remoteGroup,
            other.addressGroup,
            other.action,
            other.priority,
            enabled,
            description));
  }
}
