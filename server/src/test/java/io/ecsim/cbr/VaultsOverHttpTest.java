package io.ecsim.cbr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Ref;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks are put into a vault, backed up together, restored, and gone with the vault. */
class VaultsOverHttpTest {
  private static final String PROJECT = "0123456789abcdef0123456789abcdef";
  private static final String V3 = "/cbr/v3/" + PROJECT;

  @RegisterExtension final WholeDouble cloud = new WholeDouble();

  @Test
  void a_restore_point_is_protecting_and_then_available() {
    String disk = disk("data");
    String vault = vault(disk);
    HttpAnswer begun = checkpoint(vault, "'name':'nightly','description':'d'");
    String id = begun.at("/checkpoint/id");

    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.at("/checkpoint/status")).isEqualTo("protecting");
    assertThat(begun.at("/checkpoint/vault/resources/0/id")).isEqualTo(disk);
    assertThat(status(disk)).isEqualTo("backing-up");
    assertThat(vaultOf(vault).at("/resources/0/protect_status").asText()).isEqualTo("protecting");
    cloud.idle();
    HttpAnswer shown = get("/checkpoints/" + id);
    assertThat(shown.at("/checkpoint/status")).isEqualTo("available");
    assertThat(shown.at("/checkpoint/vault/resources/0/protect_status")).isEqualTo("available");
    assertThat(shown.at("/checkpoint/extra_info/name")).isEqualTo("nightly");
    assertThat(status(disk)).isEqualTo("available");

    JsonNode backup = backups("?checkpoint_id=" + id).get(0);
    assertThat(backup.path("status").asText()).isEqualTo("available");
    assertThat(backup.path("resource_id").asText()).isEqualTo(disk);
    assertThat(backup.path("vault_id").asText()).isEqualTo(vault);
    assertThat(vaultOf(vault).at("/billing/used").asInt()).isEqualTo(10 * 1024);
    assertThat(
            cloud
                .http()
                .get("/evs/v3/" + PROJECT + "/backups/" + backup.path("id").asText())
                .at("/backup/status"))
        .isEqualTo("available");
  }

  @Test
  void a_restoration_is_waited_for_by_its_task() {
    String disk = disk("data");
    String backup = backup(vault(disk));
    HttpAnswer begun = restore(V3, backup, disk);

    assertThat(begun.status()).isEqualTo(202);
    String task = begun.at("/job_id");
    assertThat(get("/operation-logs/" + task).at("/operation_log/status")).isEqualTo("running");
    assertThat(status(disk)).isEqualTo("restoring-backup");
    assertThat(get("/backups/" + backup).at("/backup/status")).isEqualTo("restoring");
    cloud.idle();
    HttpAnswer log = get("/operation-logs/" + task);
    assertThat(log.at("/operation_log/status")).isEqualTo("success");
    assertThat(log.at("/operation_log/extra_info/restore/target_resource_id")).isEqualTo(disk);
    assertThat(status(disk)).isEqualTo("available");
  }

  @ParameterizedTest
  @CsvSource({"volume.backup", "backup.create"})
  void a_failure_is_a_broken_restore_point(String edge) {
    String disk = disk("data");
    String vault = vault(disk);
    fault(edge);
    String id = checkpoint(vault, "").at("/checkpoint/id");
    cloud.idle();

    assertThat(get("/checkpoints/" + id).at("/checkpoint/status")).isEqualTo("error");
    assertThat(status(disk)).isEqualTo("available");
  }

  @Test
  void a_failed_restoration_is_told_by_the_task_and_the_disk() {
    String disk = disk("data");
    String backup = backup(vault(disk));
    fault("volume.restore");
    String task = restore(V3, backup, disk).at("/job_id");
    cloud.idle();

    assertThat(get("/operation-logs/" + task).at("/operation_log/status")).isEqualTo("failed");
    assertThat(get("/operation-logs/" + task).at("/operation_log/error_info/code"))
        .isEqualTo("EVS.2025");
    assertThat(status(disk)).isEqualTo("error_restoring");
  }

  @Test
  void what_cannot_be_backed_up_just_now_is_skipped() {
    String disk = disk("data");
    String vault = vault(disk, disk("more"));
    checkpoint(vault, "'resources':['" + disk + "']");
    HttpAnswer second = checkpoint(vault, "");

    assertThat(second.at("/checkpoint/vault/skipped_resources/0/id")).isEqualTo(disk);
    assertThat(second.at("/checkpoint/vault/skipped_resources/0/code"))
        .isEqualTo("BackupService.6125");
    assertCode(checkpoint(vault, "'resources':['" + disk + "']"), 400, "BackupService.0001");
    assertCode(checkpoint(vault, "'resources':['other']"), 400, "BackupService.6135");
  }

  @Test
  void a_vault_goes_with_its_backups_and_a_restore_point_with_the_last_of_them() {
    String disk = disk("data");
    String vault = vault(disk);
    String id = checkpoint(vault, "").at("/checkpoint/id");
    assertCode(delete("/vaults/" + vault), 400, "BackupService.6201");
    cloud.idle();

    assertThat(delete("/backups/" + backups("").get(0).path("id").asText()).status())
        .isEqualTo(204);
    assertThat(get("/checkpoints/" + id).at("/checkpoint/status")).isEqualTo("deleting");
    cloud.idle();
    assertCode(get("/checkpoints/" + id), 404, "BackupService.6217");

    backup(vault);
    assertThat(delete("/vaults/" + vault).status()).isEqualTo(204);
    assertThat(vaultOf(vault).at("/billing/status").asText()).isEqualTo("deleting");
    cloud.idle();
    assertCode(get("/vaults/" + vault), 404, "BackupService.6105");
    assertThat(backups("")).isEmpty();
  }

  @Test
  void disks_come_into_one_vault_only_and_leave_it() {
    String disk = disk("data");
    String vault = vault();
    String add = "{'resources':[{'id':'" + disk + "','type':'OS::Cinder::Volume'}]}";
    HttpAnswer added = post("/vaults/" + vault + "/addresources", add);

    assertThat(added.at("/add_resource_ids/0")).isEqualTo(disk);
    assertThat(vaultOf(vault).at("/billing/allocated").asInt()).isEqualTo(10 * 1024);
    assertCode(post("/vaults/" + vault() + "/addresources", add), 400, "BackupService.6103");
    String remove = "{'resource_ids':['" + disk + "']}";
    assertThat(post("/vaults/" + vault + "/removeresources", remove).at("/remove_resource_ids/0"))
        .isEqualTo(disk);
    assertThat(vaultOf(vault).path("resources")).isEmpty();
    assertCode(post("/vaults/" + vault + "/removeresources", remove), 400, "BackupService.6135");
    assertThat(get("/policies?vault_id=" + vault).json().path("policies")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'object_type':'server','protect_type':'backup'",
        "'object_type':'disk','protect_type':'replication'",
        "'object_type':'disk','protect_type':'backup','charging_mode':'pre_paid'"
      })
  void a_vault_that_is_not_modelled_says_so(String billing) {
    HttpAnswer answer =
        post(
            "/vaults",
            "{'vault':{'name':'v','resources':[],'billing':{'size':100,"
                + "'consistent_level':'crash_consistent',"
                + billing
                + "}}}");

    assertCode(answer, 501, "ecsim.NotModelled");
  }

  @Test
  void a_task_of_another_kind_is_no_task_of_this_service() {
    String backups = "/evs/v3/" + PROJECT + "/backups";
    String body = "{\"backup\":{\"volume_id\":\"" + disk("data") + "\"}}";
    String backup = cloud.http().post(backups, body).at("/backup/id");
    cloud.idle();
    cloud.http().delete(backups + "/" + backup);
    String job = cloud.world().read().find(new Ref("backup", PROJECT, backup)).job();

    assertCode(get("/operation-logs/" + job), 404, "BackupService.6500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto_bind", "auto_expand", "locked"})
  void an_option_that_would_have_no_effect_is_refused_by_name(String option) {
    HttpAnswer answer = post("/vaults", wish("'" + option + "':true,"));

    assertCode(answer, 501, "ecsim.NotModelled");
    assertThat(answer.at("/error_msg")).contains(option);
    assertThat(post("/vaults", wish("'" + option + "':false,")).at("/vault/" + option))
        .isEqualTo("false");
  }

  private static String wish(String more) {
    return "{'vault':{'name':'v','resources':[],"
        + more
        + "'billing':{'size':100,'consistent_level':'crash_consistent',"
        + "'object_type':'disk','protect_type':'backup'}}}";
  }

  @Test
  void by_the_bare_path_the_vault_decides_who_answers() {
    String disk = disk("data");
    String backup = backup(vault(disk));
    String bare = "/v3/" + PROJECT;

    assertThat(cloud.http().get(bare + "/backups/" + backup).at("/backup/resource_id"))
        .isEqualTo(disk);
    assertThat(cloud.http().get(bare + "/backups").at("/backups/0/links/0/rel")).isEqualTo("self");
    assertThat(cloud.http().get(bare + "/backups?resource_id=" + disk).at("/count")).isEqualTo("1");
    assertThat(restore(bare, backup, disk).at("/job_id")).isNotEmpty();
    cloud.idle();
    String own =
        cloud
            .http()
            .post(bare + "/backups", "{\"backup\":{\"volume_id\":\"" + disk + "\"}}")
            .at("/backup/id");
    cloud.idle();
    assertThat(cloud.http().get(bare + "/backups/" + own).at("/backup/volume_id")).isEqualTo(disk);
    assertThat(restore(bare, own, disk).at("/restore/volume_id")).isEqualTo(disk);
  }

  private String disk(String name) {
    String body =
        "{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,'name':'"
            + name
            + "','metadata':{'create_for_volume_id':'true'}}}";
    String id =
        cloud
            .http()
            .post("/evs/v2.1/" + PROJECT + "/cloudvolumes", body.replace('\'', '"'))
            .at("/volume_ids/0");
    cloud.idle();
    return id;
  }

  private String status(String disk) {
    return cloud.http().get("/evs/v2/" + PROJECT + "/cloudvolumes/" + disk).at("/volume/status");
  }

  private String vault(String... disks) {
    var members = new StringBuilder();
    for (String disk : disks) {
      members
          .append(members.isEmpty() ? "" : ",")
          .append("{'id':'" + disk + "','type':'OS::Cinder::Volume'}");
    }
    return post(
            "/vaults",
            "{'vault':{'name':'safe','resources':["
                + members
                + "],'billing':{'size':100,'consistent_level':'crash_consistent',"
                + "'object_type':'disk','protect_type':'backup'}}}")
        .at("/vault/id");
  }

  private JsonNode vaultOf(String id) {
    return get("/vaults/" + id).json().path("vault");
  }

  private HttpAnswer checkpoint(String vault, String parameters) {
    return post(
        "/checkpoints",
        "{'checkpoint':{'vault_id':'" + vault + "','parameters':{" + parameters + "}}}");
  }

  /** A backup of the disks of a vault that is available; its id. */
  private String backup(String vault) {
    String id = checkpoint(vault, "").at("/checkpoint/id");
    cloud.idle();
    return backups("?checkpoint_id=" + id).get(0).path("id").asText();
  }

  private JsonNode backups(String query) {
    return get("/backups" + query).json().path("backups");
  }

  private HttpAnswer restore(String base, String backup, String disk) {
    return cloud
        .http()
        .post(
            base + "/backups/" + backup + "/restore",
            "{\"restore\":{\"volume_id\":\"" + disk + "\"}}");
  }

  private void fault(String edge) {
    cloud.fault("{\"name\":\"f\",\"on\":{\"edge\":\"" + edge + "\"},\"do\":{\"fail\":true}}");
  }

  private HttpAnswer get(String path) {
    return cloud.http().get(V3 + path);
  }

  private HttpAnswer post(String path, String json) {
    return cloud.http().post(V3 + path, json.replace('\'', '"'));
  }

  private HttpAnswer delete(String path) {
    return cloud.http().delete(V3 + path);
  }

  private static void assertCode(HttpAnswer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("/error_code")).isEqualTo(code);
  }
}
