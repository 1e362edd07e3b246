package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.ecs.BatchAddServerNicsOption;
import io.ecsim.api.ecs.ChangeServerNetworkInterfaceRequest;
import io.ecsim.api.ecs.ChangeVpcNic;
import io.ecsim.api.ecs.ServerId;
import io.ecsim.ecs.create.MemberTable;
import io.ecsim.ecs.create.Unmodelled;
import io.ecsim.pack.Networks;
import java.util.List;

/** Which cards requests ask for: {@code ecs-schemas.md} 7. A port that is named wins. */
final class NicRequest {
  private NicRequest() {}

  static Networks.Order order(BatchAddServerNicsOption asked) {
    MemberTable.ADDED_NIC.check(asked);
    return order(
        "nics[]",
        asked.portId(),
        asked.subnetId(),
        asked.ipAddress(),
        asked.securityGroups(),
        Boolean.TRUE.equals(asked.ipv6Enable()));
  }

  static Networks.Order order(ChangeVpcNic asked) {
    return order(
        "nic", asked.portId(), asked.subnetId(), asked.ipAddress(), asked.securityGroups(), false);
  }

  private static Networks.Order order(
      String where,
      String port,
      String subnet,
      String address,
      List<ServerId> groups,
      boolean ipv6) {
    if (given(port)) {
      return Networks.Order.of(port);
    }
    if (!given(subnet)) {
      throw new ApiError("Ecs.0005", where + " has neither subnet_id nor port_id.");
    }
    return new Networks.Order(
        subnet,
        given(address) ? address : null,
        groups == null ? List.of() : groups.stream().map(ServerId::id).distinct().toList(),
        ipv6);
  }

  /** Either address is changed, not both; an empty one stands for any that is free. */
  static Networks.Order order(ChangeServerNetworkInterfaceRequest asked) {
    if ((asked.ipAddress() == null) == (asked.ipv6Address() == null)) {
      throw new ApiError("Ecs.0005", "One of ip_address and ipv6_address must be given.");
    }
    Unmodelled.refuse(asked.ipv6Address() != null, "ipv6_address");
    if (!given(asked.subnetId())) {
      throw new ApiError("Ecs.0005", "subnet_id is missing; it goes with ip_address.");
    }
    return new Networks.Order(
        asked.subnetId(), given(asked.ipAddress()) ? asked.ipAddress() : null, List.of(), false);
  }

  private static boolean given(String text) {
    return text != null && !text.isEmpty();
  }
}
