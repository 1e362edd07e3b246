package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flavors, zones, limits, versions: {@code ecs-schemas.md} 8, 10, 14. */
class CatalogueTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  @Test
  void flavorsAreListedInTheTypesOfThisApi() {
    JsonNode flavor = client().get("/flavors?flavor_id=c6.large.2").json().at("/flavors/0");
    assertThat(flavor.path("vcpus").isTextual()).isTrue();
    assertThat(flavor.path("ram").isInt()).isTrue();
    assertThat(flavor.path("disk").isTextual()).isTrue();
    assertThat(flavor.path("rxtx_cap").isNull()).isTrue();
    assertThat(flavor.at("/os_extra_specs/ecs:performancetype").asText()).isEqualTo("computingv3");
    assertThat(flavor.at("/os_extra_specs/ecs:generation").asText()).isEqualTo("c6");
    assertThat(flavor.at("/attachableQuantity/free_blk").asInt()).isEqualTo(24);
  }

  @Test
  void flavorsArePagedAndFilteredByZone() {
    Client client = client();
    List<String> all = Client.each(client.get("/flavors").json().path("flavors"), "/id");
    assertThat(all).hasSameSizeAs(cloud.inventory.openFlavors());
    JsonNode page = client.get("/flavors?limit=2&marker=" + all.get(1)).json().path("flavors");
    assertThat(Client.each(page, "/id")).isEqualTo(all.subList(2, 4));
    assertThat(client.get("/flavors?availability_zone=mars").json().path("flavors").isEmpty())
        .isTrue();
    var sold =
        cloud.inventory.openFlavors().stream()
            .filter(flavor -> flavor.saleIn(Surroundings.ZONE).sold())
            .map(flavor -> flavor.id())
            .toList();
    JsonNode here =
        client.get("/flavors?availability_zone=" + Surroundings.ZONE).json().path("flavors");
    assertThat(Client.each(here, "/id")).isEqualTo(sold);
  }

  @Test
  void zonesAreListedInBothForms() {
    Client client = client();
    JsonNode zones =
        client.send("GET", "/ecs/v1/" + Ecsim.PROJECT + "/availability-zones", null).json();
    assertThat(Client.each(zones.path("availability_zones"), "/availability_zone_id"))
        .isEqualTo(cloud.inventory.zones());
    JsonNode nova =
        client.send("GET", "/ecs/v2.1/" + Ecsim.PROJECT + "/os-availability-zone", null).json();
    assertThat(Client.each(nova.path("availabilityZoneInfo"), "/zoneName"))
        .isEqualTo(cloud.inventory.zones());
    assertThat(nova.at("/availabilityZoneInfo/0/zoneState/available").asBoolean()).isTrue();
    assertThat(nova.at("/availabilityZoneInfo/0/hosts").isNull()).isTrue();
  }

  @Test
  void limitsCountWhatThereIs() {
    Client client = client();
    client.running("a");
    client.create("b", "");
    JsonNode limits = client.get("/limits").json().path("absolute");
    assertThat(limits.path("totalInstancesUsed").asInt()).isEqualTo(2);
    assertThat(limits.path("totalCoresUsed").asInt()).isEqualTo(4);
    assertThat(limits.path("totalRAMUsed").asInt()).isEqualTo(8192);
    assertThat(limits.path("totalSecurityGroupsUsed").asInt()).isEqualTo(1);
    assertThat(limits.path("maxTotalInstances").asInt()).isEqualTo(2048);
  }

  @Test
  void versionsAreListed() {
    Client client = client();
    JsonNode versions = client.send("GET", "/ecs/", null).json().path("versions");
    assertThat(Client.each(versions, "/id")).containsExactly("v2.0", "v2.1");
    assertThat(client.send("GET", "/ecs/v2.1", null).at("/version/version")).isEqualTo("2.60");
  }

  @Test
  void cardsOfAMissingServerAreRefusedAsTheProviderKnowsIt() {
    var answer = client().get("/00000000-0000-4000-8000-00000000ffff/os-interface");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0307");
  }

  @Test
  void cardsShowTheirNativeSubnet() {
    Client client = client();
    JsonNode cards = client.get("/" + client.running("a") + "/os-interface").json();
    assertThat(cards.at("/interfaceAttachments/0/net_id").asText()).isEqualTo(client.subnet());
    assertThat(cards.at("/interfaceAttachments/0/fixed_ips/0/subnet_id").asText())
        .isNotEmpty()
        .isNotEqualTo(client.subnet());
    assertThat(cards.at("/attachableQuantity/free_nic").asInt()).isEqualTo(1);
  }

  @Test
  void spotPoliciesFollowFromTheFlavors() {
    Client client = client();
    JsonNode all = client.get("/flavor-sell-policies").json();
    assertThat(all.path("count").asInt()).isEqualTo(all.path("sell_policies").size()).isPositive();
    assertThat(Client.each(all.path("sell_policies"), "/sell_mode")).containsOnly("spot");
    assertThat(Client.each(all.path("sell_policies"), "/sell_status"))
        .contains("available", "sellout");
    JsonNode out = client.get("/flavor-sell-policies?sell_status=sellout&limit=1").json();
    assertThat(out.at("/sell_policies/0/sell_status").asText()).isEqualTo("sellout");
    int last = out.at("/sell_policies/0/id").asInt();
    JsonNode rest = client.get("/flavor-sell-policies?sell_status=sellout&marker=" + last).json();
    assertThat(rest.path("sell_policies").size()).isEqualTo(out.path("count").asInt() - 1);
    assertThat(
            client
                .get("/flavor-sell-policies?largest_spot_duration_count_gt=1")
                .json()
                .path("sell_policies"))
        .isNotEmpty();
  }

  @Test
  void capacityIsWhereAFlavorIsSold() {
    JsonNode found = client().get("/flavors/m7.large.8/resources").json().path("resources");
    assertThat(Client.each(found, "/availability_zone"))
        .containsExactly("cn-north-4a", "cn-north-4b");
    JsonNode promoted = client().get("/flavors/s7.large.2/resources").json();
    assertThat(promoted.at("/resources/0/prefer").booleanValue()).isTrue();
    assertThat(client().get("/flavors/nothing/resources").at("/error/code")).isEqualTo("Ecs.0029");
  }

  @Test
  void whatIsRecommendedCanBeHadAndFits() {
    Client client = client();
    String path = "/ecs/v1/" + Ecsim.PROJECT + "/recommendations/ecs-supply";
    JsonNode arm =
        client
            .send("POST", path, "{\"flavor_constraint\":{\"architecture_type\":[\"arm64\"]}}")
            .json()
            .path("supply_recommendations");
    assertThat(Client.each(arm, "/flavor_id")).isNotEmpty().allMatch(id -> id.startsWith("k"));
    JsonNode region =
        client
            .send("POST", path, "{\"option\":{\"result_granularity\":\"BY_REGION\"}}")
            .json()
            .path("supply_recommendations");
    assertThat(Client.each(region, "/region_id")).containsExactly("cn-north-4");
    assertThat(region.at("/0/score").isInt()).isTrue();
    JsonNode zone =
        client
            .send(
                "POST",
                path,
                """
                {"flavor_ids":["m7.large.8"],"locations":[{"region_id":"cn-north-4",
                "availability_zone_id":"cn-north-4c"}]}""")
            .json()
            .path("supply_recommendations");
    assertThat(zone).isEmpty();
  }

  @Test
  void aServerSaysHowManyDisksItCouldStillHave() {
    Client client = client();
    String server = client.running("a");
    JsonNode room = client.get("/" + server + "/appendvolumequota").json();
    assertThat(room.path("free_blk").asInt()).isEqualTo(23);
    assertThat(client.get("/nobody/appendvolumequota").status()).isEqualTo(404);
  }
}
