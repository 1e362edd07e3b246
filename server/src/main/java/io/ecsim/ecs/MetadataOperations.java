package io.ecsim.ecs;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.ecs.ServerMetadataApi;
import io.ecsim.api.ecs.UpdateServerMetadataBody;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The user's metadata of servers: {@code ecs-schemas.md} 12. */
record MetadataOperations(ServerTable table, Inventory inventory) implements ServerMetadataApi {
  private static final int LONGEST = 255;

  @Override
  public UpdateServerMetadataBody updateServerMetadata(
      Call call, String serverId, UpdateServerMetadataBody body) {
    body.metadata().forEach(MetadataOperations::check);
    return call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          var merged = new LinkedHashMap<>(server.spec().metadata());
          merged.putAll(body.metadata());
          if (inventory.limits().exceeded(Limit.SERVER_METADATA, merged.size())) {
            throw new ApiError(
                "Ecs.0005", "metadata would have %d items.".formatted(merged.size()));
          }
          tx.begin(Plan.<Server, Map<String, String>>of(table.describe, server.ref(), merged));
          return new UpdateServerMetadataBody(merged);
        });
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > LONGEST || value.length() > LONGEST) {
      throw new ApiError(
          "Ecs.0005", "metadata '%s' or its value is empty or too long.".formatted(key));
    }
  }

  @Override
  public void deleteServerMetadata(Call call, String serverId, String key) {
    call.transact(
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          var rest = new LinkedHashMap<>(server.spec().metadata());
          if (rest.remove(key) == null) {
            throw new ApiError(
                "Ecs.1000",
                "{\"itemNotFound\": {\"message\": \"Metadata item %s was not found\", \"code\": 404}}"
                    .formatted(key));
          }
          return tx.begin(Plan.<Server, Map<String, String>>of(table.describe, server.ref(), rest));
        });
  }
}
