package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is paid for by month or year gets another flavor by an order. */
class AnotherFlavorForAPrepaidServerTest {
  private static final String SMALL = "c6.large.2";
  private static final String LARGE = "c6.xlarge.2";
  private static final String BSS = "/bss/v2/orders/customer-orders/";
  private static final int CORES = 8;

  private final Surroundings cloud = new Surroundings(with(CORES));
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private static Inventory with(int cores) {
    Inventory all = Inventory.builtIn(Surroundings.REGION);
    return new Inventory(
        all.region(),
        all.zones(),
        all.account(),
        all.volumeTypes(),
        all.flavors(),
        all.images(),
        all.network(),
        all.limits().with(Limit.CORES, cores));
  }

  private String prepaid() {
    return client.running(
        "web",
        ",\"extendparam\":{\"chargingMode\":\"prePaid\",\"periodType\":\"month\",\"periodNum\":1,"
            + "\"isAutoPay\":\"true\"}");
  }

  private HttpAnswer resize(String server, String flavor, String more) {
    return client.send(
        "POST",
        "/ecs/v1.1/" + Ecsim.PROJECT + "/cloudservers/" + server + "/resize",
        "{\"resize\":{\"flavorRef\":\"%s\",\"mode\":\"withStopServer\"%s}}"
            .formatted(flavor, more));
  }

  private HttpAnswer paid(String server, String flavor) {
    return resize(server, flavor, ",\"extendparam\":{\"isAutoPay\":\"true\"}");
  }

  private HttpAnswer unpaid(String server, String flavor) {
    return resize(server, flavor, "");
  }

  private HttpAnswer pay(String order) {
    return client.send("POST", BSS + "pay", "{\"order_id\":\"%s\"}".formatted(order));
  }

  private String orderStatus(HttpAnswer ordered) {
    return client
        .send("GET", BSS + "details/" + ordered.at("/order_id"), null)
        .at("/order_info/status");
  }

  private String jobStatus(HttpAnswer ordered) {
    return client.job(ordered.at("/job_id")).path("status").asText();
  }

  private String flavor(String server) {
    return client.server(server).at("/flavor/id").asText();
  }

  private int cores() {
    return client.get("/limits").json().at("/absolute/totalCoresUsed").asInt();
  }

  private long orders() {
    return client.state().everywhere("order").count();
  }

  private void lay(String edge, Effect effect) {
    client
        .world()
        .transact(tx -> tx.lay(edge, new Target.OnEdge(edge), Where.ANYWHERE, When.ALWAYS, effect));
  }

  @Test
  void it_is_ordered_paid_and_done_and_the_server_runs_again() {
    String server = prepaid();
    String product = client.server(server).path("metadata").path("metering.product_id").asText();

    HttpAnswer ordered = paid(server, LARGE);

    assertThat(ordered.status()).as(ordered.text()).isEqualTo(200);
    assertThat(orderStatus(ordered)).isEqualTo("3");
    assertThat(jobStatus(ordered)).isEqualTo("INIT");
    assertThat(client.story(server))
        .containsExactly(
            "Running", "Stopping", "Resizing", "Verifying resizing", "Starting", "Running");
    assertThat(orderStatus(ordered)).isEqualTo("5");
    JsonNode job = client.job(ordered.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(job.path("job_type").asText()).isEqualTo("resizeServer");
    assertThat(job.at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(flavor(server)).isEqualTo(LARGE);
    JsonNode metadata = client.server(server).path("metadata");
    assertThat(metadata.path("charging_mode").asText()).isEqualTo("1");
    assertThat(metadata.path("metering.resourcespeccode").asText()).startsWith(LARGE);
    assertThat(metadata.path("metering.product_id").asText()).isNotEqualTo(product);
    assertThat(cores()).isEqualTo(4);
  }

  @Test
  void nothing_happens_before_it_is_paid_but_the_quota_counts_it() {
    String server = prepaid();
    HttpAnswer ordered = unpaid(server, LARGE);
    client.world().advance(Duration.ofDays(1));

    assertThat(orderStatus(ordered)).isEqualTo("6");
    JsonNode job = client.job(ordered.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("PENDING_PAYMENT");
    assertThat(job.path("job_type").asText()).isEqualTo("resizeServer");
    assertThat(job.at("/entities/server_id").asText()).isEqualTo(server);
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(flavor(server)).isEqualTo(SMALL);
    assertThat(cores()).isEqualTo(4);

    assertThat(pay(ordered.at("/order_id")).status()).isEqualTo(204);
    assertThat(cores()).isEqualTo(4);
    client.world().advanceToIdle();
    assertThat(jobStatus(ordered)).isEqualTo("SUCCESS");
    assertThat(flavor(server)).isEqualTo(LARGE);
    assertThat(cores()).isEqualTo(4);
  }

  @Test
  void it_is_done_to_the_server_as_it_is_when_it_is_paid() {
    String server = prepaid();
    HttpAnswer ordered = unpaid(server, LARGE);
    client.stop("SOFT", server);
    client.world().advanceToIdle();
    pay(ordered.at("/order_id"));
    client.world().advanceToIdle();
    assertThat(flavor(server)).isEqualTo(LARGE);
    assertThat(client.status(server)).isEqualTo("Stopped");

    HttpAnswer back = unpaid(server, SMALL);
    client.start(server);
    client.world().advanceToIdle();
    pay(back.at("/order_id"));
    client.world().advanceToIdle();
    assertThat(flavor(server)).isEqualTo(SMALL);
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void an_order_that_is_cancelled_leaves_the_server_as_it_was() {
    String server = prepaid();
    JsonNode before = client.server(server);
    HttpAnswer ordered = unpaid(server, LARGE);

    HttpAnswer cancelled =
        client.send(
            "PUT", BSS + "cancel", "{\"order_id\":\"%s\"}".formatted(ordered.at("/order_id")));

    assertThat(cancelled.status()).isEqualTo(204);
    client.world().advanceToIdle();
    assertThat(client.server(server)).isEqualTo(before);
    assertThat(jobStatus(ordered)).isEqualTo("PENDING_PAYMENT");
    assertThat(cores()).isEqualTo(2);
    assertThat(pay(ordered.at("/order_id")).status()).isEqualTo(400);
  }

  @Test
  void what_fails_cancels_the_order_and_gives_the_quota_back() {
    String server = prepaid();
    lay("server.resize", new Effect.Fail("Ecs.0319"));

    HttpAnswer ordered = paid(server, LARGE);
    client.world().advanceToIdle();

    assertThat(orderStatus(ordered)).isEqualTo("4");
    assertThat(jobStatus(ordered)).isEqualTo("FAIL");
    assertThat(client.job(ordered.at("/job_id")).path("error_code").asText()).isEqualTo("Ecs.0319");
    assertThat(flavor(server)).isEqualTo(SMALL);
    assertThat(cores()).isEqualTo(2);
  }

  @Test
  void a_server_that_went_meanwhile_cancels_its_order() {
    String server = prepaid();
    HttpAnswer ordered = unpaid(server, LARGE);
    client.send(
        "POST",
        "/bss/v2/orders/subscriptions/resources/unsubscribe",
        "{\"resource_ids\":[\"%s\"],\"unsubscribe_type\":1}".formatted(server));
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(cores()).isZero();

    pay(ordered.at("/order_id"));
    client.world().advanceToIdle();
    assertThat(orderStatus(ordered)).isEqualTo("4");
    assertThat(jobStatus(ordered)).isEqualTo("FAIL");
  }

  @Test
  void what_cannot_be_is_refused_and_not_ordered() {
    String server = prepaid();
    String path = "/ecs/v1.1/" + Ecsim.PROJECT + "/cloudservers/" + server + "/resize";
    String running = "{\"resize\":{\"flavorRef\":\"%s\"}}".formatted(LARGE);

    assertThat(client.send("POST", path, running).at("/error/code")).isEqualTo("Ecs.0100");
    assertThat(paid(server, SMALL).at("/error/code")).isEqualTo("Ecs.0009");
    assertThat(paid(server, "c6.none.1").at("/error/code")).isEqualTo("Ecs.0029");
    lay("server.stop", new Effect.Refuse("Ecs.0003", 403));
    assertThat(paid(server, LARGE).at("/error/code")).isEqualTo("Ecs.0003");
    assertThat(orders()).isEqualTo(1);
    assertThat(flavor(server)).isEqualTo(SMALL);
  }

  @Test
  void two_orders_together_may_not_exceed_the_quota() {
    String one = prepaid();
    String other = prepaid();
    client.running("third");
    assertThat(unpaid(one, LARGE).status()).isEqualTo(200);

    HttpAnswer refused = unpaid(other, LARGE);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0001");
    assertThat(client.create("fourth", "").at("/error/code")).isEqualTo("Ecs.0001");
    assertThat(cores()).isEqualTo(CORES);
  }

  @Test
  void what_is_only_tried_is_not_ordered() {
    String server = prepaid();

    HttpAnswer tried =
        client.send(
            "POST",
            "/ecs/v1.1/" + Ecsim.PROJECT + "/cloudservers/" + server + "/resize",
            "{\"resize\":{\"flavorRef\":\"%s\",\"mode\":\"withStopServer\"},\"dry_run\":true}"
                .formatted(LARGE));

    assertThat(tried.status()).isEqualTo(202);
    assertThat(orders()).isEqualTo(1);
    assertThat(cores()).isEqualTo(2);
  }

  @Test
  void a_server_that_is_paid_by_use_needs_no_order() {
    String server = client.running("web");

    HttpAnswer accepted = paid(server, LARGE);

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.json().has("order_id")).isFalse();
    client.world().advanceToIdle();
    assertThat(flavor(server)).isEqualTo(LARGE);
    assertThat(orders()).isZero();
  }

  @Test
  void several_at_once_are_paid_by_use() {
    String server = prepaid();

    HttpAnswer refused =
        client.post(
            "/batch-resize",
            "{\"resize\":{\"flavorRef\":\"%s\",\"servers\":[{\"id\":\"%s\"}]}}"
                .formatted(LARGE, server));

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.text()).contains("prepaid", server);
    assertThat(List.of(flavor(server), client.status(server))).containsExactly(SMALL, "Running");
  }
}
