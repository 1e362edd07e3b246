package io.ecsim.evs;

import io.ecsim.api.Route;
import io.ecsim.api.evs.EvsRoutes;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.cinder.ExtensionOperations;
import io.ecsim.evs.cinder.LimitOperations;
import io.ecsim.evs.cinder.NativeActionOperations;
import io.ecsim.evs.cinder.NativeAttaching;
import io.ecsim.evs.cinder.NativeBackupOperations;
import io.ecsim.evs.cinder.NativeMetadataOperations;
import io.ecsim.evs.cinder.NativeRestoration;
import io.ecsim.evs.cinder.NativeSnapshotOperations;
import io.ecsim.evs.cinder.NativeSnapshotView;
import io.ecsim.evs.cinder.NativeUpload;
import io.ecsim.evs.cinder.NativeVolumeOperations;
import io.ecsim.evs.cinder.QosSpecOperations;
import io.ecsim.evs.cinder.QuotaOperations;
import io.ecsim.evs.cinder.SnapshotMetadataOperations;
import io.ecsim.evs.cinder.TypeOperations;
import io.ecsim.evs.cinder.VersionOperations;
import io.ecsim.evs.cinder.ZoneOperations;
import io.ecsim.evs.disk.Creation;
import io.ecsim.evs.disk.Growth;
import io.ecsim.evs.disk.RecyclePolicyTable;
import io.ecsim.evs.disk.Snapshot;
import io.ecsim.evs.disk.SnapshotTable;
import io.ecsim.evs.disk.Snapshots;
import io.ecsim.evs.disk.TagRules;
import io.ecsim.evs.disk.Tuning;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.group.GroupOperations;
import io.ecsim.evs.group.GroupTable;
import io.ecsim.evs.group.Groups;
import io.ecsim.evs.group.SnapshotGroup;
import io.ecsim.evs.huawei.ActionOperations;
import io.ecsim.evs.huawei.CloudBackupOperations;
import io.ecsim.evs.huawei.JobOperations;
import io.ecsim.evs.huawei.SnapshotOperations;
import io.ecsim.evs.huawei.VolumeLists;
import io.ecsim.evs.huawei.VolumeOperations;
import io.ecsim.evs.order.Purchases;
import io.ecsim.evs.order.Subscriptions;
import io.ecsim.evs.recyclebin.RecycleBinOperations;
import io.ecsim.evs.snapshot.SnapshotV5Operations;
import io.ecsim.evs.tag.TagOperations;
import io.ecsim.evs.tag.TagSearch;
import io.ecsim.evs.tag.Tagging;
import io.ecsim.evs.transfer.TransferOperations;
import io.ecsim.evs.transfer.TransferTable;
import io.ecsim.evs.transfer.Transfers;
import io.ecsim.evs.view.NativeVolumeView;
import io.ecsim.evs.view.VolumeView;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.ImageMaking;
import io.ecsim.pack.Images;
import io.ecsim.pack.Orders;
import io.ecsim.pack.Pack;
import io.ecsim.pack.Servers;
import io.ecsim.pack.Subscribed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The Elastic Volume Service. */
public final class EvsPack implements Pack {
  private final Inventory inventory;
  private final Images images;
  private final ImageMaking studio;
  private final Servers servers;
  private final Orders orders;
  private final Subscriptions subscriptions;

  /**
   * Disks of a cloud that offers this, filled from these images, attached to these servers, paid
   * for by these orders.
   *
   * @param studio what makes images of them
   */
  public EvsPack(
      Inventory inventory, Images images, ImageMaking studio, Servers servers, Orders orders) {
    this.orders = orders;
    this.subscriptions = new Subscriptions(servers);
    this.inventory = inventory;
    this.images = images;
    this.studio = studio;
    this.servers = servers;
  }

  /** How prepaid disks end. */
  public Subscribed subscribed() {
    return subscriptions;
  }

  @Override
  public String service() {
    return "evs";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(
        Exhibit.of(VolumeTable.VOLUMES),
        Exhibit.of(SnapshotTable.SNAPSHOTS),
        Exhibit.of(GroupTable.GROUPS),
        Exhibit.of(TransferTable.TRANSFERS),
        Exhibit.of(RecyclePolicyTable.POLICIES),
        Exhibit.of(BackupTable.BACKUPS));
  }

  @Override
  public List<Route> routes() {
    var view = new VolumeView(inventory.account().userId());
    var tags = new TagRules(inventory.limits().of(Limit.VOLUME_TAGS));
    var diskTags = new Tagging<>(VolumeTable.VOLUMES, tags, Volume::tagged);
    var snapshotTags = new Tagging<>(SnapshotTable.SNAPSHOTS, tags, Snapshot::tagged);
    var groupTags = new Tagging<>(GroupTable.GROUPS, tags, SnapshotGroup::tagged);
    var backups = new Backups(inventory);
    var creation = new Creation(inventory, images, servers, backups);
    var natively = new NativeVolumeView(view);
    var snapshots = new Snapshots(inventory);
    var snapshotView = new NativeSnapshotView(inventory.account().userId());
    var growth = new Growth(inventory, servers);
    var tuning = new Tuning(inventory);
    var purchases = new Purchases(creation, growth, tuning, orders);
    return EvsRoutes.of(
        new ZoneOperations(inventory),
        new NativeBackupOperations(
            backups, new NativeRestoration(creation), inventory.account().userId()),
        new SnapshotMetadataOperations(),
        new NativeSnapshotOperations(snapshots, snapshotView),
        new NativeActionOperations(
            growth, tuning, new NativeAttaching(servers), new NativeUpload(inventory, studio)),
        new NativeMetadataOperations(),
        new NativeVolumeOperations(creation, natively),
        new CloudBackupOperations(backups),
        new ExtensionOperations(),
        new JobOperations(types()),
        new LimitOperations(inventory),
        new QosSpecOperations(inventory),
        new QuotaOperations(inventory),
        new RecycleBinOperations(inventory),
        new GroupOperations(new Groups(snapshots, servers, tags), groupTags),
        new SnapshotOperations(snapshots),
        new SnapshotV5Operations(snapshots, snapshotTags),
        new TransferOperations(new Transfers(inventory)),
        new VersionOperations(),
        new ActionOperations(growth, tuning, purchases, subscriptions, orders),
        new TagOperations(
            diskTags, Map.of("volumes", diskTags, "snapshots", snapshotTags), new TagSearch(view)),
        new TypeOperations(inventory),
        new VolumeOperations(
            creation, purchases, new VolumeLists(inventory, view), view, natively));
  }

  private Set<String> types() {
    return exhibits().stream()
        .map(exhibit -> exhibit.lifecycle().type())
        .collect(Collectors.toUnmodifiableSet());
  }
}
