package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.inventory.Account;
import io.ecsim.inventory.Flavor;
import io.ecsim.inventory.Inventory;
import io.ecsim.inventory.Limit;
import io.ecsim.inventory.Sale;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flavors that cannot be had, and quotas: {@code ecs-lifecycle.md} d. */
class WhatCanBeHadTest {
  private static final Sale NORMAL = Sale.NORMAL;

  private final Surroundings cloud = new Surroundings(shop());

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  /** Flavors in every state, and room for two small servers. */
  private static Inventory shop() {
    Inventory usual = Inventory.builtIn(Surroundings.REGION);
    List<Flavor> flavors = new ArrayList<>(usual.flavors());
    flavors.add(flavor("gone.large.2", Sale.ABANDON, ""));
    flavors.add(flavor("out.large.2", Sale.SELLOUT, ""));
    flavors.add(flavor("beta.large.2", Sale.OBT, ""));
    flavors.add(flavor("full.large.2", Sale.OBT_SELLOUT, ""));
    flavors.add(flavor("hot.large.2", Sale.PROMOTION, ""));
    flavors.add(flavor("friends.large.2", NORMAL, "op_gate_friends"));
    flavors.add(flavor("others.large.2", NORMAL, "op_gate_others"));
    flavors.add(flavor("trial.large.2", Sale.OBT, "op_gate_others, op_gate_more"));
    Account account = usual.account();
    return new Inventory(
        usual.region(),
        usual.zones(),
        new Account(
            account.domainId(),
            account.domainName(),
            account.projectId(),
            account.userId(),
            account.userName(),
            List.of("op_gate_friends")),
        usual.volumeTypes(),
        flavors,
        usual.images(),
        usual.network(),
        usual.limits().with(Limit.SERVERS, 3).with(Limit.CORES, 5).with(Limit.RAM, 12288));
  }

  private static Flavor flavor(String id, Sale status, String roles) {
    Map<String, String> extra = new LinkedHashMap<>();
    if (!roles.isEmpty()) {
      extra.put("cond:operation:roles", roles);
    }
    return new Flavor(id, 2, 4096, "normal", "s6", "x86_64", status, Map.of(), 2, 24, extra, null);
  }

  private Client client() {
    return new Client(ecsim, cloud);
  }

  @ParameterizedTest
  @CsvSource({
    "nothing.large.2, Ecs.0029",
    "gone.large.2, Ecs.0019",
    "out.large.2, Ecs.0018",
    "full.large.2, Ecs.0018",
    "others.large.2, Ecs.0027",
    "trial.large.2, Ecs.0016",
  })
  void aFlavorThatCannotBeHadIsRefusedWithTheReason(String flavor, String code) {
    Client client = client();
    HttpAnswer answer = client.create("web", ",\"flavorRef\":\"%s\"".formatted(flavor));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo(code);
    assertThat(answer.at("/error/message")).contains(flavor);
    assertThat(client.state().everywhere("server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"beta.large.2", "hot.large.2", "friends.large.2"})
  void aFlavorInBetaOrPromotedOrForThisAccountCanBeHad(String flavor) {
    assertThat(client().create("web", ",\"flavorRef\":\"%s\"".formatted(flavor)).status())
        .isEqualTo(200);
  }

  @Test
  void aListShowsWhatTheAccountMaySeeAndAZoneWhatItSells() {
    Client client = client();
    List<String> all = Client.each(client.get("/flavors").json().path("flavors"), "/id");
    assertThat(all).contains("friends.large.2", "out.large.2", "gone.large.2");
    assertThat(all).doesNotContain("others.large.2", "trial.large.2");
    var here = client.get("/flavors?availability_zone=" + Surroundings.ZONE).json();
    assertThat(Client.each(here.path("flavors"), "/id"))
        .contains("beta.large.2", "hot.large.2", "friends.large.2")
        .doesNotContain("out.large.2", "gone.large.2", "full.large.2");
  }

  @Test
  void aFlavorSaysOfEveryZoneWhetherItIsSold() {
    var specs = client().get("/flavors?flavor_id=out.large.2").json().at("/flavors/0");
    assertThat(specs.at("/os_extra_specs/cond:operation:status").asText()).isEqualTo("sellout");
    assertThat(specs.at("/os_extra_specs/cond:operation:az").asText())
        .isEqualTo("cn-north-4a(sellout), cn-north-4b(sellout), cn-north-4c(sellout)");
  }

  @Test
  void aServerCountsFromItsAcceptanceUntilItIsGone() {
    Client client = client();
    String first = client.create("a", "").at("/serverIds/0");
    assertThat(used(client)).isEqualTo("1 2 4096");
    String second = client.create("b", "").at("/serverIds/0");
    assertThat(used(client)).isEqualTo("2 4 8192");
    HttpAnswer refused = client.create("c", "");
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0001");
    assertThat(refused.at("/error/message")).contains("cores", "5", "6");
    assertThat(used(client)).isEqualTo("2 4 8192");
    client.world().advanceToIdle();
    client.remove(first, second);
    assertThat(used(client)).isEqualTo("2 4 8192");
    client.world().advanceToIdle();
    assertThat(used(client)).isEqualTo("0 0 0");
  }

  @Test
  void memoryHasAQuotaOfItsOwn() {
    HttpAnswer refused = client().create("a", ",\"flavorRef\":\"m6.large.8\"");
    assertThat(refused.at("/error/code")).isEqualTo("Ecs.0001");
    assertThat(refused.at("/error/message")).contains("ram", "12288", "16384");
  }

  private static String used(Client client) {
    var limits = client.get("/limits").json().path("absolute");
    return "%d %d %d"
        .formatted(
            limits.path("totalInstancesUsed").asInt(),
            limits.path("totalCoresUsed").asInt(),
            limits.path("totalRAMUsed").asInt());
  }
}
