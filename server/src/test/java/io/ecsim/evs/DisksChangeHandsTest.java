package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeStatus;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Entry;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks change hands: one project offers, another accepts. */
class DisksChangeHandsTest {
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

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

  private static String transfers(String version, String project) {
    return "/evs/" + version + "/" + project + "/os-volume-transfer";
  }

  private HttpAnswer offer(String version, String disk) {
    return shop.ecsim
        .http()
        .post(
            transfers(version, Ecsim.PROJECT),
            "{\"transfer\":{\"volume_id\":\"" + disk + "\",\"name\":\"gift\"}}");
  }

  private HttpAnswer accept(String version, String project, String id, String key) {
    return shop.ecsim
        .http()
        .post(
            transfers(version, project) + "/" + id + "/accept",
            "{\"accept\":{\"auth_key\":\"" + key + "\"}}");
  }

  private HttpAnswer accept(HttpAnswer offer) {
    return accept("v3", OTHER, offer.at("/transfer/id"), offer.at("/transfer/auth_key"));
  }

  private HttpAnswer get(String path) {
    return shop.ecsim.http().get(path);
  }

  private List<String> disksOf(String project) {
    return Shop.each(get("/evs/v2/" + project + "/cloudvolumes/detail"), "id");
  }

  private String used(String project) {
    HttpAnswer quota = get("/evs/v3/" + project + "/os-quota-sets/" + project + "?usage=True");
    return quota.at("/quota_set/volumes/in_use")
        + " disks, "
        + quota.at("/quota_set/gigabytes/in_use")
        + " GiB, "
        + quota.at("/quota_set/gigabytes_SAS/in_use")
        + " of SAS";
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void an_offer_is_shown_in_its_own_project_and_tells_its_key_once(String version) {
    String disk = shop.disk("d");

    HttpAnswer made = offer(version, disk);

    assertThat(made.status()).isEqualTo(202);
    assertThat(made.at("/transfer/auth_key")).matches("[0-9a-f]{16}");
    assertThat(made.at("/transfer/name")).isEqualTo("gift");
    assertThat(made.at("/transfer/volume_id")).isEqualTo(disk);
    assertThat(made.at("/transfer/created_at")).matches("[0-9T:.-]{26}");
    String id = made.at("/transfer/id");
    String path = transfers(version, Ecsim.PROJECT);
    assertThat(made.at("/transfer/links/0/href"))
        .endsWith("/" + version + "/" + Ecsim.PROJECT + "/os-volume-transfer/" + id);
    assertThat(shop.status(disk)).isEqualTo("awaiting-transfer");

    HttpAnswer shown = get(path + "/" + id);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.at("/transfer/volume_id")).isEqualTo(disk);
    assertThat(shown.at("/transfer/created_at")).isEqualTo(made.at("/transfer/created_at"));
    assertThat(shown.text()).doesNotContain("auth_key");
    HttpAnswer list = get(path);
    assertThat(Shop.each(list, "transfers", "id")).containsExactly(id);
    assertThat(list.text()).doesNotContain("created_at").doesNotContain("auth_key");
    assertThat(Shop.each(get(path + "/detail"), "transfers", "created_at"))
        .containsExactly(made.at("/transfer/created_at"));
    assertThat(get(transfers(version, OTHER) + "/" + id).status()).isEqualTo(404);
    assertThat(Shop.each(get(transfers(version, OTHER)), "transfers", "id")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"v2, v3", "v3, v2", "v3, v3"})
  void accepted_it_belongs_to_the_other_project_and_is_the_same_disk(
      String offered, String accepted) {
    String before = shop.disk("stays");
    String disk = shop.disk("goes");
    HttpAnswer shown = shop.show(disk);
    HttpAnswer made = offer(offered, disk);
    assertThat(used(Ecsim.PROJECT)).isEqualTo("2 disks, 20 GiB, 20 of SAS");

    HttpAnswer taken =
        accept(accepted, OTHER, made.at("/transfer/id"), made.at("/transfer/auth_key"));

    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.at("/transfer/id")).isEqualTo(made.at("/transfer/id"));
    assertThat(taken.at("/transfer/volume_id")).isEqualTo(disk);
    assertThat(taken.text()).doesNotContain("auth_key");
    assertThat(shop.show(disk).status()).isEqualTo(404);
    HttpAnswer there = get("/evs/v2/" + OTHER + "/cloudvolumes/" + disk);
    assertThat(there.at("/volume/status")).isEqualTo("available");
    assertThat(there.at("/volume/os-vol-tenant-attr:tenant_id")).isEqualTo(OTHER);
    assertThat(there.at("/volume/name")).isEqualTo("goes");
    assertThat(there.at("/volume/created_at")).isEqualTo(shown.at("/volume/created_at"));
    assertThat(there.at("/volume/wwn")).isEqualTo(shown.at("/volume/wwn"));
    assertThat(disksOf(Ecsim.PROJECT)).containsExactly(before);
    assertThat(disksOf(OTHER)).containsExactly(disk);
    assertThat(used(Ecsim.PROJECT)).isEqualTo("1 disks, 10 GiB, 10 of SAS");
    assertThat(used(OTHER)).isEqualTo("1 disks, 10 GiB, 10 of SAS");
    assertThat(get(transfers("v3", Ecsim.PROJECT) + "/" + made.at("/transfer/id")).status())
        .isEqualTo(404);
    assertThat(accept(made).status()).isEqualTo(404);
  }

  @Test
  void the_new_owner_can_do_with_it_what_owners_do() {
    String disk = shop.disk("d");
    accept(offer("v3", disk));

    HttpAnswer deleted = shop.ecsim.http().delete("/evs/v2/" + OTHER + "/cloudvolumes/" + disk);
    assertThat(deleted.status()).isEqualTo(200);
    shop.ecsim.advanceToIdle();

    assertThat(get("/evs/v1/" + OTHER + "/jobs/" + deleted.at("/job_id")).at("/status"))
        .isEqualTo("SUCCESS");
    assertThat(disksOf(OTHER)).isEmpty();
    assertThat(used(OTHER)).isEqualTo("0 disks, 0 GiB, 0 of SAS");
  }

  @Test
  void withdrawn_it_is_available_again() {
    String disk = shop.disk("d");
    HttpAnswer made = offer("v2", disk);
    String path = transfers("v2", Ecsim.PROJECT) + "/" + made.at("/transfer/id");

    assertThat(
            shop.ecsim
                .http()
                .delete(transfers("v2", OTHER) + "/" + made.at("/transfer/id"))
                .status())
        .isEqualTo(404);
    HttpAnswer deleted = shop.ecsim.http().delete(path);

    assertThat(deleted.status()).isEqualTo(202);
    assertThat(deleted.text()).isEmpty();
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(get(path).status()).isEqualTo(404);
    assertThat(accept(made).status()).isEqualTo(404);
    assertThat(offer("v2", disk).status()).isEqualTo(202);
  }

  @Test
  void a_wrong_key_or_an_unknown_offer_brings_nothing() {
    String disk = shop.disk("d");
    HttpAnswer made = offer("v3", disk);

    HttpAnswer wrong = accept("v3", OTHER, made.at("/transfer/id"), "0123456789abcdef");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.at("/badRequest/message")).contains("auth_key 0123456789abcdef");
    HttpAnswer unknown = accept("v3", OTHER, disk, made.at("/transfer/auth_key"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("/itemNotFound/message"))
        .isEqualTo("Transfer " + disk + " could not be found.");

    assertThat(shop.status(disk)).isEqualTo("awaiting-transfer");
    assertThat(disksOf(OTHER)).isEmpty();
  }

  @Test
  void while_it_waits_nothing_else_is_done_with_it() {
    String disk = shop.disk("d");
    offer("v3", disk);

    assertThat(shop.extend(disk, "20").at("/error/code")).isEqualTo("EVS.1064");
    assertThat(shop.delete(disk).at("/error/code")).isEqualTo("EVS.1046");
    assertThat(shop.snap(disk, "").status()).isEqualTo(400);
    assertThat(shop.snap(disk, ",'force':true").status()).isEqualTo(400);
    assertThat(offer("v3", disk).status()).isEqualTo(400);
    String native3 = "/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk;
    assertThat(shop.ecsim.http().delete(native3).status()).isEqualTo(400);
    for (String action :
        List.of(
            "{\"os-extend\":{\"new_size\":20}}",
            "{\"os-reserve\":{}}",
            "{\"os-retype\":{\"new_type\":\"SSD\",\"migration_policy\":\"never\"}}",
            "{\"os-update_readonly_flag\":{\"readonly\":true}}")) {
      assertThat(shop.ecsim.http().post(native3 + "/action", action).status())
          .as(action)
          .isEqualTo(400);
    }
    assertThat(shop.status(disk)).isEqualTo("awaiting-transfer");
    assertThat(shop.put(disk, "{'volume':{'name':'renamed'}}").status()).isEqualTo(200);
  }

  @Test
  void only_a_free_disk_can_be_offered() {
    String disk = shop.creating("d");

    HttpAnswer refused = offer("v3", disk);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message"))
        .startsWith("Invalid volume: ")
        .contains("creating");
    assertThat(Shop.each(get(transfers("v3", Ecsim.PROJECT)), "transfers", "id")).isEmpty();
    assertThat(offer("v3", "00000000-0000-4000-8000-000000000000").status()).isEqualTo(404);
  }

  @Test
  void a_disk_with_snapshots_stays() {
    String disk = shop.disk("d");
    String snapshot = shop.snapshot(disk, "s");

    HttpAnswer refused = offer("v3", disk);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("snapshot " + snapshot);
    assertThat(shop.status(disk)).isEqualTo("available");
    shop.deleteSnapshot(snapshot);
    shop.ecsim.advanceToIdle();
    assertThat(offer("v3", disk).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "__system__encrypted:1 __system__cmkid:0d0466b0-e727-4d9c-b35d-f84bb474a37f, encrypted",
    "policy:daily, policy daily",
  })
  void what_is_known_of_it_may_bind_it(String metadata, String why) {
    String id =
        shop.ecsim
            .http()
            .post(
                Shop.CREATE,
                ("{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,'name':'d',"
                        + "'metadata':{'create_for_volume_id':'true',"
                        + metadata.replaceAll("([^ :]+):([^ :]+)", "'$1':'$2'").replace(' ', ',')
                        + "}}}")
                    .replace('\'', '"'))
            .at("/volume_ids/0");
    shop.ecsim.advanceToIdle();

    HttpAnswer refused = offer("v3", id);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains(why);
    assertThat(shop.status(id)).isEqualTo("available");
  }

  @Test
  void a_system_disk_stays() {
    String id =
        shop.create("'size':40,'name':'d','imageRef':'" + Lab.IMAGE + "'").at("/volume_ids/0");
    shop.ecsim.advanceToIdle();

    assertThat(offer("v3", id).at("/badRequest/message")).contains("system disk");
  }

  @Test
  void a_name_has_bounds_and_a_list_pages() {
    List<String> disks = List.of(shop.disk("a"), shop.disk("b"), shop.disk("c"));
    List<String> ids = disks.stream().map(disk -> offer("v3", disk).at("/transfer/id")).toList();
    String path = transfers("v3", Ecsim.PROJECT);

    assertThat(Shop.each(get(path), "transfers", "id"))
        .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(Shop.each(get(path + "?limit=1&offset=1"), "transfers", "id"))
        .containsExactly(ids.get(1));
    assertThat(Shop.each(get(path + "/detail?offset=3"), "transfers", "id")).isEmpty();
    assertThat(get(path + "?limit=0").status()).isEqualTo(400);
    assertThat(get(path + "?limit=x").status()).isEqualTo(400);
    HttpAnswer wordy =
        shop.ecsim
            .http()
            .post(
                path,
                "{\"transfer\":{\"volume_id\":\""
                    + disks.get(0)
                    + "\",\"name\":\""
                    + "n".repeat(256)
                    + "\"}}");
    assertThat(wordy.status()).isEqualTo(400);
    assertThat(wordy.at("/badRequest/message")).contains("name has 256 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume.transfer", "transfer.create"})
  void an_offer_that_fails_is_none(String edge) {
    String disk = shop.disk("d");
    shop.lay(edge, new Effect.Fail(null));

    HttpAnswer failed = offer("v3", disk);

    assertThat(failed.status()).isEqualTo(500);
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(Shop.each(get(transfers("v3", Ecsim.PROJECT)), "transfers", "id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"volume.accept-transfer", "transfer.accept"})
  void an_acceptance_that_fails_leaves_the_offer(String edge) {
    String disk = shop.disk("d");
    HttpAnswer made = offer("v3", disk);
    shop.lay(edge, new Effect.Fail(null));

    assertThat(accept(made).status()).isEqualTo(500);
    assertThat(shop.status(disk)).isEqualTo("awaiting-transfer");
    assertThat(disksOf(OTHER)).isEmpty();

    shop.ecsim.world().transact(tx -> tx.lift(tx.state().faults().get(0).id()));
    assertThat(accept(made).status()).isEqualTo(202);
    assertThat(disksOf(OTHER)).containsExactly(disk);
  }

  @Test
  void a_disk_that_is_deleted_by_force_takes_its_offer_along() {
    String disk = shop.disk("d");
    HttpAnswer made = offer("v3", disk);
    shop.ecsim
        .http()
        .post(
            "/evs/v3/" + Ecsim.PROJECT + "/volumes/" + disk + "/action",
            "{\"os-force_delete\":{}}");
    shop.ecsim.advanceToIdle();

    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(get(transfers("v3", Ecsim.PROJECT) + "/" + made.at("/transfer/id")).status())
        .isEqualTo(404);
  }

  @Test
  void an_offer_of_a_disk_whose_status_was_forced_can_be_withdrawn_but_not_accepted() {
    String disk = shop.disk("d");
    HttpAnswer made = offer("v3", disk);
    shop.force("volume", disk, VolumeStatus.ERROR);

    assertThat(accept(made).status()).isEqualTo(400);
    assertThat(
            shop.ecsim
                .http()
                .delete(transfers("v3", Ecsim.PROJECT) + "/" + made.at("/transfer/id"))
                .status())
        .isEqualTo(202);
    assertThat(shop.status(disk)).isEqualTo("error");
  }

  @Test
  void a_disk_for_which_there_is_no_room_stays() {
    for (int i = 0; i < MOST; i++) {
      shop.ecsim
          .http()
          .post("/evs/v2.1/" + OTHER + "/cloudvolumes", Shop.request("'size':10,'name':'full'"));
    }
    String disk = shop.disk("d");
    HttpAnswer made = offer("v3", disk);

    HttpAnswer refused = accept(made);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.at("/overLimit/message")).contains("3").contains("4");
    assertThat(refused.header("Retry-After")).isEqualTo("0");
    assertThat(shop.status(disk)).isEqualTo("awaiting-transfer");
    assertThat(used(OTHER)).isEqualTo("3 disks, 30 GiB, 30 of SAS");
    assertThat(used(Ecsim.PROJECT)).isEqualTo("1 disks, 10 GiB, 10 of SAS");
  }

  @Test
  void the_journal_tells_where_it_went() {
    String disk = shop.disk("d");
    accept(offer("v3", disk));

    assertThat(shop.ecsim.world().journal().entries())
        .filteredOn(Entry.Transition.class::isInstance)
        .extracting(Entry.Transition.class::cast)
        .filteredOn(step -> "volume.accept-transfer".equals(step.edge()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.ref().project()).isEqualTo(OTHER);
              assertThat(step.from()).isEqualTo("awaiting-transfer");
              assertThat(step.to()).isEqualTo("available");
            });
  }
}
