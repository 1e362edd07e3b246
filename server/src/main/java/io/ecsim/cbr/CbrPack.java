package io.ecsim.cbr;

import io.ecsim.api.Route;
import io.ecsim.api.cbr.CbrRoutes;
import io.ecsim.inventory.Inventory;
import io.ecsim.pack.Backups;
import io.ecsim.pack.Exhibit;
import io.ecsim.pack.Pack;
import java.util.List;

/** Cloud Backup and Recovery. */
public final class CbrPack implements Pack {
  private final Inventory inventory;
  private final Backups backups;

  /** Vaults of a cloud that has these backups. */
  public CbrPack(Inventory inventory, Backups backups) {
    this.inventory = inventory;
    this.backups = backups;
  }

  @Override
  public String service() {
    return "cbr";
  }

  @Override
  public List<Exhibit<?>> exhibits() {
    return List.of(Exhibit.of(VaultTable.VAULTS));
  }

  @Override
  public List<Route> routes() {
    var view = new VaultView(backups, inventory.account().userId());
    return CbrRoutes.of(
        new BackupOperations(backups),
        new CheckpointOperations(backups, view),
        new PolicyOperations(),
        new TaskOperations(backups),
        new VaultOperations(backups, view));
  }
}
