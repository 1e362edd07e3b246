package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Native lists of servers: ecs-schemas.md 3.3. */
class NativeListsTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client() {
    return new Client(ecsim, cloud);
  }

  private Nova nova() {
    return new Nova(client(), cloud);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                  | db-1 web-2 web-1",
        "?sort_dir=asc                     | web-1 web-2 db-1",
        "?sort_key=display_name&sort_dir=asc | db-1 web-1 web-2",
        "?name=web                         | web-2 web-1",
        "?name=%5Eweb-%5B12%5D%24          | web-2 web-1",
        "?status=ACTIVE                    | web-2 web-1",
        "?status=shutoff                   | db-1",
        "?status=ERROR                     | ",
        "?status=NONSENSE                  | ",
        "?flavor=c6.large.2                | db-1 web-2 web-1",
        "?flavor=other                     | ",
        "?tags=blue                        | web-2 web-1",
        "?tags=blue,role=a                 | web-1",
        "?tags-any=role=a,role=b           | db-1 web-1",
        "?not-tags=blue,role=a             | db-1 web-2",
        "?not-tags-any=blue,role=a         | db-1",
        "?ip=192.168                       | db-1 web-2 web-1",
        "?ip=10.9                          | ",
        "?image=other                      | ",
      })
  void a_list_shows_what_is_asked_for(String query, String names) {
    String[] latest = {"X-OpenStack-Nova-API-Version", "2.60"};
    nova().running("web-1", ",'tags':['blue','role=a']", latest);
    nova().running("web-2", ",'tags':['blue']", latest);
    client().stop("HARD", nova().running("db-1", ",'tags':['role=b']", latest));
    ecsim.advanceToIdle();

    assertThat(String.join(" ", nova().names(query == null ? "" : query)))
        .isEqualTo(names == null ? "" : names);
  }

  @Test
  void pages_follow_each_other() {
    for (int i = 0; i < 3; i++) {
      nova().create("web", "");
    }
    JsonNode first = nova().get("/servers/detail?limit=2&name=web").json();

    assertThat(first.path("servers")).hasSize(2);
    String next = first.at("/servers_links/0/href").asText();
    assertThat(next).startsWith(ecsim.url() + Nova.ROOT + "/servers/detail?limit=2&marker=");
    assertThat(first.at("/servers_links/0/rel").asText()).isEqualTo("next");
    JsonNode second = client().send("GET", next.substring(ecsim.url().length()), null).json();
    assertThat(second.path("servers")).hasSize(1);
    assertThat(second.has("servers_links")).isFalse();
    assertThat(nova().get("/servers").json().path("servers")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=1001, 403, forbidden",
    "?limit=x, 400, badRequest",
    "?limit=-1, 400, badRequest",
    "?marker=nothing, 400, badRequest",
    "?sort_key=colour, 400, badRequest",
    "?name=%5B, 400, badRequest",
    "?status=DELETED, 403, forbidden",
    "?changes-since=yesterday, 400, badRequest",
  })
  void what_a_list_cannot_be_asked(String query, int status, String key) {
    HttpAnswer refused = nova().get("/servers" + query);

    assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    assertThat(refused.json().at("/" + key + "/code").intValue()).isEqualTo(status);
  }

  @Test
  void a_status_that_there_is_not_is_refused_from_version_38_on() {
    assertThat(nova().getAs("2.37", "/servers?status=NONSENSE").status()).isEqualTo(200);
    assertThat(nova().getAs("2.38", "/servers?status=NONSENSE").status()).isEqualTo(400);
  }

  @Test
  void who_asks_what_has_changed_hears_of_the_deleted_too() {
    String old = nova().running("old");
    ecsim.advance(Duration.ofHours(1));
    Instant since = Instant.ofEpochMilli(client().world().now());
    String gone = nova().running("gone");
    nova().delete("/servers/" + gone);
    ecsim.advanceToIdle();
    JsonNode changed = nova().get("/servers/detail?changes-since=" + since).json();

    assertThat(Client.each(changed.path("servers"), "/name")).containsExactly("gone");
    JsonNode server = changed.at("/servers/0");
    assertThat(server.path("status").asText()).isEqualTo("DELETED");
    assertThat(server.path("OS-EXT-STS:vm_state").asText()).isEqualTo("deleted");
    assertThat(server.path("OS-EXT-STS:power_state").asInt()).isZero();
    assertThat(server.path("OS-SRV-USG:terminated_at").asText()).isNotEmpty();
    assertThat(nova().names("")).containsExactly("old");
    assertThat(nova().server(old).path("OS-SRV-USG:terminated_at").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/servers",
        "/servers/detail",
        "/flavors",
        "/flavors/detail",
        "/os-keypairs",
        "/os-server-groups"
      })
  void no_list_has_fewer_than_no_rows(String list) {
    HttpAnswer refused = nova().get(list + "?limit=-1", "X-OpenStack-Nova-API-Version", "2.60");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().at("/badRequest/code").intValue()).isEqualTo(400);
    assertThat(refused.at("/badRequest/message")).contains("limit");
  }
}
