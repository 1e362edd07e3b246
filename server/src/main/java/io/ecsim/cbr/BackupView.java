package io.ecsim.cbr;

import io.ecsim.api.cbr.Backup;
import io.ecsim.api.cbr.BackupExtendInfo;
import io.ecsim.pack.Backups;
import java.util.List;

/** A backup as this service shows it. */
final class BackupView {
  /** The sort of all backups here: none is a copy from elsewhere. */
  static final String IMAGE_TYPE = "backup";

  private BackupView() {}

  static Backup of(Backups.Facts backup) {
    return Backup.builder()
        .id(backup.ref().id())
        .name(backup.name())
        .description(backup.description() == null ? "" : backup.description())
        .projectId(backup.ref().project())
        .providerId(Protection.PROVIDER)
        .checkpointId(backup.checkpoint() == null ? "" : backup.checkpoint())
        .vaultId(backup.vault() == null ? "" : backup.vault().id())
        .imageType(IMAGE_TYPE)
        .incremental(backup.incremental())
        .status(Protection.status(backup))
        .resourceAz(backup.zone())
        .resourceId(backup.disk())
        .resourceName(backup.diskName())
        .resourceSize(backup.size())
        .resourceType(Protection.DISK)
        .createdAt(Times.of(backup.createdAt()))
        .protectedAt(Times.of(backup.createdAt()))
        .updatedAt(Times.of(backup.updatedAt()))
        .enterpriseProjectId("0")
        .children(List.of())
        .extendInfo(
            BackupExtendInfo.builder()
                .autoTrigger(backup.auto())
                .bootable(backup.bootable())
                .systemDisk(backup.bootable())
                .containSystemDisk(backup.bootable())
                .encrypted(backup.encrypted())
                .incremental(backup.incremental())
                .snapshotId(backup.snapshot())
                .supportLld(false)
                .supportedRestoreMode(IMAGE_TYPE)
                .osImagesData(List.of())
                .build())
        .build();
  }
}
