package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.Link;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
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

  /**
   * A page of a list.
   *
   * @param count how many there are on all pages, or null if nobody asked
   * @param links a link to the next page, or null on the last
   */
  record Stretch<T>(Integer count, List<T> items, List<Link> links) {}

  /** The page that a client wants. */
  static <T> Stretch<T> of(Call call, BackupQuery query, Function<Resource<Backup>, T> view) {
    List<Resource<Backup>> all =
        call.glance()
            .all(BackupTable.BACKUPS, call.project())
            .filter(backup -> fits(query.name(), backup.spec().name()))
            .filter(backup -> fits(query.status(), backup.status().label()))
            .filter(backup -> fits(query.volume(), backup.spec().disk().ref().id()))
            .sorted(ORDER.of(query.sort(), query.sortKey(), query.sortDir()))
            .toList();
    List<Resource<Backup>> shown = query.page().cut(all, Resource::id);
    shown.forEach(call.glance()::show);
    return new Stretch<>(
        query.counted() ? all.size() : null,
        shown.stream().map(view).toList(),
        query.page().more(all, Resource::id) ? List.of(next(call, query, shown)) : null);
  }

  private static boolean fits(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }

  private static Link next(Call call, BackupQuery query, List<Resource<Backup>> shown) {
    String path = "/" + query.version() + "/" + call.project() + query.path();
    return new NextLink(call.baseUrl() + path)
        .with("limit", query.page().limit())
        .with("marker", shown.get(shown.size() - 1).id())
        .with("sort", query.sort())
        .with("sort_key", query.sortKey())
        .with("sort_dir", query.sortDir())
        .with("name", query.name())
        .with("status", query.status())
        .with("volume_id", query.volume())
        .with("with_count", query.counted() ? true : null)
        .made();
  }
}
