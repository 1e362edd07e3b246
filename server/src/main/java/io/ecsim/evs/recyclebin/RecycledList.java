package io.ecsim.evs.recyclebin;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.ListVolumesInRecycleQuery;
import io.ecsim.api.evs.ListVolumesInRecycleResponse;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The list of what is in the bin, the last deleted first: {@code evs-schemas.md} 4. */
record RecycledList(Inventory inventory) {
  private static final int LONGEST_NAME = 64;
  private static final Set<String> SERVICES = Set.of("EVS", "DSS");

  private static final Comparator<Resource<Volume>> LAST_DELETED_FIRST =
      Comparator.<Resource<Volume>>comparingLong(
              disk -> disk.spec().stay() == null ? 0 : disk.spec().stay().since())
          .thenComparingLong(Resource::seq)
          .reversed();

  ListVolumesInRecycleResponse page(Call call, ListVolumesInRecycleQuery query) {
    check(query);
    Page page = Page.of(query.limit(), query.offset(), null);
    List<Resource<Volume>> all =
        call.glance()
            .state()
            .hidden(VolumeTable.VOLUMES, call.project())
            .filter(disk -> fits(disk, query))
            .sorted(LAST_DELETED_FIRST)
            .toList();
    List<Resource<Volume>> shown = page.cut(all, Resource::id);
    shown.forEach(call.glance()::show);
    return new ListVolumesInRecycleResponse(
        all.size(), shown.stream().map(RecycledView::of).toList());
  }

  private void check(ListVolumesInRecycleQuery query) {
    if (isGiven(query.name()) && query.name().length() > LONGEST_NAME) {
      throw new ApiError(
          "EVS.5400",
          "name has %s characters; %s are allowed: %s"
              .formatted(query.name().length(), LONGEST_NAME, query.name()));
    }
    if (isGiven(query.serviceType()) && !SERVICES.contains(query.serviceType())) {
      throw new ApiError(
          "EVS.5400", "service_type %s is neither EVS nor DSS.".formatted(query.serviceType()));
    }
    if (isGiven(query.availabilityZone())
        && !inventory.zones().contains(query.availabilityZone())) {
      throw new ApiError(
          "EVS.1041", "There is no availability_zone %s.".formatted(query.availabilityZone()));
    }
  }

  private static boolean fits(Resource<Volume> disk, ListVolumesInRecycleQuery query) {
    return (!isGiven(query.name()) || disk.spec().name().contains(query.name()))
        && (!isGiven(query.status()) || disk.status().label().equalsIgnoreCase(query.status()))
        && (!isGiven(query.availabilityZone())
            || disk.spec().zone().equals(query.availabilityZone()))
        && (!isGiven(query.serviceType()) || VolumeView.SERVICE.equals(query.serviceType()));
  }

  private static boolean isGiven(String text) {
    return text != null && !text.isEmpty();
  }
}
