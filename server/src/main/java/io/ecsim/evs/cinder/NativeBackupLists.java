package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.view.NativeOrder;
import io.ecsim.evs.view.NextLink;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Native lists of backups: which, in which order, from where to where. */
final class NativeBackupLists {
  private static final NativeOrder<Backup> ORDER =
      new NativeOrder<>(
          Map.of(
              "size", Comparator.comparingInt(backup -> backup.disk().size()),
              "volume_id", Comparator.comparing(backup -> backup.disk().ref().id())));

  private NativeBackupLists() {}

  /** The page that a client wants. */
  static <T> NativePage<T> of(Call call, BackupQuery query, Function<Resource<Backup>, T> view) {
    List<Resource<Backup>> all =
        call.glance()
            .all(BackupTable.BACKUPS, call.project())
            .filter(backup -> Texts.fits(query.name(), backup.spec().name()))
            .filter(backup -> Texts.fits(query.status(), backup.status().label()))
            .filter(backup -> Texts.fits(query.volume(), backup.spec().disk().ref().id()))
            .sorted(ORDER.of(query.sort(), query.sortKey(), query.sortDir()))
            .toList();
    return NativePage.of(call, all, query.page(), query.counted(), last -> next(call, query, last))
        .seen(view);
  }

  private static NextLink next(Call call, BackupQuery query, String last) {
    String path = "/" + query.version() + "/" + call.project() + query.path();
    return new NextLink(call.baseUrl() + path)
        .with("limit", query.page().limit())
        .with("marker", last)
        .with("sort", query.sort())
        .with("sort_key", query.sortKey())
        .with("sort_dir", query.sortDir())
        .with("name", query.name())
        .with("status", query.status())
        .with("volume_id", query.volume())
        .with("with_count", query.counted() ? true : null);
  }
}
