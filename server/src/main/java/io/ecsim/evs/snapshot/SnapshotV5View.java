package io.ecsim.evs.snapshot;

import io.ecsim.api.evs.SnapshotV5;
import io.ecsim.evs.disk.MetadataRules;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotChain;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Standard;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.view.SnapshotView;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.Comparator;

/**
 * Snapshots and chains as version 5 of the API shows them: {@code evs-schemas.md} 5.2. Nothing sets
 * how long a snapshot or its instant access is kept, so neither end is told; nor is the algorithm
 * of an encrypted one, whose words are not published.
 */
final class SnapshotV5View {
  private static final Comparator<Resource<Snapshot>> CHANGE = Comparator.comparing(Times::updated);

  private SnapshotV5View() {}

  static SnapshotV5 of(State state, Resource<Snapshot> resource) {
    Snapshot snapshot = resource.spec();
    Standard standard = snapshot.standard();
    Volume disk = SnapshotTable.disk(state, snapshot).spec();
    boolean encrypted = disk.encrypted();
    return SnapshotV5.builder()
        .id(resource.id())
        .name(snapshot.name())
        .description(snapshot.description())
        .createdAt(Times.created(resource))
        .updatedAt(Times.updated(resource))
        .volumeId(snapshot.volume().id())
        .size(snapshot.size())
        .status(resource.status().label())
        .enterpriseProjectId(SnapshotTable.enterpriseProject(state, snapshot))
        .encrypted(encrypted)
        .cmkId(encrypted ? disk.metadata().get(MetadataRules.KEY) : null)
        .category(SnapshotChain.CATEGORY)
        .availabilityZone(disk.zone())
        .tags(snapshot.tags())
        .instantAccess(snapshot.hasInstantAccess())
        .incremental(standard == null || standard.incremental())
        .snapshotType(SnapshotView.type(snapshot))
        .progress(SnapshotView.progress(resource))
        .snapshotChains(
            SnapshotChain.of(state, resource).map(SnapshotV5View::chain).stream().toList())
        .snapshotGroupId(snapshot.group() == null ? null : snapshot.group().id())
        .build();
  }

  static io.ecsim.api.evs.SnapshotChain chain(SnapshotChain chain) {
    return io.ecsim.api.evs.SnapshotChain.builder()
        .id(chain.id())
        .availabilityZone(chain.disk().spec().zone())
        .snapshotCount(chain.links().size())
        .capacity(chain.capacity())
        .volumeId(chain.disk().id())
        .category(SnapshotChain.CATEGORY)
        .createdAt(Times.created(chain.links().get(0)))
        .updatedAt(Times.updated(chain.links().stream().max(CHANGE).orElseThrow()))
        .build();
  }
}
