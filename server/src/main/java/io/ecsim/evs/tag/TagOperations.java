package io.ecsim.evs.tag;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.BatchVolumeTagsActionRequest;
import io.ecsim.api.evs.ListVolumeTagsResponse;
import io.ecsim.api.evs.ListVolumesByTagsRequest;
import io.ecsim.api.evs.ListVolumesByTagsResponse;
import io.ecsim.api.evs.ShowVolumeTagsResponse;
import io.ecsim.api.evs.ShowVolumeTagsTag;
import io.ecsim.api.evs.TagsResponse;
import io.ecsim.api.evs.VendorResetResourceTagsRequest;
import io.ecsim.api.evs.VolumeTagsApi;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.view.NativeWords;
import java.util.Map;
import java.util.TreeSet;

/** Tags of disks, and of whatever {@code os-vendor-tags} knows: {@code evs-schemas.md} 8. */
public final class TagOperations implements VolumeTagsApi {
  private static final String DELETE = "delete";

  /** What the cloud tags by {@code os-vendor-tags}, too. */
  private static final String BACKUPS = "backups";

  private final Tagging<Volume> disks;
  private final Map<String, Tagging<?>> types;
  private final TagSearch search;

  /**
   * The operations.
   *
   * @param types what {@code os-vendor-tags} knows, by the word in the path
   */
  public TagOperations(Tagging<Volume> disks, Map<String, Tagging<?>> types, TagSearch search) {
    this.disks = disks;
    this.types = types;
    this.search = search;
  }

  @Override
  public void batchVolumeTagsAction(Call call, String volumeId, BatchVolumeTagsActionRequest body) {
    if (DELETE.equals(body.action())) {
      disks.remove(call, volumeId, body.tags());
    } else {
      disks.add(call, volumeId, body.tags());
    }
  }

  @Override
  public ShowVolumeTagsResponse showVolumeTags(Call call, String volumeId) {
    return new ShowVolumeTagsResponse(
        disks.of(call, volumeId).entrySet().stream()
            .map(tag -> new ShowVolumeTagsTag(tag.getKey(), tag.getValue()))
            .toList());
  }

  @Override
  public ListVolumeTagsResponse listVolumeTags(Call call) {
    return new ListVolumeTagsResponse(disks.all(call));
  }

  @Override
  public ListVolumesByTagsResponse listVolumesByTags(Call call, ListVolumesByTagsRequest body) {
    return search.answer(call, body);
  }

  @Override
  public TagsResponse vendorShowResourceTags(Call call, String resourceType, String resourceId) {
    return NativeWords.in(call, () -> new TagsResponse(type(resourceType).of(call, resourceId)));
  }

  @Override
  public TagsResponse vendorResetResourceTags(
      Call call, String resourceType, String resourceId, VendorResetResourceTagsRequest body) {
    return NativeWords.in(
        call,
        () -> {
          type(resourceType).reset(call, resourceId, body.tags());
          return new TagsResponse(type(resourceType).of(call, resourceId));
        });
  }

  private Tagging<?> type(String word) {
    Tagging<?> type = types.get(word);
    if (type == null && word.equals(BACKUPS)) {
      throw new ApiError(
          501, "ecsim.NotModelled", "ecsim does not model os-vendor-tags of %s.".formatted(word));
    }
    if (type == null) {
      throw new ApiError(
          "EVS.5400",
          "resource_type %s is none of %s.".formatted(word, new TreeSet<>(types.keySet())));
    }
    return type;
  }
}
