package io.ecsim.cbr;

import static io.ecsim.cbr.VaultStatus.AVAILABLE;
import static io.ecsim.cbr.VaultStatus.DELETING;
import static io.ecsim.cbr.VaultStatus.ERROR;

import io.ecsim.api.ApiError;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** The life of a vault. How long steps last is plausible, not documented. */
final class VaultTable {
  private VaultTable() {}

  // spotless:off
  /** The table. */
  static final Lifecycle<VaultStatus, Vault> VAULTS = Lifecycle.of("vault", VaultStatus.class, Vault.class).missing("BackupService.6105");

  /** Makes a vault; it is there at once. */
  static final Edge<Vault, Void> CREATE = VAULTS.<Void>creates("create")
      .failing("BackupService.6132", ERROR)
      .to(AVAILABLE);

  /** Deletes a vault with its backups, whose deletions are the argument. */
  static final Edge<Vault, List<Plan>> DELETE = VAULTS.<List<Plan>>on("delete", AVAILABLE, ERROR)
      .refused("BackupService.6112")
      .via(DELETING, 2)
      .with((state, vault, backups) -> backups)
      .failing("BackupService.6121")
      .gone();
  // spotless:on

  /**
   * A vault that may be used.
   *
   * @throws ApiError BackupService.6112 if it is not available
   */
  static Resource<Vault> ready(State state, String project, String id) {
    Resource<Vault> vault = state.require(VAULTS, project, id);
    if (vault.status() != VaultStatus.AVAILABLE) {
      throw new ApiError(
          "BackupService.6112",
          "The %s is %s; it must be available.".formatted(vault.ref(), vault.status().label()));
    }
    return vault;
  }
}
