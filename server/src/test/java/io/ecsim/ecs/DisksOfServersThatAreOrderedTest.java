package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The quotas of disks count those of servers that are ordered, until they are there or not. */
class DisksOfServersThatAreOrderedTest {
  private static final int MOST = 3;
  private static final String BSS = "/bss/v2/orders/customer-orders/";
  private static final String QUOTAS =
      "/evs/v3/%s/os-quota-sets/%s?usage=True".formatted(Ecsim.PROJECT, Ecsim.PROJECT);

  private final Surroundings cloud = new Surroundings(limited());
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private static Inventory limited() {
    Inventory all = Inventory.builtIn(Surroundings.REGION);
    return new Inventory(
        all.region(),
        all.zones(),
        all.account(),
        all.volumeTypes(),
        all.flavors(),
        all.images(),
        all.network(),
        all.limits().with(Limit.VOLUMES, MOST));
  }

  /** Orders a server with two disks of 40 and 10 GiB that nobody has paid for. */
  private HttpAnswer ordered() {
    HttpAnswer answer =
        client.create(
            "web",
            ",\"root_volume\":{\"volumetype\":\"SAS\",\"size\":40}"
                + ",\"data_volumes\":[{\"volumetype\":\"SSD\",\"size\":10}]"
                + ",\"extendparam\":{\"chargingMode\":\"prePaid\",\"periodType\":\"month\","
                + "\"periodNum\":1}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private void pay(HttpAnswer ordered) {
    HttpAnswer paid =
        client.send(
            "POST", BSS + "pay", "{\"order_id\":\"%s\"}".formatted(ordered.at("/order_id")));
    assertThat(paid.status()).isEqualTo(204);
  }

  private HttpAnswer disks(int count) {
    return client.send(
        "POST",
        "/evs/v2.1/" + Ecsim.PROJECT + "/cloudvolumes",
        "{\"volume\":{\"size\":10,\"volume_type\":\"SAS\",\"availability_zone\":\"%s\",\"count\":%d}}"
            .formatted(Surroundings.ZONE, count));
  }

  /** Disks, GiB, disks of SSD, GiB of SSD. */
  private String used() {
    HttpAnswer quotas = client.send("GET", QUOTAS, null);
    return "%s %s %s %s"
        .formatted(
            quotas.at("/quota_set/volumes/in_use"),
            quotas.at("/quota_set/gigabytes/in_use"),
            quotas.at("/quota_set/volumes_SSD/in_use"),
            quotas.at("/quota_set/gigabytes_SSD/in_use"));
  }

  @Test
  void they_count_from_when_they_are_ordered_and_once() {
    HttpAnswer ordered = ordered();
    assertThat(used()).isEqualTo("2 50 1 10");
    assertThat(disks(2).at("/error/code")).isEqualTo("EVS.1034");
    assertThat(client.disks()).isEmpty();

    pay(ordered);
    while (!client.status(ordered.at("/serverIds/0")).equals("Running")) {
      assertThat(used()).isEqualTo("2 50 1 10");
      client.world().advanceToNext();
    }

    assertThat(used()).isEqualTo("2 50 1 10");
    assertThat(client.disks()).hasSize(2);
  }

  @Test
  void two_orders_together_may_not_exceed_the_quota() {
    ordered();

    HttpAnswer refused =
        client.create(
            "other",
            ",\"data_volumes\":[{\"volumetype\":\"SSD\",\"size\":10}]"
                + ",\"extendparam\":{\"chargingMode\":\"prePaid\",\"periodType\":\"month\","
                + "\"periodNum\":1}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0021");
    assertThat(client.state().everywhere("order").count()).isEqualTo(1);
  }

  @Test
  void an_order_that_is_cancelled_or_forgotten_gives_them_back() {
    HttpAnswer cancelled = ordered();
    client.send(
        "PUT", BSS + "cancel", "{\"order_id\":\"%s\"}".formatted(cancelled.at("/order_id")));
    assertThat(used()).isEqualTo("0 0 0 0");

    ordered();
    client.world().advance(Duration.ofDays(14));
    assertThat(used()).isEqualTo("0 0 0 0");
    assertThat(disks(MOST).status()).isEqualTo(202);
  }

  @Test
  void a_server_that_cannot_be_made_gives_them_back() {
    client
        .world()
        .transact(
            tx ->
                tx.lay(
                    "f",
                    new Target.OnEdge("server.create"),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail("Ecs.0319")));
    HttpAnswer ordered = ordered();
    pay(ordered);
    client.world().advanceToIdle();

    assertThat(client.status(ordered.at("/serverIds/0"))).isEqualTo("gone");
    assertThat(used()).isEqualTo("0 0 0 0");
  }
}
