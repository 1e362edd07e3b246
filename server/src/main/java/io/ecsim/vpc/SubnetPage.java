package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.Link;
import io.ecsim.api.vpc.NeutronListSubnetsQuery;
import io.ecsim.api.vpc.NeutronListSubnetsResponse;
import io.ecsim.api.vpc.NeutronSubnet;
import java.util.List;

/** Pages of native subnets, of which one subnet may have two. */
final class SubnetPage {
  private SubnetPage() {}

  static NeutronListSubnetsResponse of(
      Call call, List<NeutronSubnet> found, NeutronListSubnetsQuery query) {
    String marker = query.marker();
    int limit = Page.size(query.limit());
    List<NeutronSubnet> rest =
        marker == null || marker.isEmpty()
            ? found
            : found.stream().dropWhile(subnet -> !subnet.id().equals(marker)).skip(1).toList();
    int size = Math.min(rest.size(), limit);
    List<NeutronSubnet> items = rest.subList(0, size);
    List<Link> links =
        size < rest.size() && size > 0
            ? NativePage.after(call, "subnets", items.get(size - 1).id())
            : null;
    return new NeutronListSubnetsResponse(items, links);
  }
}
