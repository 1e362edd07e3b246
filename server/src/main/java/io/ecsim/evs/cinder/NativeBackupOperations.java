package io.ecsim.evs.cinder;

import io.ecsim.api.ApiError;
import io.ecsim.api.Call;
import io.ecsim.api.evs.CinderBackupOption;
import io.ecsim.api.evs.CinderBackupResponse;
import io.ecsim.api.evs.CinderBackupsApi;
import io.ecsim.api.evs.CinderCreateBackupRequest;
import io.ecsim.api.evs.CinderListBackupsDetailResponse;
import io.ecsim.api.evs.CinderListBackupsDetailV3Query;
import io.ecsim.api.evs.CinderListBackupsDetailsV2Query;
import io.ecsim.api.evs.CinderListBackupsResponse;
import io.ecsim.api.evs.CinderListBackupsV2Query;
import io.ecsim.api.evs.CinderListBackupsV3Query;
import io.ecsim.api.evs.CinderRestoreBackupRequest;
import io.ecsim.api.evs.CinderRestoreBackupResponse;
import io.ecsim.api.evs.CinderShowBackupResponse;
import io.ecsim.api.evs.CinderUpdateBackupOption;
import io.ecsim.api.evs.CinderUpdateBackupRequest;
import io.ecsim.evs.backup.Backup;
import io.ecsim.evs.backup.BackupTable;
import io.ecsim.evs.backup.Backups;
import io.ecsim.evs.backup.NewBackup;
import io.ecsim.evs.disk.MetadataRules;
import io.ecsim.evs.disk.Texts;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.evs.view.NativeWords;
import io.ecsim.sim.Job;
import io.ecsim.sim.Resource;
import java.util.Map;

/** Backups as the native family of the API deals with them, versions 2 and 3 alike. */
public final class NativeBackupOperations implements CinderBackupsApi {
  private final Backups backups;
  private final NativeRestoration restoration;
  private final NativeBackupView view;

  public NativeBackupOperations(Backups backups, NativeRestoration restoration, String user) {
    this.backups = backups;
    this.restoration = restoration;
    this.view = new NativeBackupView(user);
  }

  @Override
  public CinderBackupResponse cinderCreateBackupV2(Call call, CinderCreateBackupRequest body) {
    return create(call, "v2", body.backup());
  }

  @Override
  public CinderBackupResponse cinderCreateBackupV3(Call call, CinderCreateBackupRequest body) {
    return create(call, "v3", body.backup());
  }

  private CinderBackupResponse create(Call call, String version, CinderBackupOption wanted) {
    return NativeWords.in(
        call,
        () -> {
          Job job = call.transact(tx -> backups.create(tx, call.project(), asked(wanted)));
          return summary(call, version, job.ref().id());
        });
  }

  /** Natively, {@code incremental} is not listened to: only the first backup is full. */
  private static NewBackup asked(CinderBackupOption wanted) {
    Map<String, String> metadata = wanted.metadata() == null ? Map.of() : wanted.metadata();
    check(wanted.name(), wanted.description(), metadata);
    return new NewBackup(
        wanted.volumeId(),
        wanted.snapshotId() == null || wanted.snapshotId().isEmpty() ? null : wanted.snapshotId(),
        Texts.or(wanted.name(), ""),
        wanted.description(),
        false,
        metadata,
        Map.of(),
        Backup.Place.NONE,
        Boolean.TRUE.equals(wanted.force()) ? null : VolumeTable.GENTLY);
  }

  private static void check(String name, String description, Map<String, String> metadata) {
    Texts.bound("EVS.5400", "name", name, Texts.MOST);
    Texts.bound("EVS.5400", "description", description, Texts.MOST);
    MetadataRules.check(metadata, false);
  }

  private CinderBackupResponse summary(Call call, String version, String id) {
    return new CinderBackupResponse(view.brief(call, version, find(call, id)));
  }

  private static Resource<Backup> find(Call call, String id) {
    return call.glance().require(BackupTable.BACKUPS, call.project(), id);
  }

  @Override
  public CinderListBackupsResponse cinderListBackupsV2(Call call, CinderListBackupsV2Query query) {
    return NativeWords.in(call, () -> list(call, BackupQuery.of(query)));
  }

  @Override
  public CinderListBackupsResponse cinderListBackupsV3(Call call, CinderListBackupsV3Query query) {
    return NativeWords.in(call, () -> list(call, BackupQuery.of(query)));
  }

  private CinderListBackupsResponse list(Call call, BackupQuery query) {
    var page =
        NativeBackupLists.of(call, query, backup -> view.brief(call, query.version(), backup));
    return new CinderListBackupsResponse(page.items(), page.links(), page.count());
  }

  @Override
  public CinderListBackupsDetailResponse cinderListBackupsDetailsV2(
      Call call, CinderListBackupsDetailsV2Query query) {
    return NativeWords.in(call, () -> detailed(call, BackupQuery.of(query)));
  }

  @Override
  public CinderListBackupsDetailResponse cinderListBackupsDetailV3(
      Call call, CinderListBackupsDetailV3Query query) {
    return NativeWords.in(call, () -> detailed(call, BackupQuery.of(query)));
  }

  private CinderListBackupsDetailResponse detailed(Call call, BackupQuery query) {
    var page =
        NativeBackupLists.of(call, query, backup -> view.detail(call, query.version(), backup));
    return new CinderListBackupsDetailResponse(page.items(), page.links(), page.count());
  }

  @Override
  public CinderShowBackupResponse cinderShowBackupDetailsV2(Call call, String backupId) {
    return show(call, "v2", backupId);
  }

  @Override
  public CinderShowBackupResponse cinderShowBackupDetailV3(Call call, String backupId) {
    return show(call, "v3", backupId);
  }

  private CinderShowBackupResponse show(Call call, String version, String id) {
    return NativeWords.in(
        call, () -> new CinderShowBackupResponse(view.detail(call, version, find(call, id))));
  }

  @Override
  public CinderBackupResponse cinderUpdateBackupV3(
      Call call, String backupId, CinderUpdateBackupRequest body) {
    return NativeWords.in(
        call,
        () -> {
          call.transact(
              tx -> {
                Resource<Backup> backup =
                    tx.state().require(BackupTable.BACKUPS, call.project(), backupId);
                return tx.change(
                    BackupTable.BACKUPS, backup.ref(), old -> changed(old, body.backup()));
              });
          return summary(call, "v3", backupId);
        });
  }

  private static Backup changed(Backup old, CinderUpdateBackupOption wanted) {
    if (!wanted.name().present() && !wanted.description().present() && wanted.metadata() == null) {
      throw new ApiError("EVS.5400", "backup has neither name nor description nor metadata.");
    }
    Map<String, String> metadata = wanted.metadata() == null ? old.metadata() : wanted.metadata();
    check(wanted.name().value(), wanted.description().value(), metadata);
    return old.called(
        wanted.name().orElse(old.name(), ""),
        wanted.description().orElse(old.description(), null),
        metadata);
  }

  @Override
  public void cinderDeleteBackupV2(Call call, String backupId) {
    delete(call, backupId);
  }

  @Override
  public void cinderDeleteBackupV3(Call call, String backupId) {
    delete(call, backupId);
  }

  private static void delete(Call call, String id) {
    NativeWords.in(
        call,
        () -> call.transact(tx -> tx.begin(Backups.deletion(tx.state(), call.project(), id))));
  }

  @Override
  public CinderRestoreBackupResponse cinderRestoreBackupV2(
      Call call, String backupId, CinderRestoreBackupRequest body) {
    return restore(call, backupId, body);
  }

  @Override
  public CinderRestoreBackupResponse cinderRestoreBackupV3(
      Call call, String backupId, CinderRestoreBackupRequest body) {
    return restore(call, backupId, body);
  }

  private CinderRestoreBackupResponse restore(
      Call call, String id, CinderRestoreBackupRequest body) {
    return NativeWords.in(
        call, () -> new CinderRestoreBackupResponse(restoration.begin(call, id, body.restore())));
  }
}
