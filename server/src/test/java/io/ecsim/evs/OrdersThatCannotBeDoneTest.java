package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.evs.disk.VolumeDraft;
import io.ecsim.evs.disk.VolumeTable;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of disks that cannot be carried out, or no longer: no money for nothing. */
class OrdersThatCannotBeDoneTest {
  private static final int MOST = 3;
  private static final String PROJECT = Ecsim.PROJECT;

  @RegisterExtension
  final Shop shop =
      new Shop(
          Shop.offering(
              limits ->
                  limits
                      .with(Limit.VOLUMES, MOST)
                      .with(Limit.VOLUMES_PER_TYPE, 2)
                      .with(Limit.GIGABYTES, 100)));

  private HttpAnswer post(String path, String json) {
    return shop.ecsim.http().post(path, json.replace('\'', '"'));
  }

  /** Orders disks that nobody has paid for. */
  private HttpAnswer order(String members) {
    return post(
        Shop.CREATE,
        "{'volume':{'availability_zone':'cn-north-4a',"
            + members
            + ",'metadata':{'create_for_volume_id':'true'}},'bssParam':{'chargingMode':'prePaid',"
            + "'periodType':'month','periodNum':1}}");
  }

  private HttpAnswer pay(String order) {
    return post(
        "/bss/v2/orders/customer-orders/pay",
        "{'order_id':'" + order + "','use_coupon':'NO','use_discount':'NO'}");
  }

  private void payAndWait(HttpAnswer ordered) {
    assertThat(pay(ordered.at("/order_id")).status()).isEqualTo(204);
    shop.ecsim.advanceToIdle();
  }

  /** A prepaid disk that is available. */
  private String disk() {
    HttpAnswer ordered = order("'volume_type':'SAS','size':10");
    payAndWait(ordered);
    String disk = ordered.at("/volume_ids/0");
    assertThat(shop.status(disk)).isEqualTo("available");
    return disk;
  }

  private String orderStatus(HttpAnswer ordered) {
    return shop.ecsim
        .http()
        .get("/bss/v2/orders/customer-orders/details/" + ordered.at("/order_id"))
        .at("/order_info/status");
  }

  private HttpAnswer unsubscribe(String disk) {
    return post(
        "/bss/v2/orders/subscriptions/resources/unsubscribe",
        "{'resource_ids':['" + disk + "'],'unsubscribe_type':1}");
  }

  private HttpAnswer unsubscribeInUse(String disk) {
    return post(Shop.BASE + "/unsubscribe", "{'volume_ids':['" + disk + "']}");
  }

  private void lock(String disk) {
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.change(
                    VolumeTable.VOLUMES, ref(disk), volume -> volume.edit().locked(true).made()));
  }

  private static Ref ref(String disk) {
    return new Ref("volume", PROJECT, disk);
  }

  private void attached(String disk) {
    Ref server =
        shop.ecsim
            .world()
            .transact(
                tx ->
                    tx.begin(
                            Plan.create(
                                shop.rack.create,
                                new Ref("server", PROJECT, tx.id("server", PROJECT, "s")),
                                new Rack.Machine("s", Lab.ZONE),
                                List.of()))
                        .ref());
    shop.ecsim.advanceToIdle();
    shop.ecsim
        .world()
        .transact(tx -> tx.begin(shop.rack.attach(tx.state(), server, ref(disk), "/dev/vdb")));
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("in-use");
  }

  private int orders() {
    return (int) shop.ecsim.world().read().everywhere("order").count();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "v2/{p}/cloudvolumes",
        "v2.1/{p}/cloudvolumes",
        "v3/{p}/cloudvolumes",
        "v2/{p}/volumes",
        "v3/{p}/volumes"
      })
  void nobody_says_himself_which_order_has_paid_for_a_disk(String path) {
    HttpAnswer refused =
        post(
            "/evs/" + path.replace("{p}", PROJECT),
            "{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,"
                + "'metadata':{'orderID':'CS0'}}}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    assertThat(refused.text()).contains("orderID");
    assertThat(shop.ecsim.world().read().everywhere("volume")).isEmpty();
  }

  @Test
  void a_locked_disk_is_not_unsubscribed() {
    String disk = disk();
    lock(disk);

    HttpAnswer refused = unsubscribe(disk);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error_code")).isEqualTo("CBC.0100");
    assertThat(refused.at("/error_msg")).contains("locked");
    assertThat(orders()).isEqualTo(1);
  }

  @Test
  void a_disk_that_goes_already_is_not_unsubscribed_again() {
    String disk = disk();
    assertThat(unsubscribe(disk).status()).isEqualTo(200);
    shop.ecsim.advance(Duration.ofSeconds(3));
    assertThat(shop.status(disk)).isEqualTo("deleting");

    assertThat(unsubscribe(disk).at("/error_code")).isEqualTo("CBC.0100");
    assertThat(orders()).isEqualTo(2);
  }

  @Test
  void a_locked_disk_in_use_stays_where_it_is() {
    String disk = disk();
    attached(disk);
    lock(disk);

    assertThat(unsubscribe(disk).at("/error_msg")).contains("locked");
    assertThat(unsubscribeInUse(disk).at("/0/results/0/fail_reason")).startsWith("EVS.2068");

    assertThat(orders()).isEqualTo(1);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("in-use");
  }

  @Test
  void a_payment_that_is_refused_leaves_no_order() {
    String disk = disk();
    attached(disk);
    shop.lay("order.pay", new Effect.Refuse("CBC.0999", 400));

    HttpAnswer refused = unsubscribeInUse(disk);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("CBC.0999");
    assertThat(orders()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'volume_type':'SAS','size':10,'count':2 | 'volume_type':'SSD','size':10,'count':2",
        "'volume_type':'SAS','size':10 | 'volume_type':'SAS','size':10,'count':2",
        "'volume_type':'SAS','size':70 | 'volume_type':'SSD','size':20,'count':2"
      })
  void what_was_ordered_has_its_room_until_it_is_there_or_given_up(String first, String second) {
    HttpAnswer one = order(first);

    HttpAnswer refused = order(second);

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isIn("EVS.1034", "EVS.1042");
    assertThat(orders()).isEqualTo(1);
    assertThat(put("cancel", one.at("/order_id")).status()).isEqualTo(204);
    HttpAnswer other = order(second);
    payAndWait(other);
    assertThat(orderStatus(other)).isEqualTo("5");
  }

  private HttpAnswer put(String action, String order) {
    return shop.ecsim
        .http()
        .put("/bss/v2/orders/customer-orders/" + action, "{\"order_id\":\"%s\"}".formatted(order));
  }

  /** Disks, GiB, and the GiB by which some grow. */
  private String used() {
    HttpAnswer quotas =
        shop.ecsim.http().get("/evs/v3/%s/os-quota-sets/%s?usage=True".formatted(PROJECT, PROJECT));
    return "%s %s %s"
        .formatted(
            quotas.at("/quota_set/volumes/in_use"),
            quotas.at("/quota_set/gigabytes/in_use"),
            quotas.at("/quota_set/gigabytes/reserved"));
  }

  @Test
  void an_ordered_disk_counts_once_from_its_order_on() {
    HttpAnswer ordered = order("'volume_type':'SAS','size':10,'count':2");
    assertThat(used()).isEqualTo("2 20 0");

    assertThat(pay(ordered.at("/order_id")).status()).isEqualTo(204);
    while (!orderStatus(ordered).equals("5")) {
      assertThat(used()).isEqualTo("2 20 0");
      shop.ecsim.world().advanceToNext();
    }

    assertThat(used()).isEqualTo("2 20 0");
  }

  @Test
  void what_a_disk_is_to_grow_by_counts_once_from_its_order_on() {
    String disk = disk();
    HttpAnswer ordered = extend(disk, 60);
    assertThat(used()).isEqualTo("1 10 50");
    HttpAnswer refused = shop.create("'size':50,'name':'other'");
    assertThat(refused.at("/error/code")).as(refused.text()).isEqualTo("EVS.1042");

    assertThat(pay(ordered.at("/order_id")).status()).isEqualTo(204);
    while (!shop.show(disk).at("/volume/size").equals("60")) {
      assertThat(used()).isEqualTo("1 10 50");
      shop.ecsim.world().advanceToNext();
    }

    shop.ecsim.advanceToIdle();
    assertThat(used()).isEqualTo("1 60 0");
  }

  /** Uses up room by a disk for which nobody asks the quotas. */
  private void unasked(int size) {
    shop.ecsim
        .world()
        .transact(
            tx ->
                tx.begin(
                    Plan.create(
                        VolumeTable.CREATE,
                        ref(tx.id("volume", PROJECT, "other")),
                        new VolumeDraft("SAS", "cn-north-4a", size).made(),
                        null)));
    shop.ecsim.advanceToIdle();
  }

  @Test
  void what_was_ordered_while_there_was_room_is_not_made_when_there_is_none() {
    HttpAnswer ordered = order("'volume_type':'SSD','size':10,'count':2");
    unasked(90);

    payAndWait(ordered);

    assertThat(orderStatus(ordered)).isEqualTo("4");
    assertThat(Shop.each(shop.list(""), "id")).hasSize(1);
  }

  private HttpAnswer extend(String disk, int size) {
    return post(Shop.CREATE + "/" + disk + "/action", "{'os-extend':{'new_size':" + size + "}}");
  }

  @Test
  void a_disk_does_not_grow_beyond_the_quota_however_early_that_was_ordered() {
    String disk = disk();
    HttpAnswer ordered = extend(disk, 60);
    unasked(50);

    payAndWait(ordered);

    assertThat(orderStatus(ordered)).isEqualTo("4");
    assertThat(shop.show(disk).at("/volume/size")).isEqualTo("10");
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void a_disk_gets_no_type_whose_quota_was_used_up_meanwhile() {
    String disk = disk();
    HttpAnswer ordered =
        post(
            "/evs/v2/" + PROJECT + "/volumes/" + disk + "/retype",
            "{'os-retype':{'new_type':'SSD'}}");
    payAndWait(order("'volume_type':'SSD','size':10,'count':2"));

    payAndWait(ordered);

    assertThat(orderStatus(ordered)).isEqualTo("4");
    assertThat(shop.show(disk).at("/volume/volume_type")).isEqualTo("SAS");
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void a_disk_that_came_back_from_the_recycle_bin_is_no_subscription() {
    String bin = "/evs/v3/" + PROJECT + "/recycle-bin-volumes";
    shop.ecsim
        .http()
        .put(bin + "/policy", "{\"switch\":true,\"threshold_time\":1,\"keep_time\":5}");
    String disk = disk();
    String query = "{'resource_ids':['" + disk + "']}";
    shop.ecsim.advance(Duration.ofDays(1));
    assertThat(unsubscribe(disk).status()).isEqualTo(200);
    shop.ecsim.advanceToIdle();
    assertThat(shop.ecsim.http().post(bin + "/" + disk + "/revert", "").status()).isEqualTo(204);
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");

    HttpAnswer sold = post("/bss/v2/orders/suscriptions/resources/query", query);

    assertThat(sold.at("/total_count")).isEqualTo("0");
    HttpAnswer renewed =
        shop.ecsim.http().post("/bss/v2/orders/subscriptions/resources/autorenew/" + disk, null);
    assertThat(renewed.status()).isEqualTo(400);
    assertThat(renewed.at("/error_code")).isEqualTo("CBC.0100");
    assertThat(shop.delete(disk).status()).isEqualTo(200);
  }
}
