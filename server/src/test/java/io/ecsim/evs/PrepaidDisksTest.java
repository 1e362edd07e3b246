package io.ecsim.evs;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are paid for by month or year: what is done with them is ordered. */
class PrepaidDisksTest {
  private static final String MONTH = "'chargingMode':'prePaid','periodType':'month','periodNum':1";
  private static final String PAID = MONTH + ",'isAutoPay':'true'";

  @RegisterExtension final Shop shop = new Shop();

  private HttpAnswer order(String terms, String more) {
    return shop.ecsim
        .http()
        .post(
            Shop.CREATE,
            ("{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10,'name':'d'"
                    + more
                    + ",'metadata':{'create_for_volume_id':'true'}},'bssParam':{"
                    + terms
                    + "}}")
                .replace('\'', '"'));
  }

  /** A prepaid disk that is available. */
  private String disk() {
    String disk = order(PAID, "").at("/volume_ids/0");
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("available");
    return disk;
  }

  private HttpAnswer post(String path, String json) {
    return shop.ecsim.http().post(path, json.replace('\'', '"'));
  }

  private String orderStatus(String order) {
    return shop.ecsim
        .http()
        .get("/bss/v2/orders/customer-orders/details/" + order)
        .at("/order_info/status");
  }

  private HttpAnswer resources(String query) {
    return post("/bss/v2/orders/suscriptions/resources/query", query);
  }

  private HttpAnswer unsubscribe(String disk) {
    return post(
        "/bss/v2/orders/subscriptions/resources/unsubscribe",
        "{'resource_ids':['" + disk + "'],'unsubscribe_type':1}");
  }

  private HttpAnswer extend(String disk, int size) {
    return post(
        Shop.CREATE + "/" + disk + "/action",
        "{'os-extend':{'new_size':" + size + "},'bssParam':{'isAutoPay':'true'}}");
  }

  private Ref server() {
    Ref server =
        shop.ecsim
            .world()
            .transact(
                tx -> {
                  Ref ref = new Ref("server", Ecsim.PROJECT, tx.id("server", Ecsim.PROJECT, "s"));
                  return tx.begin(
                          Plan.create(
                              shop.rack.create, ref, new Rack.Machine("s", Lab.ZONE), List.of()))
                      .ref();
                });
    shop.ecsim.advanceToIdle();
    return server;
  }

  private void attach(String disk, Ref server) {
    Ref ref = new Ref("volume", Ecsim.PROJECT, disk);
    shop.ecsim
        .world()
        .transact(tx -> tx.begin(shop.rack.attach(tx.state(), server, ref, "/dev/vdb")));
    shop.ecsim.advanceToIdle();
    assertThat(shop.status(disk)).isEqualTo("in-use");
  }

  @Test
  void a_disk_is_ordered_paid_and_made() {
    HttpAnswer ordered = order(PAID, "");

    assertThat(ordered.status()).isEqualTo(202);
    assertThat(ordered.json().has("job_id")).isFalse();
    String order = ordered.at("/order_id");
    String disk = ordered.at("/volume_ids/0");
    assertThat(orderStatus(order)).isEqualTo("3");
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(resources("{'order_id':'" + order + "'}").at("/total_count")).isEqualTo("0");

    shop.ecsim.advance(Duration.ofSeconds(2));
    assertThat(shop.status(disk)).isEqualTo("creating");
    assertThat(orderStatus(order)).isEqualTo("3");

    shop.ecsim.advanceToIdle();
    assertThat(orderStatus(order)).isEqualTo("5");
    assertThat(shop.status(disk)).isEqualTo("available");
    assertThat(shop.show(disk).at("/volume/metadata/orderID")).isEqualTo(order);
    HttpAnswer found = resources("{'order_id':'" + order + "','only_main_resource':1}");
    assertThat(found.at("/total_count")).isEqualTo("1");
    assertThat(found.at("/data/0/resource_id")).isEqualTo(disk);
    assertThat(found.at("/data/0/resource_type_code")).isEqualTo("hws.resource.type.volume");
  }

  @Test
  void several_disks_are_one_order() {
    HttpAnswer ordered = order(PAID, ",'count':3");
    shop.ecsim.advanceToIdle();

    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("5");
    assertThat(Shop.each(shop.list(""), "name")).containsExactly("d-0003", "d-0002", "d-0001");
    HttpAnswer page =
        resources("{'order_id':'" + ordered.at("/order_id") + "','limit':2,'offset':1}");
    assertThat(page.at("/total_count")).isEqualTo("3");
    assertThat(Shop.each(page, "data", "resource_id")).hasSize(2);
  }

  @Test
  void nobody_makes_a_disk_that_is_not_paid() {
    HttpAnswer ordered = order(MONTH, "");
    shop.ecsim.advance(Duration.ofDays(1));
    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("6");
    assertThat(shop.show(ordered.at("/volume_ids/0")).status()).isEqualTo(404);

    String pay =
        "{'order_id':'" + ordered.at("/order_id") + "','use_coupon':'NO','use_discount':'NO'}";
    assertThat(post("/bss/v2/orders/customer-orders/pay", pay).status()).isEqualTo(204);
    shop.ecsim.advanceToIdle();

    assertThat(shop.status(ordered.at("/volume_ids/0"))).isEqualTo("available");
    HttpAnswer again = post("/bss/v2/orders/customer-orders/pay", pay);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.at("/error_code")).isEqualTo("CBC.0100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'chargingMode':'prePaid'",
        "'chargingMode':'prePaid','periodType':'month'",
        "'chargingMode':'prePaid','periodType':'month','periodNum':10",
        "'chargingMode':'prePaid','periodType':'year','periodNum':2",
        "'chargingMode':'prePaid','periodType':'week','periodNum':1",
        "'chargingMode':'later'",
      })
  void terms_have_bounds(String terms) {
    HttpAnswer refused = order(terms, "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2147");
    assertThat(resources("{}").at("/total_count")).isEqualTo("0");
  }

  @Test
  void what_cannot_be_made_is_not_ordered() {
    assertThat(order(PAID, ",'snapshot_id':'none'").status()).isEqualTo(400);
    assertThat(shop.ecsim.world().read().everywhere("order")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order.pay", "volume.create"})
  void an_order_that_fails_is_cancelled(String edge) {
    shop.lay(edge, new Effect.Fail(null));
    HttpAnswer ordered = order(PAID, "");
    shop.ecsim.advanceToIdle();

    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("4");
    HttpAnswer disk = shop.show(ordered.at("/volume_ids/0"));
    if (edge.equals("order.pay")) {
      assertThat(disk.status()).isEqualTo(404);
    } else {
      assertThat(disk.at("/volume/status")).isEqualTo("error");
    }
  }

  @Test
  void a_larger_size_is_ordered() {
    String disk = disk();

    HttpAnswer ordered = extend(disk, 20);

    assertThat(ordered.status()).isEqualTo(202);
    assertThat(ordered.json().has("job_id")).isFalse();
    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("3");
    assertThat(shop.status(disk)).isEqualTo("available");
    shop.ecsim.advance(Duration.ofSeconds(2));
    assertThat(shop.status(disk)).isEqualTo("extending");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(disk).at("/volume/size")).isEqualTo("20");
    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("5");
    assertThat(shop.show(disk).at("/volume/metadata/orderID"))
        .isNotEqualTo(ordered.at("/order_id"));
  }

  @Test
  void what_cannot_be_extended_is_refused_before_it_is_ordered() {
    String disk = disk();
    long orders = shop.ecsim.world().read().everywhere("order").count();

    assertThat(extend(disk, 5).at("/error/code")).isEqualTo("EVS.1015");
    assertThat(extend(disk, 100_000).at("/error/code")).isEqualTo("EVS.1014");

    assertThat(shop.ecsim.world().read().everywhere("order")).hasSize((int) orders);
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void an_extension_that_fails_cancels_its_order() {
    String disk = disk();
    shop.lay("volume.extend", new Effect.Fail(null));
    HttpAnswer ordered = extend(disk, 20);
    shop.ecsim.advanceToIdle();

    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("4");
    assertThat(shop.status(disk)).isEqualTo("error_extending");
  }

  @Test
  void another_type_is_ordered() {
    String disk = disk();
    String path = "/evs/v2/" + Ecsim.PROJECT + "/volumes/" + disk + "/retype";

    HttpAnswer refused =
        post(path, "{'os-retype':{'new_type':'SAS'},'bssParam':{'isAutoPay':'true'}}");
    HttpAnswer ordered =
        post(path, "{'os-retype':{'new_type':'SSD'},'bssParam':{'isAutoPay':'true'}}");

    assertThat(refused.at("/error/code")).isEqualTo("EVS.2087");
    assertThat(ordered.status()).isEqualTo(202);
    shop.ecsim.advanceToIdle();
    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("5");
    assertThat(shop.show(disk).at("/volume/volume_type")).isEqualTo("SSD");
  }

  @Test
  void it_is_unsubscribed_instead_of_deleted() {
    String disk = disk();
    String order = shop.show(disk).at("/volume/metadata/orderID");
    assertThat(shop.delete(disk).at("/error/code")).isEqualTo("EVS.1035");

    HttpAnswer ended = unsubscribe(disk);

    assertThat(ended.status()).isEqualTo(200);
    assertThat(orderStatus(ended.at("/order_ids/0"))).isEqualTo("3");
    shop.ecsim.advanceToIdle();
    assertThat(orderStatus(ended.at("/order_ids/0"))).isEqualTo("5");
    assertThat(shop.show(disk).status()).isEqualTo(404);
    assertThat(resources("{'order_id':'" + order + "'}").at("/total_count")).isEqualTo("0");
    HttpAnswer again = unsubscribe(disk);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.at("/error_code")).isEqualTo("CBC.0100");
  }

  @Test
  void a_disk_that_is_paid_by_use_is_not_unsubscribed() {
    String disk = shop.disk("free");

    assertThat(unsubscribe(disk).at("/error_code")).isEqualTo("CBC.0100");
    assertThat(shop.status(disk)).isEqualTo("available");
  }

  @Test
  void an_end_that_fails_shows() {
    String disk = disk();
    shop.lay("volume.delete", new Effect.Fail(null));
    HttpAnswer ended = unsubscribe(disk);
    shop.ecsim.advanceToIdle();

    assertThat(orderStatus(ended.at("/order_ids/0"))).isEqualTo("4");
    assertThat(shop.status(disk)).isEqualTo("error_deleting");
  }

  @Test
  void renewal_is_turned_on_and_off() {
    String disk = disk();
    String path = "/bss/v2/orders/subscriptions/resources/autorenew/" + disk;
    String query = "{'resource_ids':['" + disk + "']}";
    assertThat(resources(query).at("/data/0/expire_policy")).isEqualTo("0");

    assertThat(shop.ecsim.http().post(path, null).status()).isEqualTo(204);
    assertThat(resources(query).at("/data/0/expire_policy")).isEqualTo("3");
    assertThat(shop.ecsim.http().delete(path).status()).isEqualTo(204);
    assertThat(resources(query).at("/data/0/expire_policy")).isEqualTo("0");
    assertThat(shop.ecsim.http().delete(path + "x").status()).isEqualTo(400);
  }

  @Test
  void an_unknown_order_is_a_bad_request() {
    HttpAnswer unknown = shop.ecsim.http().get("/bss/v2/orders/customer-orders/details/CS0");

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.at("/error_code")).isEqualTo("CBC.0100");
    assertThat(unknown.at("/error_msg")).contains("CS0");
  }

  @Test
  void disks_in_use_are_unsubscribed_each_for_itself() {
    Ref server = server();
    String used = disk();
    attach(used, server);
    String idle = disk();
    String free = shop.disk("free");
    attach(free, server());

    HttpAnswer answer =
        post(
            Shop.BASE + "/unsubscribe",
            "{'volume_ids':['" + used + "','" + idle + "','" + free + "','none']}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/0/results/0/result")).isEqualTo("SUCCESS");
    assertThat(answer.at("/0/results/0/volume_id")).isEqualTo(used);
    assertThat(answer.at("/0/results/1/result")).isEqualTo("FAIL");
    assertThat(answer.at("/0/results/1/fail_reason")).startsWith("EVS.2227");
    assertThat(answer.at("/0/results/2/fail_reason")).startsWith("EVS.2230");
    assertThat(answer.at("/0/results/3/fail_reason")).startsWith("EVS.5404");
    shop.ecsim.advance(Duration.ofSeconds(2));
    assertThat(shop.status(used)).isEqualTo("detaching");
    shop.ecsim.advanceToIdle();
    assertThat(shop.show(used).status()).isEqualTo(404);
    assertThat(orderStatus(answer.at("/0/results/0/order_id"))).isEqualTo("5");
    assertThat(shop.status(idle)).isEqualTo("available");
    assertThat(shop.status(free)).isEqualTo("in-use");
  }

  @Test
  void not_more_than_sixty_disks_are_unsubscribed_at_once() {
    String ids = String.join("','", java.util.Collections.nCopies(61, "x"));

    HttpAnswer refused = post(Shop.BASE + "/unsubscribe", "{'volume_ids':['" + ids + "']}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("EVS.2228");
  }

  @Test
  void the_same_order_twice_is_one() {
    String[] token = {"X-Client-Token", "0a1b2c3d-0000-4000-8000-000000000001"};
    String body =
        ("{'volume':{'availability_zone':'cn-north-4a','volume_type':'SAS','size':10},"
                + "'bssParam':{"
                + PAID
                + "}}")
            .replace('\'', '"');

    HttpAnswer first = shop.ecsim.http().post(Shop.CREATE, body, token);
    HttpAnswer second = shop.ecsim.http().post(Shop.CREATE, body, token);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.at("/order_id")).startsWith("CS");
  }
}
