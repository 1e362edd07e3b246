package io.ecsim.ims;

import io.ecsim.api.Call;
import io.ecsim.api.ims.GlanceImagesApi;
import io.ecsim.api.ims.GlanceListImagesQuery;
import io.ecsim.api.ims.GlanceListImagesResponse;
import io.ecsim.api.ims.ImageInfo;
import io.ecsim.api.ims.ListImagesQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        catalogue.listImages(call, wanted(query)).images().stream()
            .filter(image -> among(query.id(), image.id()))
            .filter(image -> among(query.name(), image.name()))
            .filter(image -> among(query.status(), image.status()))
            .filter(image -> among(query.containerFormat(), image.containerFormat()))
            .filter(image -> among(query.diskFormat(), image.diskFormat()))
            .toList();
    List<ImageInfo> rest = Catalogue.after(found, query.marker());
    boolean more = rest.size() > limit && limit > 0;
    List<ImageInfo> page = rest.subList(0, Math.min(limit, rest.size()));
    return new GlanceListImagesResponse(
        PATH + asked(query, null),
        page,
        more ? PATH + asked(query, page.get(limit - 1).id()) : null,
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

  /** All that is asked for but what {@link #among} looks after, on one page. */
  private static ListImagesQuery wanted(GlanceListImagesQuery query) {
    String[] sort = query.sort() == null ? new String[0] : query.sort().split("[,:]", -1);
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
        Integer.MAX_VALUE,
        null,
        query.memberStatus(),
        query.minDisk(),
        query.minRam(),
        null,
        query.owner(),
        query.protected_(),
        sort.length > 1 ? sort[1] : query.sortDir(),
        sort.length > 0 ? sort[0] : query.sortKey(),
        null,
        query.tag(),
        null,
        query.visibility(),
        null,
        query.createdAt(),
        query.updatedAt(),
        null);
  }

  /** What was asked for, as a link repeats it. */
  private static String asked(GlanceListImagesQuery query, String marker) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("marker", marker);
    all.put("limit", query.limit());
    all.put("id", query.id());
    all.put("name", query.name());
    all.put("status", query.status());
    all.put("visibility", query.visibility());
    all.put("owner", query.owner());
    all.put("tag", query.tag());
    all.put("sort", query.sort());
    all.put("sort_key", query.sortKey());
    all.put("sort_dir", query.sortDir());
    all.put("__imagetype", query.imagetype());
    all.put("__os_type", query.osType());
    all.put("__platform", query.platform());
    var text = new StringBuilder();
    all.forEach(
        (key, value) -> {
          if (value != null) {
            text.append(text.isEmpty() ? '?' : '&')
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
          }
        });
    return text.toString();
  }
}
