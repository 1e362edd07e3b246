package io.ecsim.ims;

import io.ecsim.api.Call;
import io.ecsim.api.ims.GlanceImagesApi;
import io.ecsim.api.ims.GlanceListImagesQuery;
import io.ecsim.api.ims.GlanceListImagesResponse;
import io.ecsim.api.ims.ImageInfo;
import io.ecsim.api.ims.ListImagesQuery;
import java.util.Comparator;
import java.util.List;

/**
 * The same images through the native door, which also tells where a list goes on.
 *
 * @param catalogue knows them
 */
record NativeCatalogue(Catalogue catalogue) implements GlanceImagesApi {
  /** So many are on a page unless the client says (ListImages of the native API, {@code limit}). */
  private static final int PAGE = 25;

  /** More are never on a page. */
  private static final int MOST = 1000;

  private static final String IN = "in:";
  private static final String PATH = "/v2/images";

  @Override
  public ImageInfo glanceShowImage(Call call, String imageId) {
    return catalogue.require(call, imageId);
  }

  @Override
  public GlanceListImagesResponse glanceListImages(Call call, GlanceListImagesQuery query) {
    int limit = query.limit() == null ? PAGE : Math.min(query.limit(), MOST);
    List<ImageInfo> found =
        catalogue
            .found(call, wanted(query))
            .filter(image -> among(query.id(), image.id()))
            .filter(image -> among(query.name(), image.name()))
            .filter(image -> among(query.status(), image.status()))
            .filter(image -> among(query.containerFormat(), image.containerFormat()))
            .filter(image -> among(query.diskFormat(), image.diskFormat()))
            .sorted(order(query))
            .toList();
    List<ImageInfo> rest = Catalogue.after(found, query.marker());
    boolean more = rest.size() > limit && limit > 0;
    List<ImageInfo> page = rest.subList(0, Math.min(limit, rest.size()));
    return new GlanceListImagesResponse(
        PATH + call.asked().first(),
        page,
        more ? PATH + call.asked().after(page.get(limit - 1).id()) : null,
        "/v2/schemas/images");
  }

  /** Whether a value is the one wanted, or among several, which are written {@code in:A,B}. */
  private static boolean among(String wanted, String value) {
    return wanted == null
        || wanted.isEmpty()
        || (wanted.startsWith(IN)
            ? List.of(wanted.substring(IN.length()).split(",")).contains(value)
            : wanted.equals(value));
  }

  private static Comparator<ImageInfo> order(GlanceListImagesQuery query) {
    return query.sort() == null || query.sort().isEmpty()
        ? ImageOrder.of(query.sortKey(), query.sortDir())
        : ImageOrder.of(query.sort());
  }

  /** All that is asked for but what {@link #among} looks after, and the order. */
  private static ListImagesQuery wanted(GlanceListImagesQuery query) {
    return new ListImagesQuery(
        query.imagetype(),
        query.isregistered(),
        query.osBit(),
        query.osType(),
        query.platform(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        query.memberStatus(),
        query.minDisk(),
        query.minRam(),
        null,
        query.owner(),
        query.protected_(),
        null,
        null,
        null,
        query.tag(),
        null,
        query.visibility(),
        null,
        query.createdAt(),
        query.updatedAt(),
        null);
  }
}
