package io.ecsim.vpc;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.vpc.Link;
import io.ecsim.api.vpc.NeutronListSubnetsQuery;
import io.ecsim.api.vpc.NeutronListSubnetsResponse;
import io.ecsim.api.vpc.NeutronSubnet;
import java.util.List;
import java.util.Map;

/** Pages of native subnets, of which one subnet may have two. */
final class SubnetPage {
  private SubnetPage() {}

  static NeutronListSubnetsResponse of(
      Call call, List<NeutronSubnet> found, NeutronListSubnetsQuery query) {
    String marker = query.marker();
    Integer limit = query.limit();
    if (limit != null && limit < 0) {
      throw new ApiError("VPC.0201", "limit %d is negative.".formatted(limit));
    }
    List<NeutronSubnet> rest =
        marker == null || marker.isEmpty()
            ? found
            : found.stream().dropWhile(subnet -> !subnet.id().equals(marker)).skip(1).toList();
    int size = Math.min(rest.size(), limit == null ? rest.size() : limit);
    List<NeutronSubnet> items = rest.subList(0, size);
    List<Link> links = null;
    if (size < rest.size() && size > 0) {
      var filters = Map.of("name", query.name(), "network_id", query.networkId());
      String last = items.get(size - 1).id();
      links = List.of(new Link(NativePage.href(call, "subnets", last, limit, filters), "next"));
    }
    return new NeutronListSubnetsResponse(items, links);
  }
}
