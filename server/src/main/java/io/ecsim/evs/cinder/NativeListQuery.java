package io.ecsim.evs.cinder;

import io.ecsim.api.evs.CinderListVolumesDetailV2Query;
import io.ecsim.api.evs.CinderListVolumesDetailV3Query;
import io.ecsim.api.evs.CinderListVolumesV2Query;
import io.ecsim.api.evs.CinderListVolumesV3Query;

/**
 * Which disks a native list shall show, in which version and with how much; what is null was not
 * given.
 *
 * @param version {@code v2} or {@code v3}
 * @param tail what follows {@code /volumes} in the path
 * @param sort keys and directions in one: {@code size:asc,created_at}
 * @param changesSince the earliest time of the last change
 * @param createdAt a condition on when a disk was made
 * @param updatedAt a condition on when it last changed
 * @param counted whether the answer shall say how many there are on all pages
 */
record NativeListQuery(
    String version,
    String tail,
    String marker,
    Integer limit,
    Integer offset,
    String sort,
    String sortKey,
    String sortDir,
    String name,
    String status,
    String metadata,
    String zone,
    String changesSince,
    String createdAt,
    String updatedAt,
    boolean counted) {
  private static final String DETAIL = "/detail";

  static NativeListQuery of(CinderListVolumesV2Query query) {
    return new NativeListQuery(
        "v2",
        "",
        query.marker(),
        query.limit(),
        query.offset(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.metadata(),
        query.availabilityZone(),
        query.changesSince(),
        null,
        null,
        false);
  }

  static NativeListQuery of(CinderListVolumesV3Query query) {
    return new NativeListQuery(
        "v3",
        "",
        query.marker(),
        query.limit(),
        query.offset(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.metadata(),
        query.availabilityZone(),
        query.changesSince(),
        query.createdAt(),
        query.updatedAt(),
        Boolean.TRUE.equals(query.withCount()));
  }

  static NativeListQuery of(CinderListVolumesDetailV2Query query) {
    return new NativeListQuery(
        "v2",
        DETAIL,
        query.marker(),
        query.limit(),
        query.offset(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.metadata(),
        query.availabilityZone(),
        query.changesSince(),
        null,
        null,
        false);
  }

  static NativeListQuery of(CinderListVolumesDetailV3Query query) {
    return new NativeListQuery(
        "v3",
        DETAIL,
        query.marker(),
        query.limit(),
        query.offset(),
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.metadata(),
        query.availabilityZone(),
        query.changesSince(),
        query.createdAt(),
        query.updatedAt(),
        Boolean.TRUE.equals(query.withCount()));
  }
}
