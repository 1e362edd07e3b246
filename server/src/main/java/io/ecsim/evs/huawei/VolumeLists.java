package io.ecsim.evs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.evs.Link;
import io.ecsim.api.evs.ListVolumesBriefV2Query;
import io.ecsim.api.evs.ListVolumesBriefV2Response;
import io.ecsim.api.evs.ListVolumesQuery;
import io.ecsim.api.evs.ListVolumesResponse;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.ListOrder;
import io.ecsim.evs.view.NextLink;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.List;

/** Lists of disks: which, in which order, from where to where. */
public final class VolumeLists {
  private final Inventory inventory;
  private final VolumeView view;

  public VolumeLists(Inventory inventory, VolumeView view) {
    this.inventory = inventory;
    this.view = view;
  }

  ListVolumesResponse detailed(Call call, ListVolumesQuery query) {
    Page page = Page.of(query.limit(), query.offset(), query.marker());
    Listing<Volume> all =
        VolumeFilter.on(all(call, query.sortKey(), query.sortDir()), query, inventory);
    Listing.Page<Volume> cut = page.of(all);
    List<Resource<Volume>> shown = cut.items();
    shown.forEach(call.glance()::show);
    return new ListVolumesResponse(
        all.count(),
        shown.stream().map(disk -> view.detail(call, disk)).toList(),
        cut.more() ? List.of(next(call, query, page, shown)) : null);
  }

  ListVolumesBriefV2Response brief(Call call, ListVolumesBriefV2Query query) {
    Page page = Page.of(query.limit(), query.offset(), query.marker());
    Listing<Volume> all =
        VolumeFilter.on(all(call, query.sortKey(), query.sortDir()), query, inventory);
    return new ListVolumesBriefV2Response(
        page.of(all).items().stream().map(disk -> view.brief(call, disk)).toList());
  }

  private static Listing<Volume> all(Call call, String sortKey, String sortDir) {
    return ListOrder.VOLUMES.over(
        call.glance().state().roll(VolumeTable.VOLUMES, call.project()), sortKey, sortDir);
  }

  private static Link next(
      Call call, ListVolumesQuery query, Page page, List<Resource<Volume>> shown) {
    return new NextLink(call.baseUrl() + "/v2/" + call.project() + "/cloudvolumes/detail")
        .with("limit", page.limit())
        .with("marker", shown.get(shown.size() - 1).id())
        .with("sort_key", query.sortKey())
        .with("sort_dir", query.sortDir())
        .with("name", query.name())
        .with("status", query.status())
        .with("metadata", query.metadata())
        .with("not_metadata", query.notMetadata())
        .with("availability_zone", query.availabilityZone())
        .with("multiattach", query.multiattach())
        .with("service_type", query.serviceType())
        .with("volume_type_id", query.volumeTypeId())
        .with("id", query.id())
        .with("ids", query.ids())
        .with("enterprise_project_id", query.enterpriseProjectId())
        .with("server_id", query.serverId())
        .made();
  }
}
