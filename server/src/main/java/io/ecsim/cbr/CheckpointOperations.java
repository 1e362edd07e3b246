package io.ecsim.cbr;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.cbr.CheckpointCreate;
import io.ecsim.api.cbr.CheckpointParameters;
import io.ecsim.api.cbr.CheckpointResponse;
import io.ecsim.api.cbr.CheckpointsApi;
import io.ecsim.api.cbr.CreateCheckpointRequest;
import io.ecsim.api.cbr.SkippedResource;
import io.ecsim.pack.Backups;
import io.ecsim.pack.Problem;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.ArrayList;
import java.util.List;

/** Restore points: a backup of each of several disks of a vault, made together. */
final class CheckpointOperations implements CheckpointsApi {
  /** What the job is called that makes one. */
  static final String JOB = "backup";

  private static final CheckpointParameters NOTHING_SAID =
      new CheckpointParameters(null, null, null, null, null, null);

  private final Backups backups;
  private final VaultView vaults;

  CheckpointOperations(Backups backups, VaultView vaults) {
    this.backups = backups;
    this.vaults = vaults;
  }

  private record Made(String id, List<SkippedResource> skipped) {}

  @Override
  public CheckpointResponse createCheckpoint(Call call, CreateCheckpointRequest body) {
    Made made =
        CbrWords.in(call, () -> call.transact(tx -> create(tx, call.project(), body.checkpoint())));
    return new CheckpointResponse(
        CheckpointView.of(call.glance().state(), of(call, made.id()), made.skipped()));
  }

  private Made create(Tx tx, String project, CheckpointCreate wanted) {
    Resource<Vault> vault = VaultTable.ready(tx.state(), project, wanted.vaultId());
    checkRoom(tx.state(), vault);
    CheckpointParameters parameters =
        wanted.parameters() == null ? NOTHING_SAID : wanted.parameters();
    var skipped = new ArrayList<SkippedResource>();
    var plans = new ArrayList<Plan>();
    String id = tx.id("checkpoint", project, vault.id());
    for (String disk : disks(vault, parameters)) {
      Problem problem = backups.problem(tx.state(), project, disk);
      if (problem == null) {
        plans.add(backups.create(tx, project, order(vault, parameters, id, disk)));
      } else {
        skipped.add(skipped(tx.state(), project, disk, CbrWords.of(problem)));
      }
    }
    if (plans.isEmpty()) {
      throw new ApiError(
          "BackupService.0001",
          "Of the %s no resource can be backed up: %s."
              .formatted(vault.ref(), skipped.stream().map(SkippedResource::reason).toList()));
    }
    tx.begin(Plan.together(JOB, plans));
    Problem excess = backups.excess(tx.state(), project);
    if (excess != null) {
      throw CbrWords.of(excess).as(null);
    }
    return new Made(id, skipped);
  }

  private void checkRoom(State state, Resource<Vault> vault) {
    long used = Protection.size(vaults.held(state, vault));
    long size = (long) vault.spec().size() * Protection.MIB_PER_GIB;
    if (used >= size) {
      throw new ApiError(
          "BackupService.6114",
          "The %s holds %s MiB already; its size is %s.".formatted(vault.ref(), used, size));
    }
  }

  /** The disks that are named, or all. */
  private static List<String> disks(Resource<Vault> vault, CheckpointParameters parameters) {
    var named = new ArrayList<String>();
    if (parameters.resources() != null) {
      named.addAll(parameters.resources());
    }
    if (parameters.resourceDetails() != null) {
      parameters.resourceDetails().forEach(one -> named.add(one.id()));
    }
    Members.checkIn(vault, named);
    return named.isEmpty() ? vault.spec().members() : named.stream().distinct().toList();
  }

  private static Backups.Order order(
      Resource<Vault> vault, CheckpointParameters parameters, String id, String disk) {
    String name = parameters.name();
    return new Backups.Order(
        disk,
        name == null ? "manualbk_" + id.substring(0, 4) : name,
        parameters.description(),
        Boolean.FALSE.equals(parameters.incremental()),
        id,
        vault.ref(),
        Boolean.TRUE.equals(parameters.autoTrigger()));
  }

  private SkippedResource skipped(State state, String project, String id, Problem problem) {
    Backups.Disk disk = backups.disk(state, project, id);
    return SkippedResource.builder()
        .id(id)
        .type(Protection.DISK)
        .name(disk == null ? "" : disk.name())
        .code(problem.code())
        .reason(problem.message())
        .build();
  }

  @Override
  public CheckpointResponse showCheckpoint(Call call, String checkpointId) {
    List<Backups.Facts> found = of(call, checkpointId);
    if (found.isEmpty()) {
      throw new ApiError(
          "BackupService.6217", "There is no restore point %s.".formatted(checkpointId));
    }
    return new CheckpointResponse(CheckpointView.of(call.glance().state(), found, List.of()));
  }

  private List<Backups.Facts> of(Call call, String id) {
    State state = call.glance().state();
    List<Backups.Facts> found =
        backups.all(state, call.project()).stream()
            .filter(backup -> id.equals(backup.checkpoint()))
            .toList();
    found.forEach(backup -> call.glance().show(state.find(backup.ref())));
    return found;
  }
}
