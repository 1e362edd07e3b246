package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.ListServersByTagLegacyRequest;
import io.ecsim.api.ecs.ListServersByTagOption;
import io.ecsim.api.ecs.ListServersByTagRequest;
import io.ecsim.api.ecs.ListServersByTagResponse;
import io.ecsim.api.ecs.SearchMatch;
import io.ecsim.api.ecs.ServersByTagApi;
import io.ecsim.api.ecs.SysTag;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Resource;
import java.util.List;
import java.util.Map;

/**
 * The search for servers by their tags, under two addresses: {@code ecs-api.csv}, ListServersByTag
 * and ListServersByTagLegacy.
 */
public record TagSearchOperations(ServerTable table) implements ServersByTagApi {
  private static final String COUNT = "count";
  private static final int PAGE = 1000;

  @Override
  public ListServersByTagResponse listServersByTag(Call call, ListServersByTagRequest body) {
    if (body == null) {
      throw new ApiError("Ecs.0005", "The request has no body.");
    }
    return answer(
        call,
        new Wish(
            COUNT.equals(body.action()),
            or(body.tags()),
            or(body.notTags()),
            or(body.matches()),
            body.offset(),
            body.limit()));
  }

  @Override
  public ListServersByTagResponse listServersByTagLegacy(
      Call call, ListServersByTagLegacyRequest body) {
    return answer(
        call,
        new Wish(
            COUNT.equals(body.action()),
            or(body.tags()),
            or(body.notTags()),
            or(body.matches()),
            body.offset(),
            body.limit()));
  }

  private static <T> List<T> or(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** What is looked for; {@code offset} and {@code limit} may be null. */
  private record Wish(
      boolean counting,
      List<ListServersByTagOption> tags,
      List<ListServersByTagOption> notTags,
      List<SearchMatch> matches,
      Integer offset,
      Integer limit) {

    boolean fits(Server server) {
      return tags.stream().allMatch(tag -> has(server, tag))
          && notTags.stream().noneMatch(tag -> has(server, tag))
          && matches.stream().allMatch(match -> server.name().contains(match.value()));
    }

    /** The key, with any of the values; no value means any. */
    private static boolean has(Server server, ListServersByTagOption tag) {
      Map<String, String> labels = server.labels();
      return labels.containsKey(tag.key())
          && (or(tag.values()).isEmpty() || tag.values().contains(labels.get(tag.key())));
    }
  }

  private ListServersByTagResponse answer(Call call, Wish wish) {
    List<Resource<Server>> found =
        call.glance()
            .all(table.servers, call.project())
            .filter(server -> wish.fits(server.spec()))
            .toList();
    return new ListServersByTagResponse(
        wish.counting()
            ? null
            : found.stream()
                .skip(wish.offset() == null ? 0 : wish.offset())
                .limit(wish.limit() == null ? PAGE : wish.limit())
                .map(server -> shown(call, server))
                .toList(),
        found.size());
  }

  private static io.ecsim.api.ecs.Resource shown(Call call, Resource<Server> server) {
    call.glance().show(server);
    return new io.ecsim.api.ecs.Resource(
        "",
        server.id(),
        server.spec().name(),
        server.spec().labels().entrySet().stream()
            .map(tag -> new SysTag(tag.getKey(), tag.getValue()))
            .toList());
  }
}
