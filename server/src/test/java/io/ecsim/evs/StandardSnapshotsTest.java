package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard snapshots, as version 5 of the API makes and shows them: the same ones as elsewhere. */
class StandardSnapshotsTest {
  @RegisterExtension
  final Shop shop =
      new Shop(
          Shop.offering(
              limits ->
                  limits
                      .with(Limit.SNAPSHOTS, 9)
                      .with(Limit.STANDARD_SNAPSHOTS_PER_VOLUME, 8)
                      .with(Limit.INSTANT_SNAPSHOTS_PER_VOLUME, 2)));

  final Vault vault = new Vault(shop);

  @Test
  void create_poll_the_job_show_delete() {
    String disk = shop.disk("data");
    HttpAnswer created =
        vault.snap(disk, ",'name':'before','description':'text','tags':{'env':'test'}");
    assertThat(created.status()).isEqualTo(202);
    String id = created.at("/snapshot_id");
    String job = created.at("/job_id");
    assertThat(vault.status(id)).isEqualTo("creating");
    assertThat(vault.show(id).at("/snapshot/progress")).isEqualTo("0%");
    assertThat(vault.job(job).at("/status")).isEqualTo("RUNNING");
    assertThat(vault.job(job).at("/entities/volume_id")).isEqualTo(disk);

    shop.ecsim.advance(Duration.ofSeconds(4));
    assertThat(vault.job(job).at("/status")).isEqualTo("SUCCESS");
    assertThat(shop.job(job).text()).isEqualTo(vault.job(job).text());
    JsonNode snapshot = vault.show(id).json().path("snapshot");
    assertThat(snapshot.path("status").asText()).isEqualTo("available");
    assertThat(snapshot.path("progress").asText()).isEqualTo("100%");
    assertThat(snapshot.path("volume_id").asText()).isEqualTo(disk);
    assertThat(snapshot.path("size").intValue()).isEqualTo(10);
    assertThat(snapshot.path("availability_zone").asText()).isEqualTo(Lab.ZONE);
    assertThat(snapshot.path("tags").toString()).isEqualTo("{\"env\":\"test\"}");
    assertThat(snapshot.path("enterprise_project_id").asText()).isEqualTo("0");
    assertThat(snapshot.path("category").asText()).isEqualTo("standard");
    assertThat(snapshot.path("snapshot_type").asText()).isEqualTo("user");
    assertThat(snapshot.path("incremental").asBoolean()).isTrue();
    assertThat(snapshot.path("instant_access").asBoolean()).isFalse();
    assertThat(snapshot.path("encrypted").asBoolean()).isFalse();
    assertThat(snapshot.has("retention_at")).isFalse();
    assertThat(snapshot.has("instant_access_retention_at")).isFalse();
    assertThat(snapshot.has("snapshot_group_id")).isFalse();
    assertThat(snapshot.path("snapshot_chains")).hasSize(1);

    HttpAnswer deleted = vault.delete(id);
    assertThat(deleted.status()).isEqualTo(202);
    assertThat(vault.status(id)).isEqualTo("deleting");
    shop.ecsim.advanceToIdle();
    assertThat(vault.show(id).status()).isEqualTo(404);
    assertThat(vault.show(id).at("/error/code")).isEqualTo("EVS.5404");
    assertThat(vault.job(deleted.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
    assertThat(vault.job(deleted.at("/job_id")).at("/entities/volume_id")).isEqualTo(disk);
  }

  @Test
  void each_family_of_the_api_shows_those_of_the_others() {
    String disk = shop.disk("data");
    String legacy = shop.snapshot(disk, "legacy");
    String standard = vault.snapshot(disk, "standard");
    String natively = "/evs/v3/" + Ecsim.PROJECT + "/snapshots/";

    assertThat(Shop.each(shop.listSnapshots(""), "snapshots", "name"))
        .containsExactly("standard", "legacy");
    assertThat(shop.ecsim.http().get(natively + standard).at("/snapshot/name"))
        .isEqualTo("standard");
    assertThat(vault.names("")).containsExactly("standard", "legacy");
    JsonNode snapshot = vault.show(legacy).json().path("snapshot");
    assertThat(snapshot.path("tags")).isEmpty();
    assertThat(snapshot.path("incremental").asBoolean()).isTrue();
    assertThat(snapshot.path("enterprise_project_id").asText()).isEqualTo("0");

    assertThat(vault.update(legacy, "'name':'renamed'").status()).isEqualTo(200);
    assertThat(shop.showSnapshot(legacy).at("/snapshot/name")).isEqualTo("renamed");
    assertThat(vault.delete(legacy).status()).isEqualTo(202);
    assertThat(shop.deleteSnapshot(standard).status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(shop.showSnapshot(legacy).status()).isEqualTo(404);
    assertThat(vault.show(standard).status()).isEqualTo(404);
  }

  @Test
  void a_disk_in_use_can_be_snapped_and_made_from_a_snapshot() {
    String disk = shop.disk("data");
    shop.force("volume", disk, VolumeStatus.IN_USE);
    String id = vault.snapshot(disk, "running");

    assertThat(vault.status(id)).isEqualTo("available");
    HttpAnswer copy = shop.create("'size':10,'snapshot_id':'" + id + "'");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(copy.at("/volume_ids/0"))).isEqualTo("available");
  }

  @Test
  void a_failed_creation_is_a_failed_job_and_an_error() {
    shop.lay("snapshot.create", new Effect.Fail(null));
    String disk = shop.disk("data");
    HttpAnswer created = vault.snap(disk, "");
    String id = created.at("/snapshot_id");
    shop.ecsim.advanceToIdle();

    assertThat(vault.status(id)).isEqualTo("error");
    assertThat(shop.snapshotStatus(id)).isEqualTo("error");
    assertThat(vault.show(id).json().at("/snapshot/snapshot_chains")).isEmpty();
    HttpAnswer job = vault.job(created.at("/job_id"));
    assertThat(job.at("/status")).isEqualTo("FAIL");
    assertThat(job.at("/error_code")).isEqualTo("EVS.2002");
    assertThat(job.at("/fail_reason")).isNotEmpty();
    assertThat(vault.delete(id).status()).isEqualTo(202);
  }

  @Test
  void a_failed_deletion_leaves_what_nothing_can_be_done_with() {
    shop.lay("snapshot.delete", new Effect.Fail(null));
    String disk = shop.disk("data");
    String id = vault.snapshot(disk, "before");
    String job = vault.delete(id).at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(vault.status(id)).isEqualTo("error_deleting");
    assertThat(vault.job(job).at("/error_code")).isEqualTo("EVS.2019");
    HttpAnswer refused = vault.delete(id);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.1047");
    assertThat(refused.at("/error/message")).contains(id, "error_deleting");
    assertThat(vault.rollBack(id, disk).at("/error/code")).isEqualTo("EVS.5400");
  }

  @Test
  void one_is_made_of_a_disk_at_a_time() {
    String disk = shop.disk("data");
    shop.snap(disk, "");
    String first = vault.snap(disk, "").at("/snapshot_id");
    HttpAnswer refused = vault.snap(disk, ",'name':'second'");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2409");
    assertThat(refused.at("/error/message")).contains(first);
    assertThat(vault.names("name=second")).isEmpty();
    assertThat(vault.snap(shop.disk("other"), "").status()).isEqualTo(202);
    assertThat(vault.snap(disk, ",'name':'second'").status()).isEqualTo(202);
  }

  @Test
  void a_disk_is_rolled_back_as_a_job() {
    String disk = shop.disk("data");
    String id = vault.snapshot(disk, "before");
    HttpAnswer begun = vault.rollBack(id, disk);

    assertThat(begun.status()).isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("rollbacking");
    assertThat(vault.status(id)).isEqualTo("rollbacking");
    assertThat(vault.job(begun.at("/job_id")).at("/status")).isEqualTo("RUNNING");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(vault.status(id)).isEqualTo("available");
    assertThat(vault.job(begun.at("/job_id")).at("/status")).isEqualTo("SUCCESS");
  }

  @Test
  void a_failed_rollback_leaves_the_disk_broken_and_the_snapshot_whole() {
    String disk = shop.disk("data");
    String id = vault.snapshot(disk, "before");
    shop.lay("volume.rollback", new Effect.Fail(null));
    String job = vault.rollBack(id, disk).at("/job_id");
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("error_rollbacking");
    assertThat(vault.status(id)).isEqualTo("available");
    assertThat(vault.job(job).at("/status")).isEqualTo("FAIL");
    assertThat(vault.rollBack(id, disk).status()).isEqualTo(202);
  }

  @Test
  void a_rollback_goes_to_the_snapshots_own_free_disk() {
    String disk = shop.disk("data");
    String id = vault.snapshot(disk, "before");

    assertThat(vault.rollBack(id, shop.disk("other")).at("/error/code")).isEqualTo("EVS.5400");
    assertThat(vault.rollBack(id, "no-such-disk").at("/error/code")).isEqualTo("EVS.5404");
    shop.force("volume", disk, VolumeStatus.IN_USE);
    assertThat(vault.rollBack(id, disk).at("/error/code")).isEqualTo("EVS.5400");
    assertThat(vault.status(id)).isEqualTo("available");
  }

  @Test
  void slow_disks_have_no_instant_access() {
    HttpAnswer refused = vault.snap(vault.disk("data", "SAS"), ",'instant_access':true");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5400");
    assertThat(refused.at("/error/message")).contains("instant_access true", "SAS");
    assertThat(vault.names("")).isEmpty();
  }

  @Test
  void instant_access_is_switched_off_and_on_again_but_never_on_alone() {
    String disk = vault.disk("data", "SSD");
    String with = vault.snapshot(disk, "with", ",'instant_access':true,'incremental':false");
    String without = vault.snapshot(disk, "without");
    assertThat(vault.show(with).json().at("/snapshot/instant_access").asBoolean()).isTrue();
    assertThat(vault.show(with).json().at("/snapshot/incremental").asBoolean()).isFalse();

    HttpAnswer off = vault.update(with, "'instant_access':false");
    assertThat(off.status()).isEqualTo(200);
    assertThat(off.json().at("/snapshot/instant_access").asBoolean()).isFalse();
    assertThat(off.at("/snapshot/name")).isEqualTo("with");
    HttpAnswer on = vault.update(with, "'name':'again','instant_access':true");
    assertThat(on.json().at("/snapshot/instant_access").asBoolean()).isTrue();
    assertThat(on.at("/snapshot/name")).isEqualTo("again");
    HttpAnswer refused = vault.update(without, "'name':'more','instant_access':true");
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5400");
    assertThat(vault.show(without).at("/snapshot/name")).isEqualTo("without");
    assertThat(vault.update(without, "'instant_access':false").status()).isEqualTo(200);
  }

  @Test
  void few_of_a_disk_have_instant_access() {
    String disk = vault.disk("data", "SSD");
    String first = vault.snapshot(disk, "a", ",'instant_access':true");
    vault.snapshot(disk, "b", ",'instant_access':true");
    HttpAnswer third = vault.snap(disk, ",'name':'c','instant_access':true");

    assertThat(third.status()).isEqualTo(413);
    assertThat(third.at("/error/code")).isEqualTo("EVS.5413");
    assertThat(third.at("/error/message")).contains("2 snapshots of a disk with instant access");
    assertThat(vault.names("")).containsExactly("b", "a");
    vault.update(first, "'instant_access':false");
    vault.snapshot(disk, "c", ",'instant_access':true");
    assertThat(vault.update(first, "'instant_access':true").status()).isEqualTo(413);
    assertThat(vault.show(first).json().at("/snapshot/instant_access").asBoolean()).isFalse();
  }

  @Test
  void quotas_count_legacy_and_standard_ones_apart_and_all_together() {
    String disk = shop.disk("data");
    IntStream.range(0, 8).forEach(i -> vault.snapshot(disk, "s" + i));
    HttpAnswer ninth = vault.snap(disk, "");
    assertThat(ninth.status()).isEqualTo(413);
    assertThat(ninth.at("/error/message")).contains("8 standard snapshots of a disk");
    assertThat(used()).isEqualTo(8);

    assertThat(shop.snap(disk, "").status()).isEqualTo(202);
    HttpAnswer tenth = vault.snap(shop.disk("other"), "");
    assertThat(tenth.at("/error/code")).isEqualTo("EVS.5413");
    assertThat(tenth.at("/error/message")).contains("9 snapshots does");
    assertThat(used()).isEqualTo(9);
    vault.delete(Shop.each(vault.list("name=s0"), "snapshots", "id").get(0));
    shop.ecsim.advanceToIdle();
    assertThat(used()).isEqualTo(8);
  }

  private int used() {
    String address = "/evs/v2/" + Ecsim.PROJECT + "/os-quota-sets/" + Ecsim.PROJECT + "?usage=True";
    return shop.ecsim.http().get(address).json().at("/quota_set/snapshots/in_use").intValue();
  }

  @Test
  void texts_can_be_changed_one_by_one() {
    String id = vault.snapshot(shop.disk("data"), "before", ",'description':'text'");

    assertThat(vault.update(id, "'name':'after'").at("/snapshot/description")).isEqualTo("text");
    assertThat(vault.update(id, "'description':''").at("/snapshot/name")).isEqualTo("after");
    assertThat(vault.show(id).at("/snapshot/description")).isEmpty();
    assertThat(vault.update(id, "").at("/error/code")).isEqualTo("EVS.5400");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "'name':'autobk_snapshot_1'"                | EVS.5400
          "'name':'0123456789012345678901234567890123456789012345678901234567890123456789'" | EVS.5400
          "'tags':{'a*b':'c'}"                        | EVS.1062
          "'tags':{'_sys_a':'c'}"                     | EVS.1062
          "'enterprise_project_id':'mine'"            | EVS.2059
          """)
  void what_cannot_be_is_refused(String members, String code) {
    HttpAnswer refused = vault.snap(shop.disk("data"), "," + members);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo(code);
    assertThat(vault.names("")).isEmpty();
  }

  @Test
  void a_disk_that_is_not_there_or_not_ready_has_no_snapshots() {
    assertThat(vault.snap("no-such-disk", "").status()).isEqualTo(404);
    HttpAnswer early = vault.snap(shop.creating("data"), "");
    assertThat(early.at("/error/code")).isEqualTo("EVS.5400");
    assertThat(early.at("/error/message")).contains("creating");
  }

  @Test
  void an_encrypted_disk_has_encrypted_snapshots() {
    String key = "0d0466b0-e727-4d9c-b35d-f84bb474a37f";
    String wanted =
        "{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,'metadata':{"
            + "'create_for_volume_id':'true','__system__encrypted':'1','__system__cmkid':'"
            + key
            + "'}}}";
    String disk = vault.post(Shop.CREATE, wanted).at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    JsonNode snapshot = vault.show(vault.snapshot(disk, "secret")).json().path("snapshot");

    assertThat(snapshot.path("encrypted").asBoolean()).isTrue();
    assertThat(snapshot.path("cmk_id").asText()).isEqualTo(key);
  }
}
