package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recycle bin: what gets there, how it looks, how it leaves. */
class DeletedDisksAreKeptTest {
  private static final String BIN = "/evs/v3/" + Ecsim.PROJECT + "/recycle-bin-volumes";
  private static final int MOST = 3;
  private static final Inventory ALL = Inventory.builtIn("cn-north-4");

  @RegisterExtension
  final Shop shop =
      new Shop(
          new Inventory(
              ALL.region(),
              ALL.zones(),
              ALL.account(),
              ALL.volumeTypes(),
              ALL.flavors(),
              ALL.images(),
              ALL.network(),
              ALL.limits().with(Limit.VOLUMES, MOST)));

  @BeforeEach
  void keepDisksThatAreTwoDaysOld() {
    assertThat(policy("{'switch':true,'threshold_time':2,'keep_time':5}").status()).isEqualTo(200);
  }

  private HttpAnswer policy(String json) {
    return shop.ecsim.http().put(BIN + "/policy", json.replace('\'', '"'));
  }

  private HttpAnswer get(String tail) {
    return shop.ecsim.http().get(BIN + tail);
  }

  private String binned(String name) {
    return delete(old(name));
  }

  private String old(String name) {
    String disk = shop.disk(name);
    shop.ecsim.advance(Duration.ofDays(2));
    return disk;
  }

  private String delete(String disk) {
    assertThat(shop.delete(disk).status()).isEqualTo(200);
    shop.ecsim.advanceToIdle();
    return disk;
  }

  private String status(String disk) {
    return get("/" + disk).at("/volume/status");
  }

  private int revert(String disk) {
    return shop.ecsim.http().post(BIN + "/" + disk + "/revert", "").status();
  }

  private int destroy(String disk) {
    return shop.ecsim.http().delete(BIN + "/" + disk).status();
  }

  private String used() {
    HttpAnswer quota =
        shop.ecsim
            .http()
            .get("/evs/v3/" + Ecsim.PROJECT + "/os-quota-sets/" + Ecsim.PROJECT + "?usage=True");
    return quota.at("/quota_set/volumes/in_use") + " " + quota.at("/quota_set/gigabytes/in_use");
  }

  @Test
  void nothing_is_kept_until_somebody_says_so() {
    HttpAnswer usual = shop.ecsim.http().get("/evs/v3/other/recycle-bin-volumes/policy");

    assertThat(usual.text()).isEqualTo("{\"keep_time\":7,\"switch\":false,\"threshold_time\":7}");
    policy("{'switch':false}");
    assertThat(get("/" + binned("d")).status()).isEqualTo(404);
  }

  @Test
  void a_policy_is_what_was_said_last() {
    assertThat(get("/policy").text())
        .isEqualTo("{\"keep_time\":5,\"switch\":true,\"threshold_time\":2}");

    assertThat(policy("{'switch':true}").status()).isEqualTo(200);

    assertThat(get("/policy").text())
        .isEqualTo("{\"keep_time\":7,\"switch\":true,\"threshold_time\":7}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'switch':'yes'}",
        "{'switch':true,'keep_time':0}",
        "{'switch':true,'keep_time':366}",
        "{'switch':true,'threshold_time':0}",
        "{'switch':true,'threshold_time':1001}",
      })
  void a_policy_has_bounds(String json) {
    HttpAnswer refused = policy(json);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.5400");
    assertThat(get("/policy").at("/keep_time")).isEqualTo("5");
  }

  @Test
  void a_disk_that_is_old_enough_is_kept_out_of_sight() {
    String disk = old("d");
    HttpAnswer job = shop.delete(disk);
    assertThat(shop.status(disk)).isEqualTo("deleting");
    assertThat(get("/" + disk).status()).isEqualTo(404);
    assertThat(get("/detail").at("/count")).isEqualTo("0");
    shop.ecsim.advanceToIdle();

    HttpAnswer done = shop.job(job.at("/job_id"));
    assertThat(done.at("/status")).isEqualTo("SUCCESS");
    assertThat(done.at("/entities/name")).isEqualTo("d");
    HttpAnswer gone = shop.show(disk);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(shop.list("").at("/count")).isEqualTo("0");
    assertThat(shop.ecsim.http().get("/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk).status())
        .isEqualTo(404);
    assertThat(shop.ecsim.http().get("/evs/v2/" + Ecsim.PROJECT + "/volumes").text())
        .doesNotContain(disk);
    HttpAnswer kept = get("/" + disk);
    assertThat(kept.at("/volume/status")).isEqualTo("pending-destroy");
    assertThat(kept.at("/volume/name")).isEqualTo("d");
    assertThat(kept.at("/volume/created_at")).startsWith("2026-01-01T00:00:00");
    assertThat(kept.at("/volume/pre_deleted_at")).startsWith("2026-01-03T00:00:0");
    assertThat(kept.at("/volume/plan_delete_at")).startsWith("2026-01-08T00:00:0");
    assertThat(kept.at("/volume/bootable")).isEqualTo("false");
    assertThat(kept.at("/volume/size")).isEqualTo("10");
  }

  @Test
  void a_younger_one_is_gone() {
    String disk = shop.disk("d");
    shop.ecsim.advance(Duration.ofDays(1));
    delete(disk);

    assertThat(get("/" + disk).status()).isEqualTo(404);
    assertThat(shop.show(disk).status()).isEqualTo(404);
  }

  @Test
  void it_takes_no_room_but_must_find_some_to_come_back() {
    String disk = binned("d");
    assertThat(used()).isEqualTo("0 0");
    for (int i = 0; i < MOST; i++) {
      shop.disk("full");
    }

    HttpAnswer refused = shop.ecsim.http().post(BIN + "/" + disk + "/revert", "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.1034");
    assertThat(status(disk)).isEqualTo("pending-destroy");

    shop.delete(shop.list("limit=1").at("/volumes/0/id"));
    shop.ecsim.advanceToIdle();
    assertThat(revert(disk)).isEqualTo(204);
    assertThat(used()).isEqualTo("3 30");
    shop.ecsim.advanceToIdle();
    assertThat(used()).isEqualTo("3 30");
  }

  @Test
  void it_comes_back_as_the_same_disk() {
    String disk = binned("d");

    assertThat(revert(disk)).isEqualTo(204);
    assertThat(status(disk)).isEqualTo("recovering");
    assertThat(shop.show(disk).status()).isEqualTo(404);
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.show(disk).at("/volume/created_at")).startsWith("2026-01-01T00:00:00");
    assertThat(get("/" + disk).status()).isEqualTo(404);
    assertThat(revert(disk)).isEqualTo(404);
    shop.ecsim.advance(Duration.ofDays(30));
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void the_date_of_an_earlier_stay_means_nothing() {
    String disk = binned("d");
    revert(disk);
    shop.ecsim.advance(Duration.ofDays(3));
    delete(disk);

    shop.ecsim.advance(Duration.ofDays(3));
    assertThat(status(disk)).isEqualTo("pending-destroy");
    shop.ecsim.advance(Duration.ofDays(3));
    assertThat(get("/" + disk).status()).isEqualTo(404);
  }

  @Test
  void destroyed_it_is_gone() {
    String disk = binned("d");

    assertThat(destroy(disk)).isEqualTo(204);
    assertThat(status(disk)).isEqualTo("destroying");
    assertThat(revert(disk)).isEqualTo(400);
    shop.ecsim.advanceToIdle();

    assertThat(get("/" + disk).status()).isEqualTo(404);
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(destroy(disk)).isEqualTo(404);
  }

  @Test
  void it_is_destroyed_when_the_calendar_says_so() {
    String disk = binned("d");
    shop.ecsim.advance(Duration.ofDays(5).minusMinutes(1));
    assertThat(status(disk)).isEqualTo("pending-destroy");

    shop.ecsim.advance(Duration.ofMinutes(2));

    assertThat(get("/" + disk).status()).isEqualTo(404);
  }

  @Test
  void another_policy_changes_nothing_for_what_is_there() {
    String disk = binned("d");
    policy("{'switch':false,'keep_time':1}");
    shop.ecsim.advance(Duration.ofDays(4));

    assertThat(status(disk)).isEqualTo("pending-destroy");
    assertThat(revert(disk)).isEqualTo(204);
  }

  @Test
  void its_snapshots_are_lost() {
    String disk = shop.disk("d");
    String snapshot = shop.snapshot(disk, "s");
    shop.ecsim.advance(Duration.ofDays(2));
    shop.ecsim.http().delete(Shop.BASE + "/" + disk + "?cascade=true");
    shop.ecsim.advanceToIdle();

    assertThat(status(disk)).isEqualTo("pending-destroy");
    assertThat(shop.showSnapshot(snapshot).status()).isEqualTo(404);
    revert(disk);
    shop.ecsim.advanceToIdle();
    assertThat(shop.listSnapshots("").at("/count")).isEqualTo("0");
  }

  @Test
  void nothing_can_be_done_with_it_but_that() {
    String disk = binned("d");

    assertThat(shop.delete(disk).status()).isEqualTo(404);
    assertThat(shop.extend(disk, "20").status()).isEqualTo(404);
    assertThat(shop.snap(disk, "").status()).isEqualTo(404);
    assertThat(shop.put(disk, "{'volume':{'name':'x'}}").status()).isEqualTo(404);
    String natively = "/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk + "/action";
    assertThat(shop.ecsim.http().post(natively, "{\"os-reserve\":{}}").status()).isEqualTo(404);
    assertThat(
            shop.ecsim
                .http()
                .post(natively, "{\"os-reset_status\":{\"status\":\"available\"}}")
                .status())
        .isEqualTo(404);
    assertThat(
            shop.ecsim
                .http()
                .post(
                    "/evs/v3/" + Ecsim.PROJECT + "/os-volume-transfer",
                    "{\"transfer\":{\"volume_id\":\"" + disk + "\",\"name\":\"x\"}}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void a_deletion_that_fails_brings_nothing_into_the_bin() {
    String disk = old("d");
    shop.lay("volume.delete", new Effect.Fail(null));
    delete(disk);

    assertThat(shop.status(disk)).isEqualTo("error_deleting");
    assertThat(get("/" + disk).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EVS.2002", "EVS.2105"})
  void a_disk_that_does_not_come_back_shows_it_and_can_be_tried_again(String code) {
    String disk = binned("d");
    shop.lay("volume.revert", new Effect.Fail(code));
    assertThat(revert(disk)).isEqualTo(204);
    shop.ecsim.advanceToIdle();

    assertThat(status(disk)).isEqualTo("error_recovering");
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(used()).isEqualTo("0 0");
    assertThat(get("/" + disk).at("/volume/plan_delete_at")).startsWith("2026-01-08");
    shop.ecsim.world().transact(tx -> tx.lift(tx.state().faults().get(0).id()));
    assertThat(revert(disk)).isEqualTo(204);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void a_disk_that_cannot_be_destroyed_shows_it_and_can_be_tried_again() {
    String disk = binned("d");
    shop.lay("volume.destroy", new Effect.Fail(null));
    assertThat(destroy(disk)).isEqualTo(204);
    shop.ecsim.advanceToIdle();

    assertThat(status(disk)).isEqualTo("error_destroying");
    assertThat(revert(disk)).isEqualTo(400);
    shop.ecsim.world().transact(tx -> tx.lift(tx.state().faults().get(0).id()));
    assertThat(destroy(disk)).isEqualTo(204);
    shop.ecsim.advanceToIdle();
    assertThat(get("/" + disk).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'', b a",
    "name=a, a",
    "name=c, ''",
    "status=pending-destroy, b a",
    "status=recovering, ''",
    "availability_zone=cn-north-4a, b a",
    "availability_zone=cn-north-4b, ''",
    "service_type=EVS, b a",
    "service_type=DSS, ''",
    "limit=1, b",
    "limit=1&offset=1, a",
    "offset=2, ''",
  })
  void the_list_has_filters_and_pages(String query, String names) {
    binned("a");
    binned("b");

    HttpAnswer list = get("/detail?" + query);

    assertThat(list.status()).isEqualTo(200);
    assertThat(String.join(" ", Shop.each(list, "name"))).isEqualTo(names);
  }

  @Test
  void the_count_ignores_pages() {
    binned("a");
    binned("b");

    assertThat(get("/detail?limit=1").at("/count")).isEqualTo("2");
    assertThat(shop.ecsim.http().get("/evs/v3/other/recycle-bin-volumes/detail").at("/count"))
        .isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, EVS.1023",
    "limit=1001, EVS.2142",
    "limit=x, EVS.5400",
    "offset=-1, EVS.5400",
    "service_type=X, EVS.5400",
    "availability_zone=x, EVS.1041",
    "name=12345678901234567890123456789012345678901234567890123456789012345, EVS.5400",
  })
  void the_list_refuses_what_cannot_be(String query, String code) {
    HttpAnswer refused = get("/detail?" + query);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo(code);
  }

  @Test
  void a_disk_that_is_forced_into_the_bin_has_no_dates() {
    String disk = shop.disk("d");
    shop.force("volume", disk, VolumeStatus.PENDING_DESTROY);

    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(get("/" + disk).text()).doesNotContain("plan_delete_at");
    assertThat(revert(disk)).isEqualTo(204);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void a_policy_that_a_fault_forbids_is_not_laid_down() {
    shop.lay("recycle-policy.update", new Effect.Fail(null));

    assertThat(policy("{'switch':false}").status()).isEqualTo(500);
    assertThat(get("/policy").at("/switch")).isEqualTo("true");
  }
}
