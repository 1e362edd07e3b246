package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that are paid for by month or year: ordered, made, renewed, frozen, unsubscribed. */
class PrepaidServersTest {
  private static final String MONTH =
      "\"chargingMode\":\"prePaid\",\"periodType\":\"month\",\"periodNum\":1";
  private static final String PAID = MONTH + ",\"isAutoPay\":\"true\"";
  private static final String DATA = ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]";
  private static final String BSS = "/bss/v2/orders/";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer order(String terms, String more) {
    return client.create("web", ",\"extendparam\":{" + terms + "}" + more);
  }

  /** A prepaid server that runs. */
  private String running(String more) {
    HttpAnswer answer = order(PAID, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(client.status(answer.at("/serverIds/0"))).isEqualTo("Running");
    return answer.at("/serverIds/0");
  }

  private String orderStatus(String order) {
    return client
        .send("GET", BSS + "customer-orders/details/" + order, null)
        .at("/order_info/status");
  }

  private HttpAnswer pay(String order) {
    return client.send(
        "POST", BSS + "customer-orders/pay", "{\"order_id\":\"%s\"}".formatted(order));
  }

  private JsonNode resources(String order, String more) {
    return client
        .send(
            "POST",
            BSS + "suscriptions/resources/query",
            "{\"order_id\":\"%s\"%s}".formatted(order, more))
        .json();
  }

  private HttpAnswer unsubscribe(String id) {
    return client.send(
        "POST",
        BSS + "subscriptions/resources/unsubscribe",
        "{\"resource_ids\":[\"%s\"],\"unsubscribe_type\":1}".formatted(id));
  }

  private int used(String word) {
    return client.get("/limits").json().at("/absolute/" + word).asInt();
  }

  private String expiry(String server) {
    return client
        .get11("/detail?id=" + server + "&expect-fields=market_info")
        .at("/servers/0/market_info/prepaid_info/expired_time");
  }

  private void fail(String edge, String code) {
    client
        .world()
        .transact(
            tx ->
                tx.lay(
                    edge,
                    new Target.OnEdge(edge),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(code)));
  }

  @Test
  void a_server_is_ordered_paid_and_made() {
    HttpAnswer ordered = order(PAID, DATA);
    assertThat(ordered.status()).isEqualTo(200);
    String order = ordered.at("/order_id");
    String server = ordered.at("/serverIds/0");
    String job = ordered.at("/job_id");
    assertThat(orderStatus(order)).isEqualTo("3");
    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(client.job(job).path("status").asText()).isEqualTo("INIT");

    client.world().advance(Duration.ofSeconds(2));
    assertThat(client.status(server)).isEqualTo("Creating");
    assertThat(client.job(job).path("status").asText()).isEqualTo("RUNNING");
    client.world().advanceToIdle();

    assertThat(orderStatus(order)).isEqualTo("5");
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    JsonNode done = client.job(job);
    assertThat(done.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(done.path("job_type").asText()).isEqualTo("createServer");
    assertThat(done.at("/entities/sub_jobs/0/entities/server_id").asText()).isEqualTo(server);
    JsonNode shown = client.server(server);
    assertThat(shown.at("/metadata/charging_mode").asText()).isEqualTo("1");
    assertThat(shown.path("metadata").path("metering.order_id").asText()).isEqualTo(order);
    assertThat(shown.path("metadata").path("metering.product_id").asText()).isNotEmpty();
    assertThat(shown.path("addresses").iterator().next()).hasSize(1);
    assertThat(client.disks()).containsExactly("in-use", "in-use");
  }

  @Test
  void its_order_knows_what_came_of_it() {
    HttpAnswer ordered = order(PAID, DATA);
    client.world().advanceToIdle();
    String order = ordered.at("/order_id");

    JsonNode main = resources(order, ",\"only_main_resource\":1");
    assertThat(main.path("total_count").asInt()).isEqualTo(1);
    assertThat(main.at("/data/0/resource_id").asText()).isEqualTo(ordered.at("/serverIds/0"));
    assertThat(main.at("/data/0/resource_type_code").asText()).isEqualTo("hws.resource.type.vm");
    JsonNode all = resources(order, "");
    assertThat(all.path("total_count").asInt()).isEqualTo(3);
    assertThat(Client.each(all.path("data"), "/is_main_resource")).containsExactly("1", "0", "0");
    assertThat(all.at("/data/0/expire_time").asText())
        .isEqualTo(expiry(ordered.at("/serverIds/0")));
    assertThat(
            client
                .get11("/detail?expect-fields=market_info")
                .at("/servers/0/market_info/charge_mode"))
        .isEqualTo("prepaid");
  }

  @Test
  void nobody_makes_a_server_that_is_not_paid_but_the_quota_counts_it() {
    HttpAnswer ordered = order(MONTH, ",\"count\":2");
    client.world().advance(Duration.ofDays(1));
    String order = ordered.at("/order_id");
    assertThat(orderStatus(order)).isEqualTo("6");
    assertThat(client.get("/" + ordered.at("/serverIds/0")).status()).isEqualTo(404);
    assertThat(client.job(ordered.at("/job_id")).path("status").asText())
        .isEqualTo("PENDING_PAYMENT");
    assertThat(client.state().everywhere("port").count()).isZero();
    assertThat(used("totalInstancesUsed")).isEqualTo(2);

    assertThat(pay(order).status()).isEqualTo(204);
    client.world().advanceToIdle();
    assertThat(client.status(ordered.at("/serverIds/1"))).isEqualTo("Running");
    assertThat(client.job(ordered.at("/job_id")).path("status").asText()).isEqualTo("SUCCESS");
    assertThat(used("totalInstancesUsed")).isEqualTo(2);
    assertThat(client.state().everywhere("port").count()).isEqualTo(2);
  }

  @Test
  void an_order_is_given_up_after_14_days_or_when_somebody_cancels_it() {
    HttpAnswer forgotten = order(MONTH, "");
    HttpAnswer cancelled = order(MONTH, "");
    HttpAnswer cancel =
        client.send(
            "PUT",
            BSS + "customer-orders/cancel",
            "{\"order_id\":\"%s\"}".formatted(cancelled.at("/order_id")));
    assertThat(cancel.status()).isEqualTo(204);
    assertThat(orderStatus(cancelled.at("/order_id"))).isEqualTo("4");
    assertThat(client.job(cancelled.at("/job_id")).path("status").asText())
        .isEqualTo("PENDING_PAYMENT");
    assertThat(used("totalInstancesUsed")).isEqualTo(1);

    client.world().advance(Duration.ofDays(14));
    assertThat(orderStatus(forgotten.at("/order_id"))).isEqualTo("4");
    assertThat(client.job(forgotten.at("/job_id")).at("/error/code").asText())
        .isEqualTo("Common.0011");
    assertThat(used("totalInstancesUsed")).isZero();
    assertThat(pay(forgotten.at("/order_id")).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'chargingMode':'prePaid'                                          |                                              | Ecs.0005",
        "'chargingMode':'prePaid','periodType':'month'                     |                                              | Ecs.0005",
        "'chargingMode':'prePaid','periodType':'month','periodNum':10      |                                              | Ecs.0005",
        "'chargingMode':'prePaid','periodType':'year','periodNum':4        |                                              | Ecs.0005",
        "'chargingMode':'prePaid','periodType':'month','periodNum':1,'marketType':'spot' |                                | Ecs.0005",
        "'chargingMode':'prePaid','periodType':'month','periodNum':1       | ,'auto_terminate_time':'2099-01-01T00:00:00Z' | Ecs.0084",
        "'marketType':'spot','support_auto_recovery':true                  |                                              | Ecs.0903",
        "'marketType':'spot','spot_duration_hours':2                       |                                              | Ecs.0005",
      },
      quoteCharacter = '"')
  void terms_that_cannot_be_are_refused(String terms, String more, String code) {
    HttpAnswer answer =
        order(terms.replace('\'', '"'), more == null ? "" : more.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(client.state().everywhere("order").count()).isZero();
  }

  @Test
  void version_1_makes_no_prepaid_servers() {
    String body = client.order("web", ",\"extendparam\":{" + PAID + "}");

    assertThat(client.createV1(body).at("/error/code")).isEqualTo("Ecs.0005");
  }

  @Test
  void an_order_is_placed_once_however_often_it_comes() {
    String token = "0b5fdb8c-9d3f-4f3f-8f0e-3b8f8c1d2e3f";
    String more = ",\"extendparam\":{" + PAID + "}";
    HttpAnswer first = client.create("web", more, "X-Client-Token", token);
    HttpAnswer again = client.create("web", more, "X-Client-Token", token);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(client.state().everywhere("order").count()).isEqualTo(1);
  }

  @Test
  void what_is_only_tried_is_not_ordered() {
    String body = client.order("web", ",\"extendparam\":{" + PAID + "}");
    String tried = body.substring(0, body.length() - 1) + ",\"dry_run\":true}";

    HttpAnswer answer = client.send("POST", "/ecs/v1.1/" + Ecsim.PROJECT + "/cloudservers", tried);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(client.state().everywhere("order").count()).isZero();
    assertThat(used("totalInstancesUsed")).isZero();
  }

  @Test
  void a_server_that_cannot_be_made_cancels_its_order_and_leaves_nothing() {
    fail("server.create", "Ecs.0319");
    HttpAnswer ordered = order(PAID, DATA);
    client.world().advanceToIdle();

    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("4");
    assertThat(client.job(ordered.at("/job_id")).path("status").asText()).isEqualTo("FAIL");
    assertThat(client.status(ordered.at("/serverIds/0"))).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
    assertThat(client.state().everywhere("port").count()).isZero();
    assertThat(used("totalInstancesUsed")).isZero();
  }

  @Test
  void an_address_that_was_taken_before_somebody_paid_fails_the_order() {
    String fixed = ",\"nics\":[{\"subnet_id\":\"%s\",\"ip_address\":\"%s\"}]";
    String address = "192.168.0.77";
    String nics = fixed.formatted(client.subnet(), address);
    HttpAnswer ordered = order(MONTH, nics);
    assertThat(ordered.status()).as(ordered.text()).isEqualTo(200);
    client.running("quick", nics);
    pay(ordered.at("/order_id"));
    client.world().advanceToIdle();

    assertThat(orderStatus(ordered.at("/order_id"))).isEqualTo("4");
    JsonNode job = client.job(ordered.at("/job_id"));
    assertThat(job.path("status").asText()).isEqualTo("FAIL");
    assertThat(job.path("error_code").asText()).isEqualTo("Ecs.0010");
    assertThat(job.at("/entities/sub_jobs/0/error_code").asText()).isEqualTo("Ecs.0010");
    assertThat(client.status(ordered.at("/serverIds/0"))).isEqualTo("gone");
    assertThat(client.disks()).containsExactly("in-use");
  }

  @Test
  void it_is_not_deleted_but_unsubscribed_and_its_disks_go_with_it() {
    String server = running(DATA);
    String own = client.disk();
    client.attach(server, own);
    client.world().advanceToIdle();

    HttpAnswer deleted = client.remove(server);
    assertThat(deleted.status()).isEqualTo(400);
    assertThat(deleted.at("/error/code")).isEqualTo("Ecs.0513");
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");

    HttpAnswer ended = unsubscribe(server);
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(orderStatus(ended.at("/order_ids/0"))).isEqualTo("5");
    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(client.disks()).containsExactly("available");
    assertThat(client.state().everywhere("port").count()).isZero();
    assertThat(unsubscribe(server).status()).isEqualTo(400);
  }

  @Test
  void a_server_that_is_paid_by_use_is_not_unsubscribed() {
    String server = client.running("web");

    assertThat(unsubscribe(server).status()).isEqualTo(400);
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @Test
  void it_is_frozen_when_its_month_is_over_and_thawed_when_it_is_renewed() {
    String server = running("");
    String first = expiry(server);
    client.world().advance(Duration.ofDays(32));
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("Frozen");
    assertThat(client.server(server).at("/metadata/EcmResStatus").asText()).isEqualTo("freeze");

    HttpAnswer renewed =
        client.send(
            "POST",
            BSS + "subscriptions/resources/renew",
            "{\"resource_ids\":[\"%s\"],\"period_type\":2,\"period_num\":2,\"is_auto_pay\":1}"
                .formatted(server));
    assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(orderStatus(renewed.at("/order_ids/0"))).isEqualTo("5");
    assertThat(client.status(server)).isEqualTo("Stopped");
    assertThat(client.server(server).at("/metadata/EcmResStatus").asText()).isEqualTo("normal");
    assertThat(expiry(server)).isGreaterThan(first);
  }

  @Test
  void one_that_nobody_renews_is_released_in_the_end() {
    String server = running(DATA);
    client.world().advance(Duration.ofDays(60));
    client.world().advanceToIdle();

    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.disks()).isEmpty();
  }

  @Test
  void one_that_renews_itself_goes_on() {
    HttpAnswer ordered = order(PAID + ",\"isAutoRenew\":\"true\"", "");
    client.world().advanceToIdle();
    String server = ordered.at("/serverIds/0");
    String first = expiry(server);
    client.world().advance(Duration.ofDays(70));

    assertThat(client.status(server)).isEqualTo("Running");
    assertThat(expiry(server)).isGreaterThan(first);
  }

  private HttpAnswer convert(String terms, String... servers) {
    return client.send(
        "POST",
        "/ecs/v1/" + Ecsim.PROJECT + "/cloudservers/actions/change-charge-mode",
        "{\"charge_mode\":\"prePaid\",\"server_ids\":[\"%s\"],\"prepaid_options\":{%s}}"
            .formatted(String.join("\",\"", servers), terms));
  }

  @Test
  void a_server_paid_by_use_is_converted_and_locked_meanwhile() {
    String server = client.running("web", DATA);
    HttpAnswer converted =
        convert(
            "\"period_type\":\"month\",\"period_num\":1,\"auto_pay\":true,\"include_data_disks\":true",
            server);
    assertThat(converted.status()).as(converted.text()).isEqualTo(200);
    String order = converted.at("/order_id");
    client.world().advance(Duration.ofSeconds(3));
    JsonNode shown = client.server(server);
    assertThat(shown.path("locked").asBoolean()).isTrue();
    assertThat(shown.at("/metadata/lockSource").asText()).isEqualTo("ORDER");
    assertThat(shown.at("/metadata/lockSourceId").asText()).isEqualTo(order);
    assertThat(client.stop("SOFT", server).at("/error/code")).isEqualTo("Ecs.0605");

    client.world().advanceToIdle();
    assertThat(orderStatus(order)).isEqualTo("5");
    shown = client.server(server);
    assertThat(shown.path("locked").asBoolean()).isFalse();
    assertThat(shown.path("metadata").has("lockSource")).isFalse();
    assertThat(shown.at("/metadata/charging_mode").asText()).isEqualTo("1");
    assertThat(client.remove(server).at("/error/code")).isEqualTo("Ecs.0513");
    assertThat(expiry(server)).isNotEmpty();
    assertThat(resources(order, "").path("total_count").asInt()).isEqualTo(3);

    assertThat(convert("\"period_type\":\"month\",\"period_num\":1", server).at("/error/code"))
        .isEqualTo("Ecs.0005");
    unsubscribe(server);
    client.world().advanceToIdle();
    assertThat(client.disks()).isEmpty();
  }

  @Test
  void a_conversion_that_fails_leaves_the_server_as_it_was() {
    String server = client.running("web");
    fail("server.subscribe", null);
    HttpAnswer converted =
        convert("\"period_type\":\"year\",\"period_num\":1,\"auto_pay\":true", server);
    client.world().advanceToIdle();

    assertThat(orderStatus(converted.at("/order_id"))).isEqualTo("4");
    assertThat(client.server(server).path("locked").asBoolean()).isFalse();
    assertThat(client.server(server).at("/metadata/charging_mode").asText()).isEqualTo("0");
  }

  @Test
  void only_so_many_are_converted_at_once_and_only_on_terms() {
    String server = client.running("web");
    String[] eleven = new String[11];
    java.util.Arrays.setAll(eleven, i -> server + i);

    assertThat(convert("\"period_type\":\"month\",\"period_num\":1", eleven).at("/error/code"))
        .isEqualTo("Ecs.0118");
    assertThat(convert("\"period_type\":\"week\",\"period_num\":1", server).at("/error/code"))
        .isEqualTo("Ecs.0005");
    assertThat(convert("\"period_type\":\"month\",\"period_num\":1", "nobody").status())
        .isEqualTo(404);
    assertThat(client.state().everywhere("order").count()).isZero();
  }

  @Test
  void a_spot_server_says_so() {
    String server =
        client.running("web", ",\"extendparam\":{\"marketType\":\"spot\",\"spotPrice\":\"0.5\"}");

    assertThat(client.server(server).at("/metadata/charging_mode").asText()).isEqualTo("2");
    assertThat(
            client
                .get11("/detail?expect-fields=market_info&charging_mode=2")
                .at("/servers/0/market_info/charge_mode"))
        .isEqualTo("spot");
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  private static final String ADDRESS =
      ",\"publicip\":{\"eip\":{\"iptype\":\"5_bgp\",\"bandwidth\":{\"sharetype\":\"PER\",\"size\":5}}}";

  private String address() {
    return client.state().everywhere("publicip").findFirst().orElseThrow().id();
  }

  @Test
  void its_public_address_may_be_named_with_it_where_it_ends() {
    String server = running(ADDRESS);
    String other = client.running("other", ADDRESS.replace("5_bgp", "5_sbgp"));
    String own = address();
    String foreign =
        client
            .state()
            .everywhere("publicip")
            .map(one -> one.id())
            .filter(id -> !id.equals(own))
            .findFirst()
            .orElseThrow();

    HttpAnswer mixed = unsubscribe(server + "\",\"" + foreign);
    assertThat(mixed.status()).as(mixed.text()).isEqualTo(400);
    assertThat(client.status(server)).isEqualTo("Running");
    HttpAnswer alone = unsubscribe(own);
    assertThat(alone.status()).isEqualTo(400);

    HttpAnswer ended = unsubscribe(server + "\",\"" + own);
    assertThat(ended.status()).as(ended.text()).isEqualTo(200);
    assertThat(ended.json().path("order_ids")).hasSize(1);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.status(other)).isEqualTo("Running");
    assertThat(client.state().everywhere("publicip").map(one -> one.id())).containsExactly(foreign);
  }

  @Test
  void only_the_public_address_that_is_named_ends_with_it() {
    String card = "{\"subnet_id\":\"%s\"}".formatted(client.subnet());
    String server = running(",\"nics\":[%s,%s]".formatted(card, card) + ADDRESS);
    String named = address();
    String kept = boughtFor(server, named);

    assertThat(unsubscribe(server + "\",\"" + named).status()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
    assertThat(client.state().everywhere("publicip").map(one -> one.id())).containsExactly(kept);
  }

  /** A second public address, on the card that has none. */
  private String boughtFor(String server, String first) {
    String addresses = "/vpc/v1/" + Ecsim.PROJECT + "/publicips";
    String taken = client.send("GET", addresses + "/" + first, null).at("/publicip/port_id");
    String card =
        Client.each(
                client.get("/" + server + "/os-interface").json().path("interfaceAttachments"),
                "/port_id")
            .stream()
            .filter(port -> !port.equals(taken))
            .findFirst()
            .orElseThrow();
    String more =
        client
            .send(
                "POST",
                addresses,
                "{\"publicip\":{\"type\":\"5_bgp\"},\"bandwidth\":{\"name\":\"b\",\"size\":5,\"share_type\":\"PER\"}}")
            .at("/publicip/id");
    client.world().advanceToIdle();
    client.send(
        "PUT", addresses + "/" + more, "{\"publicip\":{\"port_id\":\"%s\"}}".formatted(card));
    client.world().advanceToIdle();
    return more;
  }
}
