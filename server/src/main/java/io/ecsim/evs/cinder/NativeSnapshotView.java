package io.ecsim.evs.cinder;

import io.ecsim.api.evs.CinderListSnapshotsSnapshot;
import io.ecsim.api.evs.CinderSnapshot;
import io.ecsim.api.evs.CinderSnapshotV3;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.view.SnapshotView;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Resource;

/** Snapshots as the native family of the API shows them: {@code evs-schemas.md} 5.1. */
public record NativeSnapshotView(String user) {

  CinderListSnapshotsSnapshot brief(Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    return CinderListSnapshotsSnapshot.builder()
        .id(resource.id())
        .status(resource.status().label())
        .name(snapshot.name())
        .description(snapshot.description())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .metadata(snapshot.metadata())
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .build();
  }

  CinderSnapshot detail(Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    return CinderSnapshot.builder()
        .id(resource.id())
        .status(resource.status().label())
        .name(snapshot.name())
        .description(snapshot.description())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .metadata(snapshot.metadata())
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .projectId(resource.ref().project())
        .progress(SnapshotView.progress(resource))
        .build();
  }

  /** As version 3 shows it: with the user. */
  CinderSnapshotV3 detailV3(Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    return CinderSnapshotV3.builder()
        .id(resource.id())
        .status(resource.status().label())
        .name(snapshot.name())
        .description(snapshot.description())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .metadata(snapshot.metadata())
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .projectId(resource.ref().project())
        .progress(SnapshotView.progress(resource))
        .userId(user)
        .build();
  }
}
