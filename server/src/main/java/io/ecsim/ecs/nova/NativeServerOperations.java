package io.ecsim.ecs.nova;

import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.NovaCreateServersOption;
import io.ecsim.api.ecs.NovaCreateServersResponse;
import io.ecsim.api.ecs.NovaCreateServersServer;
import io.ecsim.api.ecs.NovaListServersDetailsQuery;
import io.ecsim.api.ecs.NovaListServersDetailsResponse;
import io.ecsim.api.ecs.NovaListServersQuery;
import io.ecsim.api.ecs.NovaListServersResponse;
import io.ecsim.api.ecs.NovaSecurityGroup;
import io.ecsim.api.ecs.NovaServer;
import io.ecsim.api.ecs.NovaServerAndSchedulerHintsRequest;
import io.ecsim.api.ecs.NovaServersApi;
import io.ecsim.api.ecs.NovaShowServerResponse;
import io.ecsim.api.ecs.NovaUpdateServerOption;
import io.ecsim.api.ecs.NovaUpdateServerRequest;
import io.ecsim.api.ecs.NovaUpdateServerResponse;
import io.ecsim.api.ecs.ServersLink;
import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.server.Deletion;
import io.ecsim.ecs.server.Doors;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.Origin;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerStatus;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Texts;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import java.util.List;

/** Making, showing, listing, updating and deleting servers, natively. */
public final class NativeServerOperations implements NovaServersApi {
  private static final int PASSWORD = 12;

  private final Neighbours cloud;
  private final ServerTable table;
  private final Creation creation;
  private final Bin bin;
  private final NativeWords words;
  private final NativeView view;
  private final NativeLists lists;

  public NativeServerOperations(Neighbours cloud, ServerTable table, Creation creation, Bin bin) {
    this.cloud = cloud;
    this.table = table;
    this.creation = creation;
    this.bin = bin;
    this.words = new NativeWords(table);
    this.view = new NativeView(cloud);
    this.lists = new NativeLists(cloud, table);
  }

  @Override
  public Reply<NovaCreateServersResponse> novaCreateServers(
      Call call, NovaServerAndSchedulerHintsRequest body) {
    Creation.Made made =
        words.change(
            call,
            "create",
            tx -> {
              NativeRequest request =
                  NativeRequest.read(cloud, tx.state(), call.project(), body, call.microversion());
              return creation.make(tx, call, request.order(), Origin.NATIVE, request.particulars());
            });
    if (Boolean.TRUE.equals(body.server().returnReservationId())) {
      return Reply.of(new NovaCreateServersResponse(made.reservation(), null));
    }
    String id = made.ids().get(0);
    return Reply.of(new NovaCreateServersResponse(null, made(call, body.server(), id)))
        .header("Location", Links.self(call, call.project(), "servers", id));
  }

  private static NovaCreateServersServer made(Call call, NovaCreateServersOption asked, String id) {
    String password =
        asked.adminPass() == null
            ? Ids.hex(id, "password").substring(0, PASSWORD)
            : asked.adminPass();
    List<NovaSecurityGroup> groups =
        asked.securityGroups() == null || asked.securityGroups().isEmpty()
            ? List.of(new NovaSecurityGroup("default"))
            : asked.securityGroups();
    return new NovaCreateServersServer(
        "MANUAL", password, id, Links.to(call, call.project(), "servers", id), groups);
  }

  @Override
  public Reply<NovaCreateServersResponse> novaCreateServersBootVolume(
      Call call, NovaServerAndSchedulerHintsRequest body) {
    return novaCreateServers(call, body);
  }

  @Override
  public NovaListServersResponse novaListServers(Call call, NovaListServersQuery query) {
    ServerQuery wanted = ServerQuery.of(query);
    Page<Resource<Server>> page = lists.page(call, wanted);
    return new NovaListServersResponse(
        page.items().stream().map(server -> NativeView.brief(call, server)).toList(),
        links(call, wanted, page, "servers"));
  }

  @Override
  public NovaListServersDetailsResponse novaListServersDetails(
      Call call, NovaListServersDetailsQuery query) {
    ServerQuery wanted = ServerQuery.of(query);
    Page<Resource<Server>> page = lists.page(call, wanted);
    return new NovaListServersDetailsResponse(
        page.items().stream().map(server -> shown(call, server)).toList(),
        links(call, wanted, page, "servers/detail"));
  }

  private NovaServer shown(Call call, Resource<Server> server) {
    return NativeLists.isGone(call, server)
        ? view.deleted(call, server)
        : view.detail(call, server);
  }

  /** A link to the next page; left out on the last. */
  private static List<ServersLink> links(
      Call call, ServerQuery query, Page<Resource<Server>> page, String path) {
    return page.last() == null
        ? null
        : List.of(Links.next(call, path, query.written(), page.items().size(), page.last()));
  }

  @Override
  public NovaShowServerResponse novaShowServer(Call call, String serverId) {
    return new NovaShowServerResponse(view.detail(call, words.server(call, serverId)));
  }

  @Override
  public NovaUpdateServerResponse novaUpdateServer(
      Call call, String serverId, NovaUpdateServerRequest body) {
    words.begin(
        call,
        "update",
        serverId,
        (tx, server) -> Plan.of(table.update, server.ref(), texts(call, server, body.server())));
    return new NovaUpdateServerResponse(view.updated(call, words.server(call, serverId)));
  }

  private static Texts texts(Call call, Resource<Server> server, NovaUpdateServerOption asked) {
    Server was = server.spec();
    if (asked.name() != null && asked.name().isBlank()) {
      throw NativeWords.badRequest(
          "Invalid input for field/attribute name. Value: '%s'.".formatted(asked.name()));
    }
    if (asked.description().present() && call.microversion() < NativeView.DESCRIPTION) {
      throw NativeWords.badRequest(
          "Additional properties are not allowed ('description' was unexpected)");
    }
    return new Texts(
        asked.name() == null ? was.name() : asked.name(),
        was.hostname(),
        asked.description().orElse(was.description(), null),
        was.login().userData());
  }

  /**
   * Begins to delete a server, or to bring it into the recycle bin: which door a deletion comes by
   * makes no difference there ({@code ecs-lifecycle.md} b.14). Nothing if that is under way
   * already.
   */
  @Override
  public void novaDeleteServer(Call call, String serverId) {
    if (words.server(call, serverId).status() != ServerStatus.DELETING) {
      words.begin(
          call,
          "delete",
          serverId,
          (tx, server) ->
              bin.removal(tx.state(), server.ref(), Deletion.asked(false, null), Doors.NATIVE));
    }
  }
}
