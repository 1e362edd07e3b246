package io.ecsim.ecs.create;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.Reply;
import io.ecsim.api.ecs.CreateServersOption;
import io.ecsim.api.ecs.CreateServersRequest;
import io.ecsim.api.ecs.CreateServersResponse;
import io.ecsim.ecs.group.Groups;
import io.ecsim.ecs.group.Placement;
import io.ecsim.ecs.order.Purchases;
import io.ecsim.ecs.order.Terms;
import io.ecsim.ecs.server.Build;
import io.ecsim.ecs.server.Names;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.NewDisk;
import io.ecsim.ecs.server.Origin;
import io.ecsim.ecs.server.Outfit;
import io.ecsim.ecs.server.Quota;
import io.ecsim.ecs.server.Rehearsal;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.Tariff;
import io.ecsim.ecs.server.Termination;
import io.ecsim.sim.Ids;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes servers: {@code ecs-lifecycle.md} b.1, {@code ecs-schemas.md} 2. */
public final class Creation {
  private static final int ACCEPTED = 202;

  private final Neighbours cloud;
  private final ServerTable table;
  private final Choices choices;
  private final NewDisks disks;
  private final Purchases purchases;

  public Creation(Neighbours cloud, ServerTable table) {
    this.cloud = cloud;
    this.table = table;
    this.choices = new Choices(cloud);
    this.disks = new NewDisks(cloud);
    this.purchases = new Purchases(cloud.orders());
  }

  /**
   * Answers a request to make servers.
   *
   * @param door through which API: {@code v1}, {@code v1.1}
   * @param token the {@code X-Client-Token}, or null
   */
  public Reply<CreateServersResponse> create(
      Call call, CreateServersRequest request, String door, String token) {
    CreateServersOption asked = request.server();
    Request.check(asked);
    if (Boolean.TRUE.equals(request.dryRun())) {
      Rehearsal.of(call, tx -> make(tx, call, asked, door));
      return Reply.of(ACCEPTED, null);
    }
    String fingerprint = Ids.hex(door, request);
    return Reply.of(
        call.transact(
            tx ->
                Once.only(
                    tx, call.project(), token, fingerprint, () -> make(tx, call, asked, door))));
  }

  /**
   * What a request has made.
   *
   * @param job the id of the job
   * @param order the id of the order, or null if there is none
   * @param ids the servers' ids, in order
   * @param reservation what they share
   */
  public record Made(String job, String order, List<String> ids, String reservation) {}

  private CreateServersResponse make(Tx tx, Call call, CreateServersOption asked, String door) {
    Made made = make(tx, call, asked, door, usual(asked));
    return new CreateServersResponse(made.job(), made.order(), made.ids());
  }

  private static Particulars usual(CreateServersOption asked) {
    List<String> names = Names.of(asked.name(), Request.count(asked));
    return new Particulars(names, null, true, List.of(), Map.of());
  }

  /**
   * Begins to make servers on behalf of something that orders them by itself.
   *
   * @param names the name of each; as many as are asked for
   * @throws ApiError what {@link #create} throws
   */
  public Made order(Tx tx, Call call, CreateServersOption asked, List<String> names) {
    Request.check(asked);
    return make(tx, call, asked, "v1.1", new Particulars(names, null, true, List.of(), Map.of()));
  }

  /** Begins to make servers; whatever the request says by itself has been checked. */
  public Made make(
      Tx tx, Call call, CreateServersOption asked, String door, Particulars particulars) {
    String project = call.project();
    Choice choice = choose(tx.state(), project, asked, particulars);
    Terms terms = Request.terms(asked, door);
    String order = terms == null ? null : purchases.id(tx, project);
    boolean spot = terms == null && SpotTerms.areAsked(asked.extendparam());
    if (spot) {
      SpotTerms.check(asked.extendparam(), choice.flavor());
    }
    Tariff tariff = order != null ? Tariff.by(order) : spot ? Tariff.SPOT : Tariff.BY_USE;
    String reservation = "r-" + tx.hexId("reservation", project, asked.name()).substring(0, 8);
    var plans = new ArrayList<Plan>();
    var ids = new ArrayList<String>();
    var refs = new ArrayList<Ref>();
    Placement placement =
        new Groups(table, cloud.inventory())
            .placement(
                tx.state(),
                project,
                Request.hints(asked).group(),
                choice.zone(),
                particulars.names().size());
    for (String name : particulars.names()) {
      String id = tx.id(table.servers.type(), project, name);
      var origin = new Origin(door, cloud.inventory().account().userId(), reservation, ids.size());
      Ref ref = new Ref(table.servers.type(), project, id);
      plans.add(
          Plan.create(
                  table.create,
                  ref,
                  server(name, asked, choice, origin, tariff, placement.moves(id)),
                  outfit(
                      disks.of(id, name, asked, choice, particulars), particulars, choice, order))
              .called("createSingleServer"));
      ids.add(id);
      refs.add(ref);
      if (order == null) {
        ports(tx, ref, choice);
      }
      Termination.appoint(tx, table, ref, asked.autoTerminateTime());
      if (spot) {
        SpotTerms.appoint(tx, table, ref, asked.extendparam());
      }
    }
    Plan work = Plan.together("createServer", plans);
    if (order == null) {
      return new Made(tx.begin(work).id(), null, ids, reservation);
    }
    purchases.place(tx, order, project, terms, refs, disks(plans), work);
    return new Made(Purchases.job(order), order, ids, reservation);
  }

  /** What is made with a server; one that is ordered has no cards before it is paid for. */
  private static Outfit outfit(
      List<NewDisk> news, Particulars particulars, Choice choice, String order) {
    return order == null
        ? new Outfit(news, particulars.disks(), choice.address(), List.of())
        : new Outfit(
            news.stream().map(disk -> disk.paidBy(order)).toList(),
            particulars.disks(),
            choice.address(),
            choice.nics());
  }

  private static List<Ref> disks(List<Plan> servers) {
    return servers.stream()
        .flatMap(
            server ->
                ((Outfit) server.argument())
                    .disks().stream()
                        .map(disk -> new Ref("volume", server.ref().project(), disk.order().id())))
        .toList();
  }

  private Choice choose(
      State state, String project, CreateServersOption asked, Particulars particulars) {
    Choice choice = choices.of(state, project, asked);
    if (particulars.labels() != null) {
      choice = choice.labelled(particulars.labels());
    }
    disks.check(state, project, asked, choice, particulars);
    Quota.used(state, table, cloud.inventory(), project)
        .checkMore(cloud.inventory(), choice.flavor(), Request.count(asked));
    if (Boolean.FALSE.equals(asked.isAutoRename())) {
      checkUnique(state, project, asked);
    }
    return choice;
  }

  private void checkUnique(State state, String project, CreateServersOption asked) {
    List<String> names = Names.of(asked.name(), Request.count(asked));
    state
        .all(table.servers, project)
        .map(server -> server.spec().name())
        .filter(names::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new ApiError("Ecs.0005", "There is a server named %s.".formatted(name));
            });
  }

  private void ports(Tx tx, Ref server, Choice choice) {
    for (int i = 0; i < choice.nics().size(); i++) {
      var order = choice.nics().get(i);
      Foreign.refuse(cloud.networks().problem(tx.state(), server.project(), order));
      cloud.networks().makePort(tx, server, i, order);
    }
  }

  private static Server server(
      String name,
      CreateServersOption asked,
      Choice choice,
      Origin origin,
      Tariff tariff,
      int moves) {
    var build =
        new Build(
            choice.flavor().id(),
            choice.image().id(),
            choice.zone(),
            asked.vpcid(),
            choice.groups(),
            Request.hints(asked),
            moves,
            Request.options(asked));
    return new Server(
        name,
        Names.hostname(name),
        asked.description(),
        build,
        origin,
        Request.login(asked),
        Request.metadata(asked),
        system(asked, choice, tariff),
        choice.labels(),
        Request.enterpriseProject(asked),
        asked.autoTerminateTime() == null ? "" : asked.autoTerminateTime(),
        Request.access(asked),
        null,
        false,
        Placement.group(Request.hints(asked)),
        null,
        null,
        Request.recovery(asked),
        0,
        0);
  }

  /** The metadata that the cloud sets: {@code ecs-lifecycle.md} a. */
  private static Map<String, String> system(
      CreateServersOption asked, Choice choice, Tariff tariff) {
    String os = choice.image().os();
    var system = new LinkedHashMap<String, String>();
    tariff.into(system, choice.flavor().id());
    system.put("metering.image_id", choice.image().id());
    system.put("metering.imagetype", choice.image().type());
    system.put(
        "metering.resourcespeccode",
        choice.flavor().id() + (os.equals("Windows") ? ".win" : ".linux"));
    system.put("metering.resourcetype", "1");
    system.put("cascaded.instance_extrainfo", "pcibridge:2");
    system.put("image_name", choice.image().name());
    system.put("os_bit", choice.image().bits());
    system.put("os_type", os);
    system.put("vpc_id", asked.vpcid());
    return system;
  }
}
