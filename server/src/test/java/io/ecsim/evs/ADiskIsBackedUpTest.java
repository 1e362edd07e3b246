package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups: a free disk or one in use is backing-up, then as before, and there is a backup. */
class ADiskIsBackedUpTest {
  @RegisterExtension final Shop shop = new Shop();

  @ParameterizedTest
  @CsvSource({"AVAILABLE,available", "IN_USE,in-use"})
  void a_disk_is_backing_up_and_then_as_before(VolumeStatus before, String status) {
    String disk = shop.disk("data");
    shop.force("volume", disk, before);
    HttpAnswer begun = shop.backUp(disk, ",'name':'nightly'");

    assertThat(begun.status()).isEqualTo(200);
    assertThat(shop.status(disk)).isEqualTo("backing-up");
    HttpAnswer job = shop.job(begun.at("/job_id"));
    assertThat(job.at("/status")).isEqualTo("RUNNING");
    assertThat(job.at("/job_type")).isEqualTo("bksCreateBackup");
    assertThat(job.at("/entities/volume_id")).isEqualTo(disk);
    String backup = job.at("/entities/backup_id");
    assertThat(shop.backupStatus(backup)).isEqualTo("creating");

    shop.ecsim.advance(Duration.ofSeconds(15));
    assertThat(shop.status(disk)).isEqualTo(status);
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
    assertThat(shop.job(begun.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({"volume.backup", "backup.create"})
  void a_failure_leaves_the_disk_as_it_was_and_the_backup_broken(String edge) {
    String disk = shop.disk("data");
    shop.lay(edge, new Effect.Fail(null));
    HttpAnswer begun = shop.backUp(disk, ",'name':'nightly'");
    String backup = shop.job(begun.at("/job_id")).at("/entities/backup_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.backupStatus(backup)).isEqualTo("error");
    assertThat(shop.showBackup(backup).at("/backup/fail_reason")).isNotEmpty();
    assertThat(shop.job(begun.at("/job_id")).at("/status")).isEqualTo("FAIL");
    assertThat(shop.job(begun.at("/job_id")).at("/error_code")).isEqualTo("VolumeBackup.0027");
  }

  @Test
  void a_disk_that_is_backing_up_allows_nothing_else() {
    String disk = shop.disk("data");
    shop.backUp(disk, ",'name':'nightly'");

    assertCode(shop.delete(disk), "EVS.2130");
    assertCode(shop.extend(disk, "20"), "EVS.1064");
    assertCode(shop.backUp(disk, ",'name':'again'"), "VolumeBackup.0013");
    assertThat(shop.status(disk)).isEqualTo("backing-up");
    shop.ecsim.advanceToIdle();
    assertThat(backups()).isEqualTo(1);
    assertThat(shop.delete(disk).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",'name':''                    | VolumeBackup.0007",
        "' '                           | VolumeBackup.0007",
        ",'name':'auto-1'              | VolumeBackup.0005",
        ",'name':'a b'                 | VolumeBackup.0004",
        ",'name':'n','description':'<' | VolumeBackup.0006",
        ",'name':'n','tags':[{'key':'a=b','value':'c'}] | VolumeBackup.0049",
        ",'name':'n','snapshot_id':'s' | EVS.5404",
      },
      quoteCharacter = '`')
  void what_cannot_be_is_refused_and_nothing_changes(String members, String code) {
    String disk = shop.disk("data");

    assertCode(shop.backUp(disk, members.equals("' '") ? "" : members), code);
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(backups()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ERROR", "CREATING", "EXTENDING", "AWAITING_TRANSFER", "ERROR_ROLLBACKING"})
  void other_disks_are_not_backed_up(VolumeStatus status) {
    String disk = shop.disk("data");
    shop.force("volume", disk, status);

    assertCode(shop.backUp(disk, ",'name':'n'"), "VolumeBackup.0012");
    assertThat(backups()).isZero();
    assertCode(shop.backUp("no-such-disk", ",'name':'n'"), "EVS.5404");
  }

  @Test
  void a_snapshot_is_backed_up_instead_of_its_disk() {
    String disk = shop.disk("data");
    String snapshot = shop.snapshot(disk, "before");
    HttpAnswer begun = shop.backUp(disk, ",'name':'nightly','snapshot_id':'" + snapshot + "'");

    assertThat(begun.status()).isEqualTo(200);
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("backing-up");
    assertThat(shop.status(disk)).isEqualTo("available");
    assertCode(
        shop.backUp(disk, ",'name':'n','snapshot_id':'" + snapshot + "'"), "VolumeBackup.0062");
    shop.ecsim.advanceToIdle();
    String backup = shop.job(begun.at("/job_id")).at("/entities/backup_id");
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
    assertThat(shop.showBackup(backup).at("/backup/snapshot_id")).isEqualTo(snapshot);
    assertThat(shop.snapshotStatus(snapshot)).isEqualTo("available");
  }

  @Test
  void a_backup_counts_until_it_is_gone_and_outlives_its_disk() {
    String disk = shop.disk("data");
    String backup = shop.backup(disk, "nightly");
    assertThat(quota("backups")).isEqualTo("1");
    assertThat(quota("backup_gigabytes")).isEqualTo("10");
    assertThat(limit("totalBackupGigabytesUsed")).isEqualTo("10");

    shop.delete(disk);
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(shop.backupStatus(backup)).isEqualTo("available");
    shop.ecsim.http().delete("/evs/v3/" + Ecsim.PROJECT + "/backups/" + backup);
    assertThat(quota("backups")).isEqualTo("1");
    shop.ecsim.advanceToIdle();
    assertThat(shop.showBackup(backup).status()).isEqualTo(404);
    assertThat(quota("backups")).isEqualTo("0");
  }

  private String quota(String name) {
    return shop.ecsim
        .http()
        .get("/evs/v3/%s/os-quota-sets/%s?usage=True".formatted(Ecsim.PROJECT, Ecsim.PROJECT))
        .at("/quota_set/" + name + "/in_use");
  }

  private String limit(String name) {
    return shop.ecsim
        .http()
        .get("/evs/v3/%s/limits".formatted(Ecsim.PROJECT))
        .at("/limits/absolute/" + name);
  }

  private int backups() {
    return shop.ecsim
        .http()
        .get("/evs/v3/" + Ecsim.PROJECT + "/backups")
        .json()
        .path("backups")
        .size();
  }

  private static void assertCode(HttpAnswer refused, String code) {
    assertThat(refused.at("/error/code")).as(refused.text()).isEqualTo(code);
  }
}
