package io.ecsim.ims;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ims.ImageInfo;
import io.ecsim.api.ims.ImageTagsApi;
import io.ecsim.api.ims.ImagesApi;
import io.ecsim.api.ims.ListImagesQuery;
import io.ecsim.api.ims.ListImagesResponse;
import io.ecsim.api.ims.TagsBody;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Image;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Shows the public images, and those of the caller's project. */
final class Catalogue implements ImageTagsApi, ImagesApi {
  private static final int PAGE = 500;

  private final Inventory inventory;

  Catalogue(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public TagsBody listImageTags(Call call, String imageId) {
    require(call, imageId);
    return new TagsBody(List.of());
  }

  /** The image with this id. */
  ImageInfo require(Call call, String id) {
    Image image = inventory.image(id);
    if (image != null) {
      return ImageView.of(image);
    }
    Resource<PrivateImage> own = call.glance().find(ImageTable.IMAGES, call.project(), id);
    if (own == null) {
      throw new ApiError(404, "IMG.0027", "No image found with ID %s.".formatted(id));
    }
    return PrivateImageView.of(own);
  }

  private Stream<ImageInfo> all(Call call) {
    return Stream.concat(
        inventory.images().stream().map(ImageView::of),
        call.glance()
            .all(ImageTable.IMAGES, call.project())
            .map(call.glance()::show)
            .map(PrivateImageView::of));
  }

  @Override
  public ListImagesResponse listImages(Call call, ListImagesQuery query) {
    List<ImageInfo> found =
        found(call, query).sorted(ImageOrder.of(query.sortKey(), query.sortDir())).toList();
    return new ListImagesResponse(
        after(found, query.marker()).stream().limit(limit(query.limit())).toList());
  }

  /** All images that are asked for, in no order and on one page. */
  Stream<ImageInfo> found(Call call, ListImagesQuery query) {
    Flavor flavor = inventory.flavor(query.flavorId());
    return query.flavorId() != null && flavor == null
        ? Stream.empty()
        : all(call).filter(new ImageFilter(query, flavor)::accepts);
  }

  private static int limit(Integer wanted) {
    if (wanted != null && wanted < 0) {
      throw new ApiError(400, "IMG.0001", "limit %d is negative.".formatted(wanted));
    }
    return wanted == null ? PAGE : wanted;
  }

  /** The page after the image with this id. */
  static List<ImageInfo> after(List<ImageInfo> images, String marker) {
    if (marker == null || marker.isEmpty()) {
      return images;
    }
    for (int i = 0; i < images.size(); i++) {
      if (images.get(i).id().equals(marker)) {
        return images.subList(i + 1, images.size());
      }
    }
    throw new ApiError(400, "IMG.0066", "marker %s is not in this list.".formatted(marker));
  }
}
