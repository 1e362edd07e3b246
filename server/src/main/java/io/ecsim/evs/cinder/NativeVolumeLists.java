package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.MetadataText;
import io.ecsim.evs.view.NativeOrder;
import io.ecsim.evs.view.NextLink;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.TimeCondition;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Listing;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Native lists of disks: {@code evs-schemas.md} 4. Names match whole; limits above 1000 are 1000.
 */
final class NativeVolumeLists {
  private static final int MOST = 1000;
  private static final NativeOrder<Volume> ORDER =
      new NativeOrder<>(
          Map.of(
              "size", Comparator.comparingInt(Volume::size),
              "display_name", Comparator.comparing(Volume::name),
              "availability_zone", Comparator.comparing(Volume::zone),
              "bootable", Comparator.comparing(Volume::bootable)));

  /** The page that is asked for. */
  NativePage<Resource<Volume>> page(Call call, NativeListQuery query) {
    Integer limit = query.limit() == null ? null : Integer.valueOf(Math.min(query.limit(), MOST));
    Page page = Page.of(limit, query.offset(), query.marker());
    Listing<Volume> all =
        ORDER.over(
            call.glance().state().roll(VolumeTable.VOLUMES, call.project()),
            query.sort(),
            query.sortKey(),
            query.sortDir());
    want(query, all);
    return NativePage.of(call, all, page, query.counted(), last -> next(call, query, page, last));
  }

  private static void want(NativeListQuery query, Listing<Volume> all) {
    Map<String, String> metadata =
        Texts.isGiven(query.metadata())
            ? MetadataText.parse("metadata", query.metadata())
            : Map.of();
    Long since =
        Texts.isGiven(query.changesSince())
            ? Long.valueOf(Times.parsed("changes-since", query.changesSince()))
            : null;
    Predicate<Resource<?>> created = TimeCondition.created(query.createdAt());
    Predicate<Resource<?>> updated = TimeCondition.updated(query.updatedAt());
    all.when(query.name(), (disk, name) -> disk.spec().name().equals(name))
        .when(query.status(), (disk, status) -> disk.status().label().equals(status))
        .when(query.zone(), (disk, zone) -> disk.spec().zone().equals(zone))
        .when(
            metadata.entrySet(),
            (disk, wanted) -> disk.spec().metadata().entrySet().containsAll(wanted))
        .when(since, (disk, time) -> disk.updatedAt() >= time)
        .when(query.createdAt(), (disk, condition) -> created.test(disk))
        .when(query.updatedAt(), (disk, condition) -> updated.test(disk));
  }

  private static NextLink next(Call call, NativeListQuery query, Page page, String last) {
    String path = "/" + query.version() + "/" + call.project() + "/volumes" + query.tail();
    return new NextLink(call.baseUrl() + path)
        .with("limit", page.limit())
        .with("marker", last)
        .with("sort", query.sort())
        .with("sort_key", query.sortKey())
        .with("sort_dir", query.sortDir())
        .with("name", query.name())
        .with("status", query.status())
        .with("metadata", query.metadata())
        .with("availability_zone", query.zone())
        .with("changes-since", query.changesSince())
        .with("created_at", query.createdAt())
        .with("updated_at", query.updatedAt())
        .with("with_count", query.counted() ? true : null);
  }
}
