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
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.List;
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
    List<Resource<Volume>> all =
        call.glance()
            .all(VolumeTable.VOLUMES, call.project())
            .filter(wanted(query))
            .filter(TimeCondition.created(query.createdAt()))
            .filter(TimeCondition.updated(query.updatedAt()))
            .sorted(ORDER.of(query.sort(), query.sortKey(), query.sortDir()))
            .toList();
    return NativePage.of(call, all, page, query.counted(), last -> next(call, query, page, last));
  }

  private static Predicate<Resource<Volume>> wanted(NativeListQuery query) {
    Map<String, String> metadata =
        Texts.isGiven(query.metadata())
            ? MetadataText.parse("metadata", query.metadata())
            : Map.of();
    long since =
        Texts.isGiven(query.changesSince())
            ? Times.parsed("changes-since", query.changesSince())
            : Long.MIN_VALUE;
    return disk ->
        Texts.fits(query.name(), disk.spec().name())
            && Texts.fits(query.status(), disk.status().label())
            && Texts.fits(query.zone(), disk.spec().zone())
            && disk.spec().metadata().entrySet().containsAll(metadata.entrySet())
            && disk.updatedAt() >= since;
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
