package io.ecsim.ecs.huawei;

import io.ecsim.api.Call;
import io.ecsim.api.ecs.MetadataOptions;
import io.ecsim.api.ecs.MetadataOptionsApi;
import io.ecsim.ecs.server.MetadataAccess;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.sim.Ref;

/** How guests reach their metadata: {@code ecs-api.csv}, ShowMetadataOptions. */
public record MetadataOptionOperations(ServerTable table) implements MetadataOptionsApi {

  @Override
  public MetadataOptions showMetadataOptions(Call call, String serverId) {
    MetadataAccess access =
        call.glance().require(table.servers, call.project(), serverId).spec().access();
    return new MetadataOptions(access.endpoint(), access.tokens());
  }

  @Override
  public void updateMetadataOptions(Call call, String serverId, MetadataOptions body) {
    call.transact(
        tx -> {
          Ref ref = tx.state().require(table.servers, call.project(), serverId).ref();
          return tx.change(
              table.servers,
              ref,
              server ->
                  server.with(
                      draft ->
                          draft.access =
                              draft.access.with(body.httpEndpoint(), body.httpTokens())));
        });
  }
}
