package io.ecsim.cbr;

import io.ecsim.api.cbr.Checkpoint;
import io.ecsim.api.cbr.CheckpointExtraInfo;
import io.ecsim.api.cbr.CheckpointResource;
import io.ecsim.api.cbr.CheckpointVault;
import io.ecsim.api.cbr.SkippedResource;
import io.ecsim.pack.Backups;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import java.util.List;

/** Restore points, as their backups tell of them. */
final class CheckpointView {
  private static final int FOR_EVER = -1;

  private CheckpointView() {}

  /**
   * A restore point.
   *
   * @param backups its backups, at least one
   * @param skipped what was left out, which only the answer to the creation says
   */
  static Checkpoint of(State state, List<Backups.Facts> backups, List<SkippedResource> skipped) {
    Backups.Facts first = backups.get(0);
    Resource<Vault> vault =
        state.require(VaultTable.VAULTS, first.vault().project(), first.vault().id());
    return Checkpoint.builder()
        .id(first.checkpoint())
        .projectId(first.ref().project())
        .createdAt(Times.of(first.createdAt()))
        .status(Protection.status(backups))
        .vault(
            new CheckpointVault(
                vault.id(),
                vault.spec().name(),
                backups.stream().map(CheckpointView::resource).toList(),
                skipped))
        .extraInfo(
            new CheckpointExtraInfo(
                first.description() == null ? "" : first.description(), first.name(), FOR_EVER))
        .build();
  }

  private static CheckpointResource resource(Backups.Facts backup) {
    return CheckpointResource.builder()
        .id(backup.disk())
        .type(Protection.DISK)
        .name(backup.diskName())
        .protectStatus(Protection.status(backup))
        .resourceSize(String.valueOf(backup.size()))
        .backupSize(String.valueOf(Protection.size(List.of(backup))))
        .backupCount("1")
        .extraInfo("{}")
        .build();
  }
}
