package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.Link;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pages of native lists, which link to the next one. */
final class NativePage {
  private NativePage() {}

  /**
   * The link from a page, or null from the last one.
   *
   * @param path {@code networks}
   * @param filters what else the client asked for; what is null or empty was not given
   */
  static <S extends Spec> List<Link> next(
      Call call, String path, Page<S> page, Integer limit, Map<String, List<String>> filters) {
    if (!page.more() || page.items().isEmpty()) {
      return null;
    }
    String last = page.items().get(page.items().size() - 1).id();
    return List.of(new Link(href(call, path, last, limit, filters), "next"));
  }

  /** Where a list goes on after what has this id. */
  static String href(
      Call call, String path, String last, Integer limit, Map<String, List<String>> filters) {
    var href =
        new StringBuilder(
            "%s/v2.0/%s?limit=%d&marker=%s".formatted(call.baseUrl(), path, limit, last));
    filters.forEach(
        (key, values) ->
            values.forEach(
                value ->
                    href.append('&')
                        .append(key)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
    return href.toString();
  }

  /** A filter of one value as a link repeats it. */
  static List<String> one(Object value) {
    return Stream.ofNullable(value).map(String::valueOf).toList();
  }

  /** Whether a list is asked for what is this project's; clients name it by either key. */
  static boolean own(Resource<?> resource, String tenant, String project) {
    String owner = resource.ref().project();
    return Match.one(tenant, owner) && Match.one(project, owner);
  }
}
