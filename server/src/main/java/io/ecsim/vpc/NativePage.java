package io.ecsim.vpc;

import io.ecsim.api.Call;
import io.ecsim.api.vpc.Link;
import io.ecsim.sim.Resource;
import io.ecsim.sim.Spec;
import java.util.List;

/** Pages of native lists, which link to the next one. */
final class NativePage {
  private NativePage() {}

  /**
   * The link from a page, or null from the last one.
   *
   * @param path {@code networks}
   */
  static <S extends Spec> List<Link> next(Call call, String path, Page<S> page) {
    if (!page.more() || page.items().isEmpty()) {
      return null;
    }
    return after(call, path, page.items().get(page.items().size() - 1).id());
  }

  /** The link to where a list goes on after what has this id. */
  static List<Link> after(Call call, String path, String last) {
    String href = "%s/v2.0/%s%s".formatted(call.baseUrl(), path, call.asked().after(last));
    return List.of(new Link(href, "next"));
  }

  /** Whether a list is asked for what is this project's; clients name it by either key. */
  static boolean own(Resource<?> resource, String tenant, String project) {
    String owner = resource.ref().project();
    return Match.one(tenant, owner) && Match.one(project, owner);
  }
}
