package io.ecsim.evs.view;

import io.ecsim.api.evs.ListSnapshotsDetailsV5Query;
import io.ecsim.api.evs.ListSnapshotsQuery;
import io.ecsim.evs.disk.EnterpriseProjects;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotChain;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Volume;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which snapshots a list shows: {@code evs-schemas.md} 4. Zone and the like are the disk's. */
public final class SnapshotFilter {
  private final State state;
  private Predicate<Resource<Snapshot>> wanted = snapshot -> true;

  private SnapshotFilter(State state) {
    this.state = state;
  }

  /** The filter of the list with details. */
  public static Predicate<Resource<Snapshot>> of(ListSnapshotsQuery query, State state) {
    return new SnapshotFilter(state)
        .when(query.name(), (snapshot, part) -> snapshot.spec().name().contains(part))
        .common(query.status(), query.volumeId(), query.availabilityZone())
        .when(query.id(), (snapshot, id) -> snapshot.id().equals(id))
        .when(query.serviceType(), (snapshot, service) -> VolumeView.SERVICE.equals(service))
        .when(query.dedicatedStorageId(), (snapshot, pool) -> false)
        .when(query.dedicatedStorageName(), (snapshot, pool) -> false)
        .enterprise(query.enterpriseProjectId())
        .wanted;
  }

  /** The filter of version 5, in which names match whole. */
  public static Predicate<Resource<Snapshot>> of(ListSnapshotsDetailsV5Query query, State state) {
    return new SnapshotFilter(state)
        .when(query.name(), (snapshot, name) -> snapshot.spec().name().equals(name))
        .common(query.status(), query.volumeId(), query.availabilityZone())
        .when(query.id(), (snapshot, id) -> snapshot.id().equals(id))
        .when(query.ids(), (snapshot, ids) -> List.of(ids.split(",", -1)).contains(snapshot.id()))
        .when(
            query.snapshotType(),
            (snapshot, type) -> SnapshotView.type(snapshot.spec()).equals(type))
        .enterprise(query.enterpriseProjectId())
        .when(query.tagKey(), (snapshot, key) -> snapshot.spec().tags().containsKey(key))
        .tagged(query.tags())
        .chain(query.snapshotChainId())
        .when(query.snapshotGroupId(), SnapshotFilter::isOf)
        .wanted;
  }

  /** The filter of a native list, in which names match whole. */
  public static Predicate<Resource<Snapshot>> of(SnapshotQuery query, State state) {
    return new SnapshotFilter(state)
        .when(query.name(), (snapshot, name) -> snapshot.spec().name().equals(name))
        .common(query.status(), query.volume(), query.zone())
        .since(query.changesSince())
        .wanted;
  }

  private SnapshotFilter since(String text) {
    if (text == null || text.isEmpty()) {
      return this;
    }
    long time = Times.parsed("changes-since", text);
    return when(text, (snapshot, given) -> snapshot.updatedAt() >= time);
  }

  private SnapshotFilter common(String status, String volume, String zone) {
    return when(status, (snapshot, word) -> snapshot.status().label().equalsIgnoreCase(word))
        .when(volume, (snapshot, id) -> snapshot.spec().volume().id().equals(id))
        .source(zone, Volume::zone);
  }

  private SnapshotFilter enterprise(String id) {
    return when(
        EnterpriseProjects.wanted(id),
        (snapshot, word) -> SnapshotTable.enterpriseProject(state, snapshot.spec()).equals(word));
  }

  private SnapshotFilter tagged(String text) {
    Map<String, String> tags = TagsText.parse(text);
    return when(
        text, (snapshot, all) -> snapshot.spec().tags().entrySet().containsAll(tags.entrySet()));
  }

  private SnapshotFilter chain(String id) {
    return when(
        id,
        (snapshot, word) ->
            SnapshotChain.of(state, snapshot).filter(chain -> chain.id().equals(word)).isPresent());
  }

  private static boolean isOf(Resource<Snapshot> snapshot, String group) {
    Ref made = snapshot.spec().group();
    return made != null && made.id().equals(group);
  }

  private SnapshotFilter source(String value, Function<Volume, String> member) {
    return when(
        value,
        (snapshot, word) ->
            member.apply(SnapshotTable.disk(state, snapshot.spec()).spec()).equals(word));
  }

  /** A filter that is absent, or an empty text, lets everything through. */
  private SnapshotFilter when(String value, BiPredicate<Resource<Snapshot>, String> match) {
    if (value != null && !value.isEmpty()) {
      wanted = wanted.and(snapshot -> match.test(snapshot, value));
    }
    return this;
  }
}
