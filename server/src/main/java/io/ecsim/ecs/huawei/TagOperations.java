package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.BatchServerTagsActionRequest;
import io.ecsim.api.ecs.ListProjectTagsLegacyResponse;
import io.ecsim.api.ecs.ListServerTagsResponse;
import io.ecsim.api.ecs.ServerTagsApi;
import io.ecsim.api.ecs.ShowServerTagsLegacyResponse;
import io.ecsim.api.ecs.ShowServerTagsResponse;
import io.ecsim.api.ecs.Tag;
import io.ecsim.api.ecs.TagKeyValues;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Tags;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tags of servers: {@code ecs-schemas.md} 11. */
public record TagOperations(ServerTable table, Inventory inventory) implements ServerTagsApi {

  @Override
  public void batchServerTagsAction(Call call, String serverId, BatchServerTagsActionRequest body) {
    boolean create = body.action().equals("create");
    call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          var labels = new LinkedHashMap<>(server.spec().labels());
          if (create) {
            labels.putAll(given(body.tags()));
            Tags.checkCount(inventory.limits(), labels);
          } else {
            body.tags().forEach(tag -> labels.remove(tag.key()));
          }
          return tx.change(
              table.servers, server.ref(), spec -> spec.with(draft -> draft.labels = labels));
        });
  }

  @Override
  public void batchServerTagsActionV1(
      Call call, String serverId, BatchServerTagsActionRequest body) {
    batchServerTagsAction(call, serverId, body);
  }

  private static Map<String, String> given(List<Tag> tags) {
    var given = new LinkedHashMap<String, String>();
    tags.forEach(tag -> Tags.add(given, tag.key(), tag.value()));
    return given;
  }

  @Override
  public ListServerTagsResponse listServerTags(Call call) {
    return new ListServerTagsResponse(ofProject(call));
  }

  @Override
  public ListProjectTagsLegacyResponse listProjectTagsLegacy(Call call) {
    return new ListProjectTagsLegacyResponse(ofProject(call));
  }

  private List<TagKeyValues> ofProject(Call call) {
    var values = new TreeMap<String, Set<String>>();
    call.glance()
        .all(table.servers, call.project())
        .forEach(
            server ->
                server
                    .spec()
                    .labels()
                    .forEach(
                        (key, value) ->
                            values.computeIfAbsent(key, k -> new TreeSet<>()).add(value)));
    return values.entrySet().stream()
        .map(entry -> new TagKeyValues(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  @Override
  public ShowServerTagsResponse showServerTags(Call call, String serverId) {
    return new ShowServerTagsResponse(ofServer(call, serverId));
  }

  @Override
  public ShowServerTagsLegacyResponse showServerTagsLegacy(Call call, String serverId) {
    return new ShowServerTagsLegacyResponse(ofServer(call, serverId));
  }

  private List<Tag> ofServer(Call call, String serverId) {
    Server server = call.glance().require(table.servers, call.project(), serverId).spec();
    return server.labels().entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }
}
