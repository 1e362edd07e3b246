package io.ecsim.evs.disk;

/** What clients call jobs on disks: {@code evs-lifecycle.md} b.3. */
public enum JobType {
  /** A disk is made, and perhaps attached. */
  CREATE("createVolume"),
  /** Several disks are made. */
  BATCH_CREATE("batchCreateVolume"),
  /** A disk is extended. */
  EXTEND("extendVolume"),
  /** Several disks are extended; the word is not published. */
  BATCH_EXTEND("batchExtendVolume"),
  /** A disk gets another type. */
  RETYPE("retypeVolume"),
  /** A disk gets other performance; the word is not published. */
  MODIFY_QOS("modifyVolumeQos"),
  /** A disk is deleted. */
  DELETE("deleteVolume"),
  /** A snapshot is made; the word is not published, nor are those that follow. */
  CREATE_SNAPSHOT("createSnapshot"),
  /** A snapshot is deleted. */
  DELETE_SNAPSHOT("deleteSnapshot"),
  /** A disk is rolled back to a snapshot. */
  ROLLBACK_SNAPSHOT("rollbackSnapshot"),
  /** Snapshots of several disks are made together. */
  CREATE_SNAPSHOT_GROUP("createSnapshotGroup"),
  /** A group of snapshots is deleted. */
  DELETE_SNAPSHOT_GROUP("deleteSnapshotGroup"),
  /** A backup is made of a disk: {@code VBS}, querying the job status. */
  BACKUP("bksCreateBackup"),
  /** A disk is restored from a backup; the word is not published. */
  RESTORE("bksRestoreBackup");

  private final String label;

  JobType(String label) {
    this.label = label;
  }

  /** The word of the API. */
  public String label() {
    return label;
  }
}
