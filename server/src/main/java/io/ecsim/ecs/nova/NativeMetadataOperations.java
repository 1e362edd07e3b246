package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.NovaMetaBody;
import io.ecsim.api.ecs.NovaMetadataBody;
import io.ecsim.api.ecs.NovaServerMetadataApi;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The metadata of servers, natively: {@code ecs-schemas.md} 12. */
public final class NativeMetadataOperations implements NovaServerMetadataApi {
  private final ServerTable table;
  private final Inventory inventory;
  private final NativeWords words;

  public NativeMetadataOperations(ServerTable table, Inventory inventory) {
    this.table = table;
    this.inventory = inventory;
    this.words = new NativeWords(table);
  }

  @Override
  public NovaMetadataBody novaShowServerMetadata(Call call, String serverId) {
    return new NovaMetadataBody(all(call, serverId));
  }

  private Map<String, String> all(Call call, String serverId) {
    return words.server(call, serverId).spec().allMetadata();
  }

  @Override
  public NovaMetadataBody novaCreateServerMetadata(
      Call call, String serverId, NovaMetadataBody body) {
    change(
        call,
        serverId,
        metadata -> {
          metadata.clear();
          metadata.putAll(body.metadata());
        });
    return new NovaMetadataBody(all(call, serverId));
  }

  @Override
  public NovaMetadataBody novaUpdateServerMetadata(
      Call call, String serverId, NovaMetadataBody body) {
    change(call, serverId, metadata -> metadata.putAll(body.metadata()));
    return new NovaMetadataBody(all(call, serverId));
  }

  @Override
  public NovaMetaBody novaShowServerMetadataItem(Call call, String serverId, String key) {
    String value = all(call, serverId).get(key);
    if (value == null) {
      throw NativeWords.notFound("Metadata item was not found");
    }
    return new NovaMetaBody(Map.of(key, value));
  }

  @Override
  public NovaMetaBody novaUpdateServerMetadataItem(
      Call call, String serverId, String key, NovaMetaBody body) {
    if (body.meta().size() != 1) {
      throw NativeWords.badRequest("Request body contains too many items");
    }
    if (!body.meta().containsKey(key)) {
      throw NativeWords.badRequest("Request body and URI mismatch");
    }
    change(call, serverId, metadata -> metadata.putAll(body.meta()));
    return body;
  }

  @Override
  public void novaDeleteServerMetadataItem(Call call, String serverId, String key) {
    change(
        call,
        serverId,
        metadata -> {
          if (metadata.remove(key) == null) {
            throw NativeWords.notFound("Metadata item was not found");
          }
        });
  }

  private void change(Call call, String serverId, Consumer<Map<String, String>> change) {
    words.begin(
        call,
        "update metadata",
        serverId,
        (tx, server) -> {
          var metadata = new LinkedHashMap<>(server.spec().metadata());
          change.accept(metadata);
          metadata.keySet().forEach(NativeMetadata::checkKey);
          if (inventory.limits().exceeded(Limit.SERVER_METADATA, metadata.size())) {
            throw NativeWords.forbidden("Maximum number of metadata items exceeds the quota");
          }
          return Plan.of(table.describe, server.ref(), metadata);
        });
  }
}
