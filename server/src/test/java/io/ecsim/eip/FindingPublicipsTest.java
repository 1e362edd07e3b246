package io.ecsim.eip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.WholeDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingPublicipsTest {
  @RegisterExtension final WholeDouble cloud = new WholeDouble();
  private final Town town = new Town(cloud);

  @Test
  void theProviderFindsOneByItsAddress() {
    String id = town.publicip();
    town.publicip();
    String address = town.show(id).get("public_ip_address").asText();

    JsonNode found = list("?public_ip_address=%s&enterprise_project_id=all_granted_eps", address);

    assertThat(found).hasSize(1);
    assertThat(found.at("/0/id").asText()).isEqualTo(id);
  }

  private JsonNode list(String query, String value) {
    return town.get(Town.V1 + "/publicips" + query.formatted(value)).json().at("/publicips");
  }

  @Test
  void itIsFoundByItsPortAndPrivateAddress() {
    String port = town.port();
    String id = town.bound(port);
    town.publicip();

    assertThat(list("?port_id=%s&ip_version=4", port).at("/0/id").asText()).isEqualTo(id);
    String inside = town.show(id).get("private_ip_address").asText();
    assertThat(list("?private_ip_address=%s", inside)).hasSize(1);
    assertThat(list("?ip_version=%s", "6")).isEmpty();
    assertThat(list("?enterprise_project_id=%s", "1")).isEmpty();
  }

  @Test
  void thePageAfterTheLastIsEmpty() {
    town.publicip();
    String last = town.publicip();

    assertThat(list("?limit=%s", "1")).hasSize(1);
    assertThat(list("?marker=%s", last)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alias=front",
        "alias_like=ron",
        "status=ACTIVE",
        "associate_instance_type=PORT",
        "vnic.port_id=PORT_ID",
        "vnic.private_ip_address_like=192.168",
        "sort_key=created_at&sort_dir=asc&limit=1",
      })
  void theThirdGenerationFindsItByWhatItShows(String query) {
    String port = town.port();
    String id = town.bound(port);
    town.update(id, "{\"alias\":\"front\"}");
    town.publicip();

    HttpAnswer found = town.get(Town.V3 + "/publicips?" + query.replace("PORT_ID", port));

    assertThat(found.json().at("/publicips")).hasSize(1);
    assertThat(found.at("/publicips/0/id")).isEqualTo(id);
  }

  @Test
  void sortingDownIsSortingUpReversed() {
    String first = town.publicip();
    String second = town.publicip();

    HttpAnswer down = town.get(Town.V3 + "/publicips?sort_key=created_at&sort_dir=desc");

    assertThat(down.at("/publicips/0/id")).isEqualTo(second);
    assertThat(down.at("/publicips/1/id")).isEqualTo(first);
    assertThat(down.at("/total_count")).isEqualTo("2");
  }

  @Test
  void tagsAreAddedShownAndTakenAway() {
    String id = town.publicip();
    String path = Town.V2 + "/publicips/" + id + "/tags";

    HttpAnswer added =
        town.send(
            "POST",
            path + "/action",
            """
            {"action":"create","tags":[{"key":"a","value":"1"},{"key":"b","value":""}]}""");
    assertThat(added.status()).as(added.text()).isEqualTo(204);
    assertThat(town.show(id).at("/tags")).map(JsonNode::asText).containsExactly("a=1", "b=");
    assertThat(town.get(Town.V2 + "/publicips/tags").at("/tags/0/values/0")).isEqualTo("1");

    town.send("DELETE", path + "/a", null);
    HttpAnswer left = town.get(path);
    assertThat(left.json().at("/tags")).hasSize(1);
    assertThat(left.at("/tags/0/key")).isEqualTo("b");
  }
}
