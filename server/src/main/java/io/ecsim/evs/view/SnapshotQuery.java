package io.ecsim.evs.view;

import io.ecsim.api.evs.CinderListSnapshotsDetailV2Query;
import io.ecsim.api.evs.CinderListSnapshotsDetailV3Query;
import io.ecsim.api.evs.CinderListSnapshotsV2Query;
import io.ecsim.api.evs.CinderListSnapshotsV3Query;

/**
 * Which native list of snapshots is wanted; what is null was not given.
 *
 * @param createdAt a condition on when a snapshot was made
 * @param updatedAt a condition on when it last changed
 * @param counted whether the answer shall say how many there are on all pages
 */
public record SnapshotQuery(
    String name,
    String status,
    String volume,
    String zone,
    String changesSince,
    String createdAt,
    String updatedAt,
    String sort,
    String sortKey,
    String sortDir,
    boolean counted,
    Page page) {

  public static SnapshotQuery of(CinderListSnapshotsV2Query query) {
    return new SnapshotQuery(
        query.name(),
        query.status(),
        query.volumeId(),
        query.availabilityZone(),
        query.changesSince(),
        null,
        null,
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        false,
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  public static SnapshotQuery of(CinderListSnapshotsV3Query query) {
    return new SnapshotQuery(
        query.name(),
        query.status(),
        query.volumeId(),
        query.availabilityZone(),
        query.changesSince(),
        query.createdAt(),
        query.updatedAt(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        Boolean.TRUE.equals(query.withCount()),
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  public static SnapshotQuery of(CinderListSnapshotsDetailV2Query query) {
    return new SnapshotQuery(
        query.name(),
        query.status(),
        query.volumeId(),
        query.availabilityZone(),
        query.changesSince(),
        null,
        null,
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        false,
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  public static SnapshotQuery of(CinderListSnapshotsDetailV3Query query) {
    return new SnapshotQuery(
        query.name(),
        query.status(),
        query.volumeId(),
        query.availabilityZone(),
        query.changesSince(),
        query.createdAt(),
        query.updatedAt(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        Boolean.TRUE.equals(query.withCount()),
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  /** A link to the next page of the list at this address, after the item with this id. */
  public NextLink next(String address, String last) {
    return new NextLink(address)
        .with("limit", page.limit())
        .with("marker", last)
        .with("sort", sort)
        .with("sort_key", sortKey)
        .with("sort_dir", sortDir)
        .with("name", name)
        .with("status", status)
        .with("volume_id", volume)
        .with("availability_zone", zone)
        .with("changes-since", changesSince)
        .with("created_at", createdAt)
        .with("updated_at", updatedAt)
        .with("with_count", counted ? true : null);
  }
}
