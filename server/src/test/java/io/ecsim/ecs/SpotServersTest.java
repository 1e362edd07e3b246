package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.sim.Effect;
import io.ecsim.sim.Plan;
import io.ecsim.sim.Ref;
import io.ecsim.sim.Refusal;
import io.ecsim.sim.Target;
import io.ecsim.sim.When;
import io.ecsim.sim.Where;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers at a price that goes up and down, which the cloud may take back. */
class SpotServersTest {
  private final Surroundings cloud = new Surroundings(priced());
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  /** {@code c6.large.2} costs 0.25 now and is let twice for 6 hours; s6.small.1 is never let. */
  private static Inventory priced() {
    Inventory all = Inventory.builtIn(Surroundings.REGION);
    return new Inventory(
        all.region(),
        all.zones(),
        all.account(),
        all.volumeTypes(),
        all.flavors().stream().map(SpotServersTest::priced).toList(),
        all.images(),
        all.network(),
        all.limits());
  }

  private static Flavor priced(Flavor flavor) {
    if (!flavor.id().equals("c6.large.2")) {
      return flavor;
    }
    Map<String, String> extra = new LinkedHashMap<>(flavor.extra());
    extra.put("cond:spot_block:operation:longest_duration_count", "2");
    extra.put("cond:spot_block:operation:longest_duration_hours", "6");
    return new Flavor(
        flavor.id(),
        flavor.vcpus(),
        flavor.ram(),
        flavor.performance(),
        flavor.generation(),
        flavor.arch(),
        flavor.status(),
        flavor.sale(),
        flavor.nics(),
        flavor.disks(),
        extra,
        new BigDecimal("0.25"));
  }

  private HttpAnswer ask(String terms) {
    return ask(terms, "");
  }

  private HttpAnswer ask(String terms, String more) {
    return client.create(
        "web", ",\"extendparam\":{\"marketType\":\"spot\"%s}%s".formatted(terms, more));
  }

  private String running(String terms, String more) {
    HttpAnswer answer = ask(terms, more);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    client.world().advanceToIdle();
    assertThat(client.status(answer.at("/serverIds/0"))).isEqualTo("Running");
    return answer.at("/serverIds/0");
  }

  private void reclaim(String server) {
    Ref ref = new Ref("server", Ecsim.PROJECT, server);
    client.world().transact(tx -> tx.begin(Plan.named("server.reclaim", ref)));
  }

  private int used(String word) {
    return client.get("/limits").json().at("/absolute/" + word).asInt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"spotPrice\":\"0.25\"",
        ",\"spotPrice\":\"3\"",
        ",\"interruption_policy\":\"immediate\",\"spot_duration_hours\":5",
        ",\"interruption_policy\":\"immediate\",\"spot_duration_hours\":6,\"spot_duration_count\":2"
      })
  void who_bids_enough_has_one(String terms) {
    String server = running(terms, "");

    assertThat(client.server(server).at("/metadata/charging_mode").asText()).isEqualTo("2");
    assertThat(
            client
                .get11("/detail?expect-fields=market_info")
                .at("/servers/0/market_info/charge_mode"))
        .isEqualTo("spot");
    assertThat(used("totalSpotInstancesUsed")).isEqualTo(1);
    assertThat(used("totalSpotCoresUsed")).isEqualTo(2);
    assertThat(used("totalSpotRAMUsed")).isEqualTo(4096);
    assertThat(used("totalInstancesUsed")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ",'spotPrice':'0.24'                                                                 | Ecs.0703",
        ",'spotPrice':'0'                                                                    | Ecs.0703",
        ",'spotPrice':'much'                                                                 | Ecs.0005",
        ",'spotPrice':'-1'                                                                   | Ecs.0005",
        ",'spot_duration_hours':2                                                            | Ecs.0005",
        ",'interruption_policy':'later'                                                      | Ecs.0005",
        ",'interruption_policy':'immediate','spot_duration_count':1                          | Ecs.0005",
        ",'interruption_policy':'immediate','spot_duration_hours':0                          | Ecs.0005",
        ",'interruption_policy':'immediate','spot_duration_hours':2,'spot_duration_count':0  | Ecs.0005",
        ",'interruption_policy':'immediate','spot_duration_hours':7                          | Ecs.0076",
        ",'interruption_policy':'immediate','spot_duration_hours':6,'spot_duration_count':3  | Ecs.0077",
        ",'interruption_policy':'immediate','spot_duration_hours':5,'spot_duration_count':2  | Ecs.0077",
        ",'support_auto_recovery':true                                                       | Ecs.0903",
        ",'marketType':'bazaar'                                                              | Ecs.0005",
      })
  void terms_that_cannot_be_are_refused(String terms, String code) {
    HttpAnswer answer = ask(terms.replace('\'', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(client.state().everywhere("server")).isEmpty();
    assertThat(used("totalInstancesUsed")).isZero();
  }

  @Test
  void a_flavor_that_is_not_let_is_refused() {
    assertThat(ask("", ",\"flavorRef\":\"c3.large.2\"").at("/error/code")).isEqualTo("Ecs.0019");
    assertThat(ask("", ",\"flavorRef\":\"t6.small.1\"").at("/error/code")).isEqualTo("Ecs.0019");
  }

  @Test
  void the_cloud_takes_it_back_and_what_need_not_go_stays() {
    String server = running("", ",\"data_volumes\":[{\"volumetype\":\"SAS\",\"size\":10}]");
    client.send(
        "POST", "/ecs/v2.1/" + Ecsim.PROJECT + "/servers/" + server + "/action", "{\"lock\":null}");
    client.world().advanceToIdle();

    reclaim(server);

    assertThat(client.words(server)).isEqualTo("ACTIVE active deleting 1");
    client.world().advanceToIdle();
    assertThat(client.get("/" + server).status()).isEqualTo(404);
    assertThat(client.disks()).containsExactly("available");
    assertThat(client.state().everywhere("port").count()).isZero();
    assertThat(used("totalSpotInstancesUsed")).isZero();
    assertThat(used("totalInstancesUsed")).isZero();
  }

  @Test
  void it_is_taken_back_whatever_is_under_way() {
    String server = running("", "");
    client.stop("SOFT", server);
    assertThat(client.status(server)).isEqualTo("Stopping");

    reclaim(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void it_is_taken_back_when_the_hours_are_over_that_it_was_let_for() {
    String server =
        running(
            ",\"interruption_policy\":\"immediate\",\"spot_duration_hours\":6,\"spot_duration_count\":2",
            "");
    client.world().advance(Duration.ofHours(11));
    assertThat(client.status(server)).isEqualTo("Running");

    client.world().advance(Duration.ofHours(1));
    assertThat(client.status(server)).isEqualTo("gone");
  }

  @Test
  void a_taking_back_that_fails_leaves_it() {
    String server = running("", "");
    client
        .world()
        .transact(
            tx ->
                tx.lay(
                    "f",
                    new Target.OnEdge("server.reclaim"),
                    Where.ANYWHERE,
                    When.ALWAYS,
                    new Effect.Fail(null)));

    reclaim(server);
    client.world().advanceToIdle();
    assertThat(client.words(server)).isEqualTo("ACTIVE active null 1");
    assertThat(client.disks()).containsExactly("in-use");
  }

  @Test
  void only_a_spot_server_is_taken_back() {
    String server = client.running("web");

    Refusal refusal = Assertions.catchThrowableOfType(Refusal.class, () -> reclaim(server));
    assertThat(refusal.code()).isEqualTo("Ecs.0005");
    assertThat(refusal).hasMessageContaining("no spot server");
    assertThat(client.status(server)).isEqualTo("Running");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"spotPrice\":\"1\"",
        "\"interruption_policy\":\"immediate\"",
        "\"interruption_policy\":\"immediate\",\"spot_duration_hours\":5",
        "\"spot_duration_count\":1",
        "\"chargingMode\":\"prePaid\",\"periodType\":\"month\",\"periodNum\":1,\"spotPrice\":\"1\""
      })
  void who_asks_for_no_spot_server_cannot_have_its_terms(String terms) {
    client.subnet();
    var before = client.state();
    HttpAnswer answer = client.create("web", ",\"extendparam\":{%s}".formatted(terms));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0005");
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void the_bin_keeps_none() {
    String bin = "/ecs/v1/" + Ecsim.PROJECT + "/recycle-bin";
    client.send("PUT", bin, "{\"recycle_bin\":{\"switch\":\"on\"}}");
    client.send(
        "PUT", bin + "/policy", "{\"policy\":{\"retention_hour\":9,\"recycle_threshold_day\":0}}");
    String server = running("", "");
    client.remove(server);
    client.world().advanceToIdle();
    assertThat(client.status(server)).isEqualTo("gone");
  }
}
