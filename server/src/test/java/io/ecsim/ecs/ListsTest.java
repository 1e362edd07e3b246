package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and their filters: {@code ecs-schemas.md} 3.1 and 3.2. */
class ListsTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client;
  private String web;
  private String db;
  private String job;

  @BeforeEach
  void makeThreeServers() {
    client = new Client(ecsim, cloud);
    web =
        client.running(
            "web-1",
            ",\"server_tags\":[{\"key\":\"env\",\"value\":\"prod\"},{\"key\":\"lonely\",\"value\":\"\"}],"
                + "\"nics\":[{\"subnet_id\":\"%s\",\"ip_address\":\"192.168.0.51\"}]"
                    .formatted(client.subnet()));
    db =
        client.running(
            "db-1",
            ",\"flavorRef\":\"s6.large.2\",\"availability_zone\":\"cn-north-4b\","
                + "\"extendparam\":{\"enterprise_project_id\":\"ep1\"},"
                + "\"nics\":[{\"subnet_id\":\"%s\",\"ip_address\":\"192.168.0.151\"}]"
                    .formatted(client.subnet()));
    job = client.running("job-1", ",\"metadata\":{\"owner\":\"me\"}");
    client.stop("SOFT", db);
    ecsim.advanceToIdle();
    client.reboot("SOFT", job);
  }

  private static List<String> names(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Client.each(answer.json().path("servers"), "/name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | web-1 db-1 job-1
          name=-1                                | web-1 db-1 job-1
          name=db                                | db-1
          flavor=s6.large.2                      | db-1
          status=ACTIVE                          | web-1 job-1
          status=REBOOT                          | job-1
          status=SHUTOFF                         | db-1
          status=NONSENSE                        | none
          tags=env%3Dprod                        | web-1
          tags=env                               | web-1
          tags=env%3Dtest                        | none
          tags=env%3Dprod&tags=lonely            | web-1
          not-tags=env                           | db-1 job-1
          not-tags=__type_baremetal              | web-1 db-1 job-1
          ip_eq=192.168.0.51                     | web-1
          ip=192.168.0.51                        | web-1
          ip=51                                  | web-1 db-1
          enterprise_project_id=ep1              | db-1
          enterprise_project_id=0                | web-1 job-1
          enterprise_project_id=all_granted_eps  | web-1 db-1 job-1
          limit=2                                | web-1 db-1
          limit=2&offset=0                       | web-1 db-1
          limit=2&offset=2                       | job-1
          limit=2&offset=3                       | none
          """)
  void theDetailListIsFiltered(String query, String expected) {
    HttpAnswer answer = client.get("/detail?" + query);
    assertThat(String.join(" ", names(answer))).isEqualTo(expected.equals("none") ? "" : expected);
  }

  @Test
  void theCountIsOfAllMatchesNotOfThePage() {
    assertThat(client.get("/detail?limit=1").at("/count")).isEqualTo("3");
    assertThat(client.get("/detail?limit=1&status=ACTIVE").at("/count")).isEqualTo("2");
    assertThat(client.get("/detail?limit=1001").at("/error/code")).isEqualTo("Ecs.0005");
  }

  @Test
  void aListByIdsHasAStubForEachUnknownOne() {
    String unknown = "00000000-0000-4000-8000-00000000ffff";
    JsonNode servers =
        client.get("/detail?server_id=" + db + "," + unknown + "&name=web").json().path("servers");
    assertThat(Client.each(servers, "/id")).containsExactly(db, unknown);
    assertThat(servers.at("/1/fault/message").asText())
        .isEqualTo("Instance " + unknown + " could not be found.");
    assertThat(servers.at("/1/name").isMissingNode()).isTrue();
  }

  @Test
  void itemsOfTheListHaveMoreMembers() {
    JsonNode item = client.get("/detail?name=web").json().at("/servers/0");
    assertThat(item.at("/network_interfaces/0/ip_addresses/0").asText()).isEqualTo("192.168.0.51");
    assertThat(item.at("/network_interfaces/0/subnet_id").asText()).isEqualTo(client.subnet());
    assertThat(item.path("tags").toString()).isEqualTo("[\"env=prod\",\"lonely\"]");
    assertThat(item.at("/capacity_reservation_specification/preference").asText())
        .isEqualTo("none");
    assertThat(client.server(web).has("network_interfaces")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | web-1 db-1 job-1
          name=db                           | db-1
          flavor_name=s6.large.2            | db-1
          availability_zone=4b              | db-1
          availability_zone_eq=cn-north-4b  | db-1
          availability_zone_eq=4b           | none
          status=SHUTOFF                    | db-1
          tags=env%3Dprod                   | web-1
          not-tags=env                      | db-1 job-1
          metadata=owner%3Dme               | job-1
          metadata-key=owner                | job-1
          charging_mode=0                   | web-1 db-1 job-1
          charging_mode=1                   | none
          in_recycle_bin=true               | none
          in_recycle_bin=false              | web-1 db-1 job-1
          enterprise_project_id=ep1         | db-1
          launched_since=2099-01-01T00:00:00Z | none
          limit=0                           | none
          """)
  void theNewListIsFiltered(String query, String expected) {
    HttpAnswer answer = client.get11("/detail?" + query);
    assertThat(String.join(" ", names(answer))).isEqualTo(expected.equals("none") ? "" : expected);
  }

  @Test
  void theNewListIsPagedByMarker() {
    HttpAnswer first = client.get11("/detail?limit=2");
    assertThat(names(first)).containsExactly("web-1", "db-1");
    assertThat(first.at("/servers_links/0/rel")).isEqualTo("next");
    assertThat(first.at("/servers_links/0/href")).endsWith("limit=2&marker=" + db);
    HttpAnswer last = client.get11("/detail?limit=2&marker=" + db);
    assertThat(names(last)).containsExactly("job-1");
    assertThat(last.json().path("servers_links").isEmpty()).isTrue();
    assertThat(names(client.get11("/detail?marker=" + job))).isEmpty();
  }

  @Test
  void theNewListShowsMoreOnlyIfThatIsAskedFor() {
    JsonNode plain = client.get11("/detail?id=" + web).json().at("/servers/0");
    assertThat(plain.has("addresses")).isFalse();
    assertThat(plain.at("/flavor/vcpus").isInt()).isTrue();
    assertThat(plain.at("/flavor/ram").isInt()).isTrue();
    assertThat(plain.path("fault").isNull()).isTrue();
    JsonNode more =
        client
            .get11(
                "/detail?id="
                    + web
                    + "&expect-fields=addresses,power_state&expect-fields=market_info"
                    + "&expect-fields=volumes_attached")
            .json()
            .at("/servers/0");
    assertThat(more.path("addresses").path(client.vpc()).at("/0/version").asInt()).isEqualTo(4);
    assertThat(more.path("addresses").path(client.vpc()).at("/0/version").isInt()).isTrue();
    assertThat(more.path("power_state").asInt()).isEqualTo(1);
    assertThat(more.at("/market_info/charge_mode").asText()).isEqualTo("postpaid");
    assertThat(more.at("/volumes_attached/0/delete_on_termination").asBoolean()).isTrue();
    assertThat(more.at("/volumes_attached/0/size").asInt()).isEqualTo(40);
  }
}
