package io.ecsim.evs.cinder;

import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderBackup;
import io.ecsim.api.evs.CinderBackupSummary;
import io.ecsim.api.evs.Link;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupStatus;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.view.Times;
import io.ecsim.sim.Resource;
import java.util.List;

/** Backups as native operations show them. */
final class NativeBackupView {
  private static final int OBJECTS_PER_GIB = 32;

  private final String user;

  /**
   * A view.
   *
   * @param user the id of the user that all belongs to
   */
  NativeBackupView(String user) {
    this.user = user;
  }

  /** With all there is. */
  CinderBackup detail(Call call, String version, Resource<Backup> backup) {
    Backup made = backup.spec();
    boolean failed = backup.status() == BackupStatus.ERROR;
    return CinderBackup.builder()
        .id(backup.id())
        .links(links(call, version, backup))
        .name(made.name())
        .description(made.description())
        .status(backup.status().label())
        .failReason(failed ? "The backup could not be made." : null)
        .availabilityZone(made.disk().zone())
        .createdAt(Times.created(backup))
        .updatedAt(Times.updated(backup))
        .dataTimestamp(Times.created(backup))
        .volumeId(made.disk().ref().id())
        .snapshotId(made.snapshot())
        .size(made.disk().size())
        .objectCount(backup.status() == BackupStatus.CREATING || failed ? 0 : objects(made))
        .isIncremental(made.incremental())
        .hasDependentBackups(Backups.hasDependents(call.glance().state(), backup))
        .projectId(backup.ref().project())
        .metadata(made.metadata())
        .userId(user)
        .build();
  }

  private static int objects(Backup made) {
    return made.disk().size() * OBJECTS_PER_GIB;
  }

  /** Id, links and name alone. */
  CinderBackupSummary brief(Call call, String version, Resource<Backup> backup) {
    return new CinderBackupSummary(backup.id(), links(call, version, backup), backup.spec().name());
  }

  private static List<Link> links(Call call, String version, Resource<Backup> backup) {
    String path = "/" + backup.ref().project() + "/backups/" + backup.id();
    return List.of(
        new Link(call.baseUrl() + "/" + version + path, "self"),
        new Link(call.baseUrl() + path, "bookmark"));
  }
}
