package io.ecsim.evs.cinder;

import io.ecsim.api.evs.CinderListBackupsDetailV3Query;
import io.ecsim.api.evs.CinderListBackupsDetailsV2Query;
import io.ecsim.api.evs.CinderListBackupsV2Query;
import io.ecsim.api.evs.CinderListBackupsV3Query;
import io.ecsim.evs.view.Page;

/**
 * Which native list of backups is wanted; what is null was not given.
 *
 * @param path where the list is, after version and project
 * @param counted whether the answer shall say how many there are on all pages
 */
record BackupQuery(
    String version,
    String path,
    String sort,
    String sortKey,
    String sortDir,
    String name,
    String status,
    String volume,
    boolean counted,
    Page page) {
  private static final String BRIEF = "/backups";
  private static final String DETAIL = "/backups/detail";

  static BackupQuery of(CinderListBackupsV2Query query) {
    return new BackupQuery(
        "v2",
        BRIEF,
        null,
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.volumeId(),
        false,
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  static BackupQuery of(CinderListBackupsDetailsV2Query query) {
    return new BackupQuery(
        "v2",
        DETAIL,
        null,
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.volumeId(),
        false,
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  static BackupQuery of(CinderListBackupsV3Query query) {
    return new BackupQuery(
        "v3",
        BRIEF,
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.volumeId(),
        Boolean.TRUE.equals(query.withCount()),
        Page.of(query.limit(), query.offset(), query.marker()));
  }

  static BackupQuery of(CinderListBackupsDetailV3Query query) {
    return new BackupQuery(
        "v3",
        DETAIL,
        query.sort(),
        query.sortKey(),
        query.sortDir(),
        query.name(),
        query.status(),
        query.volumeId(),
        Boolean.TRUE.equals(query.withCount()),
        Page.of(query.limit(), query.offset(), query.marker()));
  }
}
