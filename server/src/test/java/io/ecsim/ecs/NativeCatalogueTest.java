package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the native door offers beside servers: ecs-schemas.md 8 to 10. */
class NativeCatalogueTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  @Test
  void flavors_are_listed_by_name_page_by_page() {
    JsonNode first = nova().get("/flavors?limit=2&minRam=2048").json();
    JsonNode all = nova().get("/flavors/detail?is_public=None").json().path("flavors");

    assertThat(Client.each(first.path("flavors"), "/id")).hasSize(2).isSorted();
    assertThat(first.at("/flavors_links/0/href").asText()).contains("limit=2", "minRam=2048");
    assertThat(all).hasSizeGreaterThan(10);
    assertThat(Client.each(all, "/OS-FLV-EXT-DATA:ephemeral")).containsOnly("0");
    assertThat(nova().get("/flavors/detail?is_public=False").json().path("flavors")).isEmpty();
    assertThat(nova().get("/flavors?minDisk=1").json().path("flavors")).isEmpty();
    assertThat(
            Client.each(
                nova()
                    .get("/flavors/detail?sort_key=memory_mb&sort_dir=desc")
                    .json()
                    .path("flavors"),
                "/ram"))
        .extracting(Integer::valueOf)
        .isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void a_flavor_is_shown_with_its_extra_specs() {
    HttpAnswer flavor = nova().get("/flavors/c6.large.2");

    assertThat(flavor.json().at("/flavor/ram").intValue()).isEqualTo(4096);
    assertThat(flavor.json().path("flavor").has("description")).isFalse();
    assertThat(
            nova().getAs("2.55", "/flavors/c6.large.2").json().at("/flavor/description").isNull())
        .isTrue();
    assertThat(nova().get("/flavors/c6.large.2/os-extra_specs").at("/extra_specs/ecs:generation"))
        .isNotEmpty();
    assertThat(nova().get("/flavors/none").at("/itemNotFound/code")).isEqualTo("404");
  }

  @Test
  void a_key_pair_is_made_once_and_shown_and_deleted() {
    HttpAnswer made = nova().post("/os-keypairs", "{'keypair':{'name':'k1'}}");

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.at("/keypair/private_key")).startsWith("-----BEGIN");
    assertThat(made.json().path("keypair").has("type")).isFalse();
    HttpAnswer again = nova().post("/os-keypairs", "{'keypair':{'name':'k1'}}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("/conflictingRequest/message")).isEqualTo("Key pair 'k1' already exists.");
    assertThat(nova().get("/os-keypairs").at("/keypairs/0/keypair/fingerprint"))
        .isEqualTo(made.at("/keypair/fingerprint"));
    JsonNode shown = nova().getAs("2.2", "/os-keypairs/k1").json().path("keypair");
    assertThat(shown.path("type").asText()).isEqualTo("ssh");
    assertThat(shown.path("id").isInt()).isTrue();
    assertThat(shown.path("deleted").booleanValue()).isFalse();
    assertThat(nova().delete("/os-keypairs/k1").status()).isEqualTo(202);
    assertThat(nova().get("/os-keypairs/k1").status()).isEqualTo(404);
    assertThat(nova().delete("/os-keypairs/k1").status()).isEqualTo(404);
  }

  @Test
  void a_public_key_is_taken_in_and_servers_know_it() {
    String key = nova().post("/os-keypairs", "{'keypair':{'name':'k1'}}").at("/keypair/public_key");
    HttpAnswer taken =
        nova()
            .post(
                "/os-keypairs",
                "{'keypair':{'name':'k2','public_key':'%s','type':'ssh'}}".formatted(key.strip()),
                "OpenStack-API-Version",
                "compute 2.10");

    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().path("keypair").has("private_key")).isFalse();
    String id = nova().running("web", ",'key_name':'k2'");
    assertThat(nova().server(id).path("key_name").asText()).isEqualTo("k2");
    assertThat(nova().delete("/os-keypairs/k2", "OpenStack-API-Version", "compute 2.10").status())
        .isEqualTo(204);
    assertThat(nova().post("/os-keypairs", "{'keypair':{'name':'k3','public_key':'x'}}").status())
        .isEqualTo(400);
  }

  @Test
  void limits_count_what_is_there_and_lose_members_by_version() {
    nova().running("web");
    JsonNode limits = nova().get("/limits").json().at("/limits/absolute");

    assertThat(limits.path("totalInstancesUsed").intValue()).isEqualTo(1);
    assertThat(limits.path("totalCoresUsed").intValue()).isEqualTo(2);
    assertThat(limits.path("totalRAMUsed").intValue()).isEqualTo(4096);
    assertThat(limits.path("maxTotalFloatingIps").intValue()).isPositive();
    JsonNode later = nova().getAs("2.57", "/limits").json().at("/limits/absolute");
    assertThat(later.has("maxTotalFloatingIps")).isFalse();
    assertThat(later.has("maxPersonality")).isFalse();
    assertThat(later.path("maxTotalInstances").intValue()).isPositive();
  }

  @Test
  void quotas_are_ones_own() {
    String path = "/os-quota-sets/" + Ecsim.PROJECT;

    assertThat(nova().get(path).at("/quota_set/id")).isEqualTo(Ecsim.PROJECT);
    assertThat(nova().get(path).json().at("/quota_set/cores"))
        .isEqualTo(nova().get(path + "/defaults").json().at("/quota_set/cores"));
    assertThat(nova().get("/os-quota-sets/other").status()).isEqualTo(403);
  }

  @Test
  void networks_and_security_groups_are_those_of_the_network_service() {
    String id = nova().running("web");
    HttpAnswer groups = nova().get("/servers/" + id + "/os-security-groups");

    assertThat(nova().get("/os-networks").at("/networks/0/id")).isEqualTo(client().subnet());
    assertThat(nova().getAs("2.36", "/os-networks").status()).isEqualTo(404);
    assertThat(groups.at("/security_groups/0/name")).isEqualTo("default");
    assertThat(groups.json().at("/security_groups/0/rules")).isNotEmpty();
    assertThat(groups.at("/security_groups/0/rules/0/parent_group_id"))
        .isEqualTo(groups.at("/security_groups/0/id"));
  }
}
