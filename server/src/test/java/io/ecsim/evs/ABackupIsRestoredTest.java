package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.backup.BackupStatus;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What backups are for: restoring a disk, or making a new one. */
class ABackupIsRestoredTest {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void disk_and_backup_are_restoring_and_then_available() {
    String disk = shop.disk("data");
    String backup = shop.backup(disk, "nightly");
    HttpAnswer begun = shop.restore(backup, disk);

    assertThat(begun.status()).isEqualTo(200);
    assertThat(shop.status(disk)).isEqualTo("restoring-backup");
    assertThat(shop.backupStatus(backup)).isEqualTo("restoring");
    HttpAnswer job = shop.job(begun.at("/job_id"));
    assertThat(job.at("/job_type")).isEqualTo("bksRestoreBackup");
    assertThat(job.at("/entities/backup_id")).isEqualTo(backup);
    assertThat(job.at("/entities/volume_id")).isEqualTo(disk);
    shop.ecsim.advance(Duration.ofSeconds(15));
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
  }

  @ParameterizedTest
  @CsvSource({"volume.restore", "backup.restore"})
  void a_failure_leaves_the_disk_broken_and_it_can_be_deleted(String edge) {
    String disk = shop.disk("data");
    String backup = shop.backup(disk, "nightly");
    shop.lay(edge, new Effect.Fail(null));
    HttpAnswer begun = shop.restore(backup, disk);
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("error_restoring");
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
    assertThat(shop.job(begun.at("/job_id")).at("/error_code")).isEqualTo("EVS.2025");
    assertThat(shop.delete(disk).status()).isEqualTo(200);
  }

  @Test
  void only_a_free_disk_that_is_large_enough_is_restored_from_a_backup_that_is_ready() {
    String disk = shop.disk("data");
    shop.extend(disk, "20");
    shop.ecsim.advanceToIdle();
    String backup = shop.backup(disk, "nightly");
    String small = shop.disk("small");

    assertCode(shop.restore(backup, small), "VolumeBackup.0209");
    assertCode(shop.restore("no-such-backup", disk), "EVS.5404");
    assertCode(shop.restore(backup, "no-such-disk"), "EVS.5404");
    shop.force("backup", backup, BackupStatus.ERROR);
    assertCode(shop.restore(backup, disk), "VolumeBackup.0089");
    shop.force("backup", backup, BackupStatus.AVAILABLE);
    shop.force("volume", disk, VolumeStatus.IN_USE);
    assertCode(shop.restore(backup, disk), "VolumeBackup.0205");
    shop.force("volume", disk, VolumeStatus.BACKING_UP);
    assertCode(shop.restore(backup, disk), "VolumeBackup.0206");
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
    assertThat(shop.status(small)).isEqualTo("available");
  }

  @ParameterizedTest
  @CsvSource({"v2.1", "v2", "v3"})
  void a_disk_is_made_from_it(String version) {
    String backup = shop.backup(shop.disk("data"), "nightly");
    HttpAnswer begun = make(version, backup, "");
    String disk = shop.job(begun.at("/job_id")).at("/entities/volume_id");

    assertThat(shop.status(disk)).isEqualTo("creating");
    shop.ecsim.advance(Duration.ofSeconds(3));
    assertThat(shop.status(disk)).isEqualTo("restoring-backup");
    assertThat(refusedDeletion(backup)).isEqualTo(400);
    shop.ecsim.advance(Duration.ofSeconds(15));
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.show(disk).at("/volume/size")).isEqualTo("10");
    assertThat(shop.show(disk).at("/volume/backup_id")).isEqualTo(backup);
  }

  @Test
  void a_disk_that_cannot_be_made_from_it_is_broken_by_restoration() {
    String backup = shop.backup(shop.disk("data"), "nightly");
    shop.lay("volume.create", new Effect.Fail(null));
    HttpAnswer begun = make("v2.1", backup, "");
    String disk = shop.job(begun.at("/job_id")).at("/entities/volume_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("error_restoring");
    assertThat(shop.job(begun.at("/job_id")).at("/error_code")).isEqualTo("EVS.2025");
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
  }

  @Test
  void blank_disks_still_fail_as_they_did() {
    shop.lay("volume.create", new Effect.Fail(null));
    String disk = shop.creating("blank");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",'size':5              | EVS.1022",
        ",'size':20,'count':2   | EVS.1051",
        ",'snapshot_id':'s'     | EVS.1016",
      })
  void what_does_not_fit_it_is_refused(String members, String code) {
    String backup = shop.backup(shop.disk("data"), "nightly");

    assertCode(make("v2.1", backup, members), code);
    assertThat(shop.list("").at("/count")).isEqualTo("1");
  }

  @Test
  void a_disk_is_made_in_the_zone_of_the_backup_and_only_when_this_is_available() {
    String backup = shop.backup(shop.disk("data"), "nightly");

    assertCode(
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                ("{'volume':{'availability_zone':'cn-north-4b','volume_type':'SAS','backup_id':'"
                        + backup
                        + "'}}")
                    .replace('\'', '"')),
        "EVS.1049");
    assertCode(make("v2.1", "no-such-backup", ""), "EVS.1045");
    shop.force("backup", backup, BackupStatus.CREATING);
    assertCode(make("v2.1", backup, ""), "EVS.1044");
  }

  private HttpAnswer make(String version, String backup, String members) {
    String body =
        "{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','backup_id':'"
            + backup
            + "'"
            + members
            + "}}";
    return shop.ecsim
        .http()
        .post("/evs/" + version + "/" + Ecsim.PROJECT + "/cloudvolumes", body.replace('\'', '"'));
  }

  private int refusedDeletion(String backup) {
    return shop.ecsim.http().delete("/evs/v3/" + Ecsim.PROJECT + "/backups/" + backup).status();
  }

  private static void assertCode(HttpAnswer refused, String code) {
    assertThat(refused.at("/error/code")).as(refused.text()).isEqualTo(code);
  }
}
