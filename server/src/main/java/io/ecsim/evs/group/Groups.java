package io.ecsim.evs.group;

import io.ecsim.api.ApiError;
import io.ecsim.api.Given;
import io.ecsim.api.evs.CreateSnapshotGroupOption;
import io.ecsim.evs.disk.Attachment;
import io.ecsim.evs.disk.EnterpriseProjects;
import io.ecsim.evs.disk.InstantAccess;
import io.ecsim.evs.disk.JobType;
import io.ecsim.evs.disk.NewSnapshot;
import io.ecsim.evs.disk.Snapshots;
import io.ecsim.evs.disk.Standard;
import io.ecsim.evs.disk.TagRules;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.Volume;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.pack.Servers;
import io.ecsim.sim.Job;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Resource;
import io.ecsim.sim.State;
import io.ecsim.sim.Tx;
import java.util.List;
import java.util.Map;

/** How groups of snapshots come to be, change and go. */
public final class Groups {
  private final Snapshots snapshots;
  private final Servers servers;
  private final TagRules rules;

  /** Groups of these snapshots, whose disks these servers have. */
  public Groups(Snapshots snapshots, Servers servers, TagRules rules) {
    this.snapshots = snapshots;
    this.servers = servers;
    this.rules = rules;
  }

  /**
   * Begins to make a group.
   *
   * @return the job, whose address is that of the group
   */
  Job create(Tx tx, String project, CreateSnapshotGroupOption wanted) {
    SnapshotGroup group = group(wanted);
    List<String> disks = disks(tx.state(), project, wanted);
    String type = GroupTable.GROUPS.type();
    Ref ref = new Ref(type, project, tx.id(type, project, group.name()));
    var standard =
        new Standard(
            group.enterpriseProject(),
            Boolean.TRUE.equals(wanted.incremental()),
            InstantAccess.of(wanted.instantAccess()),
            ref);
    List<Plan> plans =
        disks.stream()
            .map(disk -> NewSnapshot.of(disk, group.name(), standard))
            .map(snapshot -> snapshots.plan(tx, project, snapshot))
            .toList();
    Job job =
        tx.begin(
            Plan.create(GroupTable.CREATE, ref, group, plans)
                .called(JobType.CREATE_SNAPSHOT_GROUP.label()));
    disks.forEach(
        disk ->
            snapshots.checkQuotas(tx.state(), new Ref(VolumeTable.VOLUMES.type(), project, disk)));
    return job;
  }

  private SnapshotGroup group(CreateSnapshotGroupOption wanted) {
    var group =
        new SnapshotGroup(
            Texts.or(wanted.name(), ""),
            wanted.description(),
            Texts.or(wanted.enterpriseProjectId(), "0"),
            wanted.tags() == null ? Map.of() : wanted.tags(),
            blankless(wanted.serverId()));
    check(group.name(), group.description());
    EnterpriseProjects.check(group.enterpriseProject());
    rules.check(group.tags());
    return group;
  }

  private static String blankless(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static void check(String name, String description) {
    Texts.bound("EVS.5400", "name", name, Texts.MOST);
    Texts.bound("EVS.5400", "description", description, Texts.MOST);
  }

  /** The disks that are named, else all of the server; the named ones must be the server's. */
  private List<String> disks(State state, String project, CreateSnapshotGroupOption wanted) {
    List<String> named =
        wanted.volumeIds() == null ? List.of() : wanted.volumeIds().stream().distinct().toList();
    String server = blankless(wanted.serverId());
    if (server == null && named.isEmpty()) {
      throw new ApiError("EVS.5400", "snapshot_group has neither server_id nor volume_ids.");
    }
    if (server == null) {
      return named;
    }
    List<String> attached = attached(state, project, server);
    List<String> others = named.stream().filter(disk -> !attached.contains(disk)).toList();
    if (!others.isEmpty()) {
      throw new ApiError(
          "EVS.5400", "volume_ids %s are not attached to the server %s.".formatted(others, server));
    }
    if (attached.isEmpty()) {
      throw new ApiError("EVS.5400", "The server %s has no disk.".formatted(server));
    }
    return named.isEmpty() ? attached : named;
  }

  private List<String> attached(State state, String project, String id) {
    Servers.Facts server = servers.find(state, project, id);
    if (server == null) {
      throw new ApiError("EVS.2229", "There is no server %s.".formatted(id));
    }
    return state.usersOf(server.ref(), VolumeTable.VOLUMES).stream()
        .filter(disk -> isIn(disk, server.ref()))
        .map(Resource::id)
        .toList();
  }

  private static boolean isIn(Resource<Volume> disk, Ref server) {
    return disk.spec().in(server).filter(Attachment::made).isPresent();
  }

  /** Gives a group other texts; a name can be empty but not missing. */
  Resource<SnapshotGroup> update(
      Tx tx, String project, String id, Given<String> name, Given<String> description) {
    if (!name.present() && !description.present()) {
      throw new ApiError("EVS.5400", "snapshot_group has neither name nor description.");
    }
    check(name.value(), description.value());
    return tx.change(
        GroupTable.GROUPS,
        tx.state().require(GroupTable.GROUPS, project, id).ref(),
        group ->
            group.called(
                name.orElse(group.name(), ""), description.orElse(group.description(), null)));
  }

  /** Begins to delete a group and its snapshots. */
  Job delete(Tx tx, String project, String id) {
    Ref ref = tx.state().require(GroupTable.GROUPS, project, id).ref();
    return tx.begin(
        Plan.of(GroupTable.DELETE, ref, null).called(JobType.DELETE_SNAPSHOT_GROUP.label()));
  }
}
