package io.ecsim.evs.view;

import io.ecsim.api.evs.SnapshotListItem;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotStatus;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;

/** Snapshots as the EVS family of the API shows them: {@code evs-schemas.md} 5.1. */
public final class SnapshotView {
  private SnapshotView() {}

  /** How a snapshot came to be: {@code user} by somebody's hand, {@code auto} for a backup. */
  public static String type(Snapshot snapshot) {
    return snapshot.automatic() ? "auto" : "user";
  }

  public static io.ecsim.api.evs.Snapshot detail(Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    return io.ecsim.api.evs.Snapshot.builder()
        .id(resource.id())
        .name(snapshot.name())
        .description(snapshot.description())
        .status(resource.status().label())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .metadata(new LinkedHashMap<>(snapshot.metadata()))
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .projectId(resource.ref().project())
        .progress(progress(resource))
        .build();
  }

  public static SnapshotListItem listed(Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    return SnapshotListItem.builder()
        .id(resource.id())
        .name(snapshot.name())
        .description(snapshot.description())
        .status(resource.status().label())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .metadata(snapshot.metadata())
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .projectId(resource.ref().project())
        .progress(progress(resource))
        .serviceType(VolumeView.SERVICE)
        .build();
  }

  /** How much of its data is there, in percent: all or nothing. */
  public static String progress(Resource<Snapshot> resource) {
    return ((SnapshotStatus) resource.status()).complete() ? "100%" : "0%";
  }
}
