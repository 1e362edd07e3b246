package io.ecsim.evs.tag;

import io.ecsim.api.Call;
import io.ecsim.api.evs.ListVolumesByTagsRequest;
import io.ecsim.api.evs.ListVolumesByTagsResponse;
import io.ecsim.api.evs.Match;
import io.ecsim.api.evs.TagKeyValues;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.Page;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.sim.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The search for disks by their tags: {@code evs-schemas.md} 8. Disks come by name, and of each
 * disk the tags by key from last to first, as the Terraform provider's own tests want both.
 */
public final class TagSearch {
  private static final String COUNT = "count";
  private static final String NAME = "resource_name";

  private static final Comparator<Resource<Volume>> BY_NAME =
      Comparator.<Resource<Volume>, String>comparing(disk -> disk.spec().name())
          .thenComparingLong(Resource::born);

  private final VolumeView view;

  public TagSearch(VolumeView view) {
    this.view = view;
  }

  ListVolumesByTagsResponse answer(Call call, ListVolumesByTagsRequest body) {
    Page page = Page.of(body.limit(), body.offset(), null);
    List<Resource<Volume>> found =
        call.glance()
            .all(VolumeTable.VOLUMES, call.project())
            .filter(disk -> hasTags(disk.spec(), or(body.tags())))
            .filter(disk -> or(body.matches()).stream().allMatch(match -> fits(disk, match)))
            .sorted(BY_NAME)
            .toList();
    return new ListVolumesByTagsResponse(
        COUNT.equals(body.action())
            ? null
            : page.cut(found, Resource::id).stream().map(disk -> resource(call, disk)).toList(),
        found.size());
  }

  private static <T> List<T> or(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** All keys, and of each any of the values; no value means any. */
  private static boolean hasTags(Volume volume, List<TagKeyValues> wanted) {
    return wanted.stream()
        .allMatch(
            tag ->
                volume.tags().containsKey(tag.key())
                    && (tag.values().isEmpty()
                        || tag.values().contains(volume.tags().get(tag.key()))));
  }

  private static boolean fits(Resource<Volume> disk, Match match) {
    return NAME.equals(match.key())
        ? disk.spec().name().contains(match.value())
        : VolumeView.SERVICE.equals(match.value());
  }

  private io.ecsim.api.evs.Resource resource(Call call, Resource<Volume> disk) {
    call.glance().show(disk);
    return new io.ecsim.api.evs.Resource(
        view.tagged(call, disk),
        disk.id(),
        disk.spec().name(),
        disk.spec().tags().entrySet().stream()
            .sorted(Map.Entry.<String, String>comparingByKey().reversed())
            .map(tag -> Map.of("key", tag.getKey(), "value", tag.getValue()))
            .toList());
  }
}
