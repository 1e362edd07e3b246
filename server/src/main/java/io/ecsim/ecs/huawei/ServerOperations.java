package io.ecsim.ecs.huawei;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.CreatePostPaidServersQuery;
import io.ecsim.api.ecs.CreateServersQuery;
import io.ecsim.api.ecs.CreateServersRequest;
import io.ecsim.api.ecs.CreateServersResponse;
import io.ecsim.api.ecs.ListCloudServersQuery;
import io.ecsim.api.ecs.ListCloudServersResponse;
import io.ecsim.api.ecs.ListServersDetailsQuery;
import io.ecsim.api.ecs.ListServersDetailsResponse;
import io.ecsim.api.ecs.ServersApi;
import io.ecsim.api.ecs.ShowServerResponse;
import io.ecsim.api.ecs.UpdateServerOption;
import io.ecsim.api.ecs.UpdateServerRequest;
import io.ecsim.api.ecs.UpdateServerResponse;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Texts;
import io.ecsim.ecs.view.Sight;
import io.ecsim.pack.Prompt;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;

/** Making, showing, listing and updating servers. */
public record ServerOperations(Neighbours cloud, ServerTable table, Creation creation)
    implements ServersApi {

  @Override
  public Reply<CreateServersResponse> createPostPaidServers(
      Call call, CreateServersRequest body, CreatePostPaidServersQuery query) {
    return creation.create(call, body, "v1", query.xClientToken());
  }

  @Override
  public Reply<CreateServersResponse> createServers(
      Call call, CreateServersRequest body, CreateServersQuery query) {
    return creation.create(call, body, "v1.1", query.xClientToken());
  }

  /** A server in the recycle bin shows, too: clients take its status for the end of its life. */
  @Override
  public ShowServerResponse showServer(Call call, String serverId) {
    State state = call.glance().state();
    Ref ref = new Ref(table.servers.type(), call.project(), serverId);
    Resource<Server> server = call.glance().show(state.require(table.servers, ref));
    return new ShowServerResponse(Detail.one(Sight.of(cloud, state, server)));
  }

  private Sight sight(Call call, String serverId) {
    Resource<Server> server = call.glance().require(table.servers, call.project(), serverId);
    return Sight.of(cloud, call.glance().state(), server);
  }

  @Override
  public ListServersDetailsResponse listServersDetails(Call call, ListServersDetailsQuery query) {
    return new DetailList(cloud, table, call).answer(query);
  }

  @Override
  public ListCloudServersResponse listCloudServers(Call call, ListCloudServersQuery query) {
    return new BriefList(cloud, table, call).answer(query);
  }

  @Override
  public UpdateServerResponse updateServer(Call call, String serverId, UpdateServerRequest body) {
    UpdateServerOption asked = body.server();
    Prompt.begin(
        call,
        tx -> {
          Resource<Server> server = tx.state().require(table.servers, call.project(), serverId);
          return Plan.of(table.update, server.ref(), texts(server.spec(), asked));
        });
    return new UpdateServerResponse(Updated.of(call, sight(call, serverId)));
  }

  private static Texts texts(Server was, UpdateServerOption asked) {
    var texts =
        new Texts(
            required("name", asked.name().orElse(was.name(), "")),
            required("hostname", asked.hostname().orElse(was.hostname(), "")),
            asked.description().orElse(was.description(), null),
            asked.userData().orElse(was.login().userData(), null));
    Names.check(texts.name(), 1);
    Names.checkHostname(texts.hostname());
    Texts.checkDescription(texts.description());
    Texts.checkUserData(texts.userData());
    return texts;
  }

  private static String required(String field, String value) {
    if (value.isEmpty()) {
      throw new ApiError("Ecs.0005", "%s may not be null or empty.".formatted(field));
    }
    return value;
  }
}
