package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.pack.Backups;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.HashSet;
import java.util.List;

/** Which disks a vault may take. */
final class Members {
  private static final int NOT_MODELLED = 501;

  private final Backups backups;

  Members(Backups backups) {
    this.backups = backups;
  }

  /**
   * The ids of the disks that are meant.
   *
   * @throws ApiError BackupService.6103, 6104, 6302 for what no vault takes; 501 for what is no
   *     disk
   */
  List<String> check(State state, String project, List<io.ecsim.api.cbr.Resource> resources) {
    var seen = new HashSet<String>();
    for (io.ecsim.api.cbr.Resource one : resources) {
      if (!Protection.DISK.equals(one.type())) {
        throw new ApiError(
            NOT_MODELLED,
            "ecsim.NotModelled",
            "ecsim models backups of %s only, not of the %s %s."
                .formatted(Protection.DISK, one.type(), one.id()));
      }
      if (!seen.add(one.id())) {
        throw new ApiError(
            "BackupService.6104", "The resource %s is named twice.".formatted(one.id()));
      }
      check(state, project, one.id());
    }
    return resources.stream().map(io.ecsim.api.cbr.Resource::id).toList();
  }

  /**
   * Refuses disks that a vault does not protect.
   *
   * @throws ApiError BackupService.6135
   */
  static void checkIn(Resource<Vault> vault, List<String> disks) {
    disks.stream()
        .filter(disk -> !vault.spec().members().contains(disk))
        .findFirst()
        .ifPresent(
            disk -> {
              throw new ApiError(
                  "BackupService.6135",
                  "The resource %s is not in the %s.".formatted(disk, vault.ref()));
            });
  }

  private void check(State state, String project, String id) {
    if (backups.disk(state, project, id) == null) {
      throw new ApiError("BackupService.6302", "There is no volume %s.".formatted(id));
    }
    state
        .all(VaultTable.VAULTS, project)
        .filter(vault -> vault.spec().members().contains(id))
        .findFirst()
        .ifPresent(
            vault -> {
              throw new ApiError(
                  "BackupService.6103",
                  "The volume %s belongs to the %s.".formatted(id, vault.ref()));
            });
  }
}
