package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.view.NativeOrder;
import io.ecsim.evs.view.SnapshotFilter;
import io.ecsim.evs.view.SnapshotQuery;
import io.ecsim.evs.view.TimeCondition;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Native lists of snapshots: which, in which order, from where to where. */
final class NativeSnapshotLists {
  private static final NativeOrder<Snapshot> ORDER =
      new NativeOrder<>(
          Map.of(
              "size", Comparator.comparingInt(Snapshot::size),
              "volume_id", Comparator.comparing(snapshot -> snapshot.volume().id())));

  private NativeSnapshotLists() {}

  /**
   * The page that a client wants.
   *
   * @param address where the list is, after the address of the service: {@code /v2/…}
   */
  static <T> NativePage<T> of(
      Call call, SnapshotQuery query, String address, Function<Resource<Snapshot>, T> view) {
    List<Resource<Snapshot>> all =
        call.glance()
            .all(SnapshotTable.SNAPSHOTS, call.project())
            .filter(SnapshotFilter.of(query, call.glance().state()))
            .filter(TimeCondition.created(query.createdAt()))
            .filter(TimeCondition.updated(query.updatedAt()))
            .sorted(ORDER.of(query.sort(), query.sortKey(), query.sortDir()))
            .toList();
    return NativePage.of(
            call,
            all,
            query.page(),
            query.counted(),
            last -> query.next(call.baseUrl() + address, last))
        .seen(view);
  }
}
