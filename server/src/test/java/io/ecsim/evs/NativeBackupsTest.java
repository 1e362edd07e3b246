package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.backup.BackupStatus;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same backups as OpenStack clients deal with them. */
class NativeBackupsTest {
  @RegisterExtension final Shop shop = new Shop(Inventory.builtIn("cn-north-4"));

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void a_backup_is_made_listed_shown_and_deleted(String version) {
    String disk = shop.disk("data");
    HttpAnswer made = create(version, disk, ",'name':'n','description':'d'");
    String id = made.at("/backup/id");

    assertThat(made.status()).isEqualTo(202);
    assertThat(made.at("/backup/name")).isEqualTo("n");
    assertThat(made.at("/backup/links/0/href")).endsWith("/" + version + path(id));
    assertThat(shop.status(disk)).isEqualTo("backing-up");
    shop.ecsim.advanceToIdle();
    HttpAnswer shown = get(version, "/" + id);
    assertThat(shown.at("/backup/status")).isEqualTo("available");
    assertThat(shown.at("/backup/volume_id")).isEqualTo(disk);
    assertThat(shown.at("/backup/size")).isEqualTo("10");
    assertThat(shown.at("/backup/is_incremental")).isEqualTo("false");
    assertThat(names(get(version, ""))).containsExactly("n");
    assertThat(get(version, "/detail").at("/backups/0/description")).isEqualTo("d");

    assertThat(delete(version, id).status()).isEqualTo(202);
    assertThat(shop.backupStatus(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(get(version, "/" + id).at("/itemNotFound/message"))
        .isEqualTo("Backup %s could not be found.".formatted(id));
  }

  @Test
  void a_disk_in_use_is_backed_up_by_force_only() {
    String disk = shop.disk("data");
    shop.force("volume", disk, VolumeStatus.IN_USE);

    assertThat(create("v3", disk, "").at("/badRequest/message")).startsWith("Invalid volume: ");
    assertThat(shop.status(disk)).isEqualTo("in-use");
    assertThat(create("v3", disk, ",'force':true").status()).isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("backing-up");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("in-use");
  }

  @Test
  void the_second_backup_adds_to_the_first() {
    String disk = shop.disk("data");
    String first = shop.backup(disk, "first");
    String second = shop.backup(disk, "second");

    assertThat(shop.showBackup(first).at("/backup/has_dependent_backups")).isEqualTo("true");
    assertThat(shop.showBackup(second).at("/backup/is_incremental")).isEqualTo("true");
  }

  @Test
  void lists_are_filtered_sorted_counted_and_cut() {
    String disk = shop.disk("data");
    String other = shop.disk("other");
    shop.backup(disk, "a");
    shop.backup(other, "b");
    shop.backup(disk, "c");

    assertThat(names(get("v3", ""))).containsExactly("c", "b", "a");
    assertThat(names(get("v3", "?sort=name:asc"))).containsExactly("a", "b", "c");
    assertThat(names(get("v3", "?volume_id=" + disk))).containsExactly("c", "a");
    assertThat(names(get("v3", "/detail?name=b&status=available&all_tenants=1")))
        .containsExactly("b");
    HttpAnswer page = get("v3", "?limit=2&with_count=true");
    assertThat(page.at("/count")).isEqualTo("3");
    assertThat(names(page)).containsExactly("c", "b");
    String next = page.at("/backups_links/0/href");
    assertThat(names(shop.ecsim.http().get(next.substring(next.indexOf("/evs/")))))
        .containsExactly("a");
    assertThat(get("v3", "?sort_key=colour").json().has("badRequest")).isTrue();
  }

  @Test
  void a_backup_is_restored_onto_a_disk_or_a_new_one() {
    String disk = shop.disk("data");
    String backup = shop.backup(disk, "nightly");
    HttpAnswer onto = restore(backup, "{'volume_id':'" + disk + "'}");

    assertThat(onto.status()).isEqualTo(202);
    assertThat(onto.at("/restore/volume_name")).isEqualTo("data");
    assertThat(shop.status(disk)).isEqualTo("restoring-backup");
    assertThat(restore(backup, "{}").json().has("badRequest")).isTrue();
    shop.ecsim.advanceToIdle();

    HttpAnswer fresh = restore(backup, "{'name':'copy'}");
    assertThat(fresh.at("/restore/volume_name")).isEqualTo("copy");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(fresh.at("/restore/volume_id"))).isEqualTo("available");
    assertThat(shop.show(fresh.at("/restore/volume_id")).at("/volume/volume_type"))
        .isEqualTo("SAS");
  }

  @Test
  void it_gets_another_name() {
    String backup = shop.backup(shop.disk("data"), "nightly");
    HttpAnswer changed =
        shop.ecsim.http().put("/evs/v3" + path(backup), "{\"backup\":{\"name\":\"weekly\"}}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(shop.showBackup(backup).at("/backup/name")).isEqualTo("weekly");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_bad_change_is_refused_like_a_bad_beginning(String wanted) {
    String backup = shop.backup(shop.disk("data"), "nightly");
    String before = shop.showBackup(backup).text();
    HttpAnswer answer =
        shop.ecsim.http().put("/evs/v3" + path(backup), "{\"backup\":" + wanted + "}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().has("badRequest")).isTrue();
    assertThat(shop.showBackup(backup).text()).isEqualTo(before);
  }

  static List<String> refused() {
    return List.of(
        "{}",
        "{\"name\":\"" + "n".repeat(256) + "\"}",
        "{\"description\":\"" + "d".repeat(256) + "\"}",
        "{\"metadata\":{\"key\":\"" + "v".repeat(256) + "\"}}",
        "{\"metadata\":{\"\":\"value\"}}");
  }

  @Test
  void a_deletion_can_fail_or_be_refused() {
    String backup = shop.backup(shop.disk("data"), "nightly");
    shop.lay("backup.delete", new Effect.Fail(null));
    delete("v3", backup);
    shop.ecsim.advanceToIdle();
    assertThat(shop.backupStatus(backup)).isEqualTo("error_deleting");

    assertThat(delete("v3", backup).at("/badRequest/message")).startsWith("Invalid backup: ");
    shop.force("backup", backup, BackupStatus.CREATING);
    assertThat(delete("v3", backup).status()).isEqualTo(400);
    assertThat(shop.backupStatus(backup)).isEqualTo("creating");
  }

  private HttpAnswer create(String version, String disk, String members) {
    String body = "{'backup':{'volume_id':'" + disk + "'" + members + "}}";
    return shop.ecsim.http().post("/evs/" + version + path(""), body.replace('\'', '"'));
  }

  private HttpAnswer restore(String backup, String wanted) {
    return shop.ecsim
        .http()
        .post(
            "/evs/v3" + path(backup) + "/restore",
            ("{'restore':" + wanted + "}").replace('\'', '"'));
  }

  private HttpAnswer get(String version, String tail) {
    return shop.ecsim.http().get("/evs/" + version + path("") + tail);
  }

  private HttpAnswer delete(String version, String id) {
    return shop.ecsim.http().delete("/evs/" + version + path(id));
  }

  private static String path(String id) {
    return "/" + Ecsim.PROJECT + "/backups" + (id.isEmpty() ? "" : "/" + id);
  }

  private static List<String> names(HttpAnswer list) {
    return Shop.each(list, "backups", "name");
  }
}
