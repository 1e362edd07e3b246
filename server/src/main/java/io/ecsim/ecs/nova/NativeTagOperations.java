package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaAddServerTagResponse;
import io.ecsim.api.ecs.NovaReplaceServerTagsRequest;
import io.ecsim.api.ecs.NovaServerTagsApi;
import io.ecsim.api.ecs.NovaTagsResponse;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tags of servers, natively: {@code ecs-schemas.md} 11. */
public final class NativeTagOperations implements NovaServerTagsApi {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final ServerTable table;
  private final NativeWords words;

  public NativeTagOperations(ServerTable table) {
    this.table = table;
    this.words = new NativeWords(table);
  }

  @Override
  public NovaTagsResponse novaListServerTags(Call call, String serverId) {
    return new NovaTagsResponse(tags(call, serverId));
  }

  private List<String> tags(Call call, String serverId) {
    return Tags.texts(words.server(call, serverId).spec().labels());
  }

  @Override
  public NovaTagsResponse novaReplaceServerTags(
      Call call, String serverId, NovaReplaceServerTagsRequest body) {
    Map<String, String> wanted = NativeTags.read(body.tags());
    change(
        call,
        serverId,
        labels -> {
          labels.clear();
          labels.putAll(wanted);
        });
    return new NovaTagsResponse(tags(call, serverId));
  }

  @Override
  public void novaDeleteAllServerTags(Call call, String serverId) {
    change(call, serverId, Map::clear);
  }

  @Override
  public void novaCheckServerTag(Call call, String serverId, String tag) {
    if (!tags(call, serverId).contains(tag)) {
      throw missing(serverId, tag);
    }
  }

  private static RuntimeException missing(String serverId, String tag) {
    return NativeWords.notFound("Server %s has no tag '%s'".formatted(serverId, tag));
  }

  @Override
  public Reply<NovaAddServerTagResponse> novaAddServerTag(Call call, String serverId, String tag) {
    if (tags(call, serverId).contains(tag)) {
      return Reply.of(NO_CONTENT, null);
    }
    change(call, serverId, labels -> NativeTags.add(labels, tag));
    var created = new NovaAddServerTagResponse("", "201 Created", "Created");
    return Reply.of(CREATED, created)
        .header("Location", Links.self(call, call.project(), "servers", serverId) + "/tags/" + tag);
  }

  @Override
  public void novaDeleteServerTag(Call call, String serverId, String tag) {
    change(
        call,
        serverId,
        labels -> {
          if (!Tags.texts(labels).contains(tag)) {
            throw missing(serverId, tag);
          }
          int equals = tag.indexOf('=');
          labels.remove(equals < 0 ? tag : tag.substring(0, equals));
        });
  }

  private void change(Call call, String serverId, Consumer<Map<String, String>> change) {
    words.change(
        call,
        "update tags",
        tx -> {
          var server = tx.state().require(table.servers, call.project(), serverId);
          var labels = new LinkedHashMap<>(server.spec().labels());
          change.accept(labels);
          return tx.change(
              table.servers, server.ref(), spec -> spec.with(draft -> draft.labels = labels));
        });
  }
}
