package io.ecsim.evs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.BatchVolumeTagsActionRequest;
import io.ecsim.api.evs.ListVolumeTagsResponse;
import io.ecsim.api.evs.ListVolumesByTagsRequest;
import io.ecsim.api.evs.ListVolumesByTagsResponse;
import io.ecsim.api.evs.ShowVolumeTagsResponse;
import io.ecsim.api.evs.ShowVolumeTagsTag;
import io.ecsim.api.evs.Tag;
import io.ecsim.api.evs.VolumeTagsApi;
import io.ecsim.evs.disk.TagRules;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.sim.Resource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tags of disks: {@code evs-schemas.md} 8. */
public final class TagOperations implements VolumeTagsApi {
  private static final String DELETE = "delete";

  private final TagRules rules;
  private final TagSearch search;

  public TagOperations(TagRules rules, TagSearch search) {
    this.rules = rules;
    this.search = search;
  }

  @Override
  public void batchVolumeTagsAction(Call call, String volumeId, BatchVolumeTagsActionRequest body) {
    checkUnique(body.tags());
    call.transact(
        tx -> {
          Resource<Volume> disk = tx.state().require(VolumeTable.VOLUMES, call.project(), volumeId);
          Map<String, String> tags =
              DELETE.equals(body.action())
                  ? without(disk.spec().tags(), body.tags())
                  : with(disk.spec().tags(), body.tags());
          return tx.change(
              VolumeTable.VOLUMES, disk.ref(), volume -> volume.edit().tags(tags).made());
        });
  }

  private static void checkUnique(List<Tag> tags) {
    var keys = new HashSet<String>();
    for (Tag tag : tags) {
      if (!keys.add(tag.key())) {
        throw new ApiError("EVS.1062", "The tag key %s is there twice.".formatted(tag.key()));
      }
    }
  }

  private Map<String, String> with(Map<String, String> before, List<Tag> more) {
    var tags = new LinkedHashMap<>(before);
    more.forEach(tag -> tags.put(tag.key(), Texts.or(tag.value(), "")));
    rules.check(tags);
    return tags;
  }

  private static Map<String, String> without(Map<String, String> before, List<Tag> less) {
    var tags = new LinkedHashMap<>(before);
    less.forEach(tag -> tags.remove(tag.key()));
    return tags;
  }

  @Override
  public ShowVolumeTagsResponse showVolumeTags(Call call, String volumeId) {
    Resource<Volume> disk = call.glance().require(VolumeTable.VOLUMES, call.project(), volumeId);
    return new ShowVolumeTagsResponse(
        disk.spec().tags().entrySet().stream()
            .map(tag -> new ShowVolumeTagsTag(tag.getKey(), tag.getValue()))
            .toList());
  }

  @Override
  public ListVolumeTagsResponse listVolumeTags(Call call) {
    var values = new TreeMap<String, Set<String>>();
    call.glance()
        .all(VolumeTable.VOLUMES, call.project())
        .flatMap(disk -> disk.spec().tags().entrySet().stream())
        .forEach(
            tag ->
                values.computeIfAbsent(tag.getKey(), key -> new TreeSet<>()).add(tag.getValue()));
    var tags = new LinkedHashMap<String, List<String>>();
    values.forEach((key, all) -> tags.put(key, List.copyOf(all)));
    return new ListVolumeTagsResponse(tags);
  }

  @Override
  public ListVolumesByTagsResponse listVolumesByTags(Call call, ListVolumesByTagsRequest body) {
    return search.answer(call, body);
  }
}
