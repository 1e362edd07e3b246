package io.ecsim.ecs;

import io.ecsim.api.Route;
import io.ecsim.api.ecs.EcsRoutes;
import io.ecsim.ecs.bin.Bin;
import io.ecsim.ecs.bin.BinTable;
import io.ecsim.ecs.change.Pictures;
import io.ecsim.ecs.change.Redeployments;
import io.ecsim.ecs.change.Resizes;
import io.ecsim.ecs.change.Systems;
import io.ecsim.ecs.create.Creation;
import io.ecsim.ecs.event.EventOperations;
import io.ecsim.ecs.event.EventTable;
import io.ecsim.ecs.group.GroupTable;
import io.ecsim.ecs.group.Groups;
import io.ecsim.ecs.huawei.ActionOperations;
import io.ecsim.ecs.huawei.ChargeModeOperations;
import io.ecsim.ecs.huawei.ConsoleOperations;
import io.ecsim.ecs.huawei.FlavorOperations;
import io.ecsim.ecs.huawei.GroupOperations;
import io.ecsim.ecs.huawei.JobOperations;
import io.ecsim.ecs.huawei.MetadataOperations;
import io.ecsim.ecs.huawei.MetadataOptionOperations;
import io.ecsim.ecs.huawei.NameOperations;
import io.ecsim.ecs.huawei.NicOperations;
import io.ecsim.ecs.huawei.PasswordOperations;
import io.ecsim.ecs.huawei.QuotaOperations;
import io.ecsim.ecs.huawei.RecycleBinOperations;
import io.ecsim.ecs.huawei.ResizeOperations;
import io.ecsim.ecs.huawei.ServerOperations;
import io.ecsim.ecs.huawei.SharedVolumeOperations;
import io.ecsim.ecs.huawei.SystemOperations;
import io.ecsim.ecs.huawei.TagOperations;
import io.ecsim.ecs.huawei.TagSearchOperations;
import io.ecsim.ecs.huawei.UpkeepOperations;
import io.ecsim.ecs.huawei.VolumeOperations;
import io.ecsim.ecs.huawei.ZoneOperations;
import io.ecsim.ecs.launch.LaunchOperations;
import io.ecsim.ecs.launch.LaunchTable;
import io.ecsim.ecs.nic.Cards;
import io.ecsim.ecs.nova.NativeActionOperations;
import io.ecsim.ecs.nova.NativeConsoleOperations;
import io.ecsim.ecs.nova.NativeFlavorOperations;
import io.ecsim.ecs.nova.NativeGroupOperations;
import io.ecsim.ecs.nova.NativeHistoryOperations;
import io.ecsim.ecs.nova.NativeKeypairOperations;
import io.ecsim.ecs.nova.NativeMetadataOperations;
import io.ecsim.ecs.nova.NativeNetworkOperations;
import io.ecsim.ecs.nova.NativeNicOperations;
import io.ecsim.ecs.nova.NativeQuotaOperations;
import io.ecsim.ecs.nova.NativeServerOperations;
import io.ecsim.ecs.nova.NativeTagOperations;
import io.ecsim.ecs.nova.NativeVolumeOperations;
import io.ecsim.ecs.nova.VersionOperations;
import io.ecsim.ecs.order.Purchases;
import io.ecsim.ecs.order.Subscriptions;
import io.ecsim.ecs.server.AddressRules;
import io.ecsim.ecs.server.Attaching;
import io.ecsim.ecs.server.DiskRules;
import io.ecsim.ecs.server.FlavorRules;
import io.ecsim.ecs.server.Hosts;
import io.ecsim.ecs.server.Neighbours;
import io.ecsim.ecs.server.NicRules;
import io.ecsim.ecs.server.Server;
import io.ecsim.ecs.server.ServerTable;
import io.ecsim.ecs.server.SystemRules;
import io.ecsim.ecs.template.TemplateOperations;
import io.ecsim.ecs.template.TemplateTable;
import io.ecsim.ecs.view.Words;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Addresses;
import io.ecsim.pack.Disks;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.ImageMaking;
import io.ecsim.pack.Images;
import io.ecsim.pack.Keypairs;
import io.ecsim.pack.Networks;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Servers;
import io.ecsim.pack.Subscribed;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** The server service. */
public final class EcsPack implements Pack, Servers {
  private final Neighbours cloud;
  private final ServerTable table;
  private final FlavorRules flavors;
  private final Attaching attaching;
  private final EventTable events;
  private final LaunchTable launches;

  /**
   * The service.
   *
   * @param inventory zones, flavors, limits
   * @param disks makes and attaches disks
   * @param networks makes ports
   * @param addresses gives ports a public address
   * @param images what system disks are made from
   * @param studio makes images of servers
   * @param keypairs what one can log in with
   * @param orders by which servers are paid for by month or year
   */
  public EcsPack(
      Inventory inventory,
      Disks disks,
      Networks networks,
      Addresses addresses,
      Images images,
      ImageMaking studio,
      Keypairs keypairs,
      Orders orders) {
    this.cloud =
        new Neighbours(
            inventory, disks, networks, addresses, images, studio, keypairs, orders, new Hosts());
    this.flavors = new FlavorRules(inventory, networks, disks);
    this.table =
        new ServerTable(
            new DiskRules(disks, inventory),
            new SystemRules(disks, inventory),
            new AddressRules(addresses, networks),
            new NicRules(networks, addresses, inventory),
            flavors);
    this.attaching = new Attaching(cloud, table);
    this.events = new EventTable(table);
    this.launches = new LaunchTable(new Bin(table, inventory));
  }

  @Override
  public String service() {
    return "ecs";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(
        new Exhibit<>(table.servers, (state, server) -> Words.of(server).asMap()),
        Exhibit.of(BinTable.POLICIES),
        Exhibit.of(TemplateTable.TEMPLATES),
        Exhibit.of(events.events),
        Exhibit.of(launches.groups),
        Exhibit.of(GroupTable.GROUPS));
  }

  @Override
  public List<Route> routes() {
    var bin = new Bin(table, cloud.inventory());
    var zones = new ZoneOperations(cloud.inventory());
    var creation = new Creation(cloud, table);
    var resizes = new Resizes(table);
    var systems = new Systems(cloud, table);
    var consoles = new NativeConsoleOperations(cloud, table);
    var networks = new NativeNetworkOperations(cloud, table);
    var cards = new Cards(cloud, table);
    var groups = new Groups(table, cloud.inventory());
    return EcsRoutes.of(
        new LaunchOperations(cloud, table, launches, creation),
        zones,
        new ConsoleOperations(cloud, table),
        new FlavorOperations(cloud.inventory()),
        new JobOperations(table, cloud.orders()),
        new TemplateOperations(),
        new MetadataOptionOperations(table),
        new NicOperations(cards),
        zones,
        consoles,
        new NativeFlavorOperations(cloud.inventory()),
        new NativeKeypairOperations(cloud.keypairs()),
        networks,
        new NativeNicOperations(cards),
        new NativeQuotaOperations(cloud, table),
        networks,
        new NativeActionOperations(cloud, table, resizes, systems, new Pictures(cloud, table)),
        new NativeGroupOperations(groups),
        new NativeHistoryOperations(table),
        new NativeMetadataOperations(table, cloud.inventory()),
        consoles,
        new NativeTagOperations(table),
        new NativeVolumeOperations(cloud, table, attaching),
        new NativeServerOperations(cloud, table, creation, bin),
        new QuotaOperations(cloud, table),
        new RecycleBinOperations(cloud, bin),
        new EventOperations(events),
        new ActionOperations(table, bin),
        new ChargeModeOperations(cloud, table),
        new GroupOperations(groups),
        new MetadataOperations(table, cloud.inventory()),
        new NameOperations(table),
        new PasswordOperations(cloud, table),
        new ResizeOperations(
            table, resizes, new Purchases(cloud.orders()), cloud.inventory(), flavors),
        new SystemOperations(table, systems),
        new TagOperations(table, cloud.inventory()),
        new UpkeepOperations(table, cloud.inventory(), new Redeployments(table)),
        new VolumeOperations(cloud, table, attaching),
        new ServerOperations(cloud, table, creation),
        new TagSearchOperations(table),
        new SharedVolumeOperations(table, attaching),
        new VersionOperations());
  }

  /** How prepaid servers end. */
  public Subscribed subscribed() {
    return new Subscriptions(table);
  }

  /** What it needs of others, for whoever tests it. */
  Neighbours cloud() {
    return cloud;
  }

  /** The table, for whoever tests it. */
  ServerTable table() {
    return table;
  }

  @Override
  public Facts find(State state, String project, String id) {
    Ref ref = new Ref(table.servers.type(), project, id);
    if (state.find(ref) == null) {
      return null;
    }
    Resource<Server> server = state.require(table.servers, ref);
    return new Facts(
        server.ref(),
        server.spec().name(),
        server.spec().build().zone(),
        Words.of(server).status(),
        server.spec().tariff().order());
  }

  @Override
  public Plan attach(State state, Ref server, Ref disk, String device) {
    return attaching.plan(state, server, disk, device).called("attachVolume2");
  }

  @Override
  public Plan detach(State state, Ref server, Ref disk) {
    return attaching.undone(state, server, disk).called("detachVolume");
  }

  @Override
  public Plan rekey(Ref server, String keypair) {
    return Plan.of(table.login.rekey, server, keypair);
  }
}
