package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.ServerMetadataApi;
import io.ecsim.api.ecs.UpdateServerMetadataBody;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.view.Backend;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The user's metadata of servers: {@code ecs-schemas.md} 12. */
public record MetadataOperations(ServerTable table, Inventory inventory)
    implements ServerMetadataApi {
  private static final int LONGEST = 255;

  @Override
  public UpdateServerMetadataBody updateServerMetadata(
      Call call, String serverId, UpdateServerMetadataBody body) {
    body.metadata().forEach(MetadataOperations::check);
    change(call, serverId, metadata -> metadata.putAll(body.metadata()));
    return new UpdateServerMetadataBody(
        call.glance().require(table.servers, call.project(), serverId).spec().metadata());
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > LONGEST || value.length() > LONGEST) {
      throw new ApiError(
          "Ecs.0005", "metadata '%s' or its value is empty or too long.".formatted(key));
    }
  }

  @Override
  public void deleteServerMetadata(Call call, String serverId, String key) {
    change(
        call,
        serverId,
        metadata -> {
          if (metadata.remove(key) == null) {
            throw Backend.notFound("Metadata item %s was not found".formatted(key));
          }
        });
  }

  private void change(Call call, String serverId, Consumer<Map<String, String>> change) {
    Prompt.begin(
        call,
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          Map<String, String> metadata = new LinkedHashMap<>(server.spec().metadata());
          change.accept(metadata);
          if (inventory.limits().exceeded(Limit.SERVER_METADATA, metadata.size())) {
            throw new ApiError(
                "Ecs.0005", "metadata would have %d items.".formatted(metadata.size()));
          }
          return Plan.of(table.describe, server.ref(), metadata);
        });
  }
}
