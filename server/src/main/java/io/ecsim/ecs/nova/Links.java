package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaLink;
import io.ecsim.api.ecs.ServersLink;
import io.ecsim.ecs.view.NextPage;
import java.util.List;
import java.util.Map;

/** Links in native answers. */
final class Links {
  private Links() {}

  /** Where a thing is: with a version, and without. */
  static List<NovaLink> to(Call call, String project, String kind, String id) {
    return List.of(
        new NovaLink(self(call, project, kind, id), "self"),
        new NovaLink("%s/%s/%s/%s".formatted(call.baseUrl(), project, kind, id), "bookmark"));
  }

  /** Where a thing is in this version. */
  static String self(Call call, String project, String kind, String id) {
    return "%s/v2.1/%s/%s/%s".formatted(call.baseUrl(), project, kind, id);
  }

  /** A thing that answers only link to. */
  static NovaLink bookmark(Call call, String project, String kind, String id) {
    return to(call, project, kind, id).get(1);
  }

  /**
   * The next page of a list.
   *
   * @param path what follows the project
   * @param query what the client asked for, the page apart; what is null was not given
   */
  static ServersLink next(
      Call call, String path, Map<String, Object> query, int limit, String marker) {
    var page =
        new NextPage("%s/v2.1/%s/%s".formatted(call.baseUrl(), call.project(), path))
            .with("limit", limit)
            .with("marker", marker);
    query.forEach(page::with);
    return new ServersLink(page.href(), "next");
  }
}
