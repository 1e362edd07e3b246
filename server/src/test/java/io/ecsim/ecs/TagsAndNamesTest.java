package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags under both addresses, the search by them, one name for several, options of metadata. */
class TagsAndNamesTest {
  private static final String OLD = "/ecs/v1/" + Ecsim.PROJECT + "/servers";
  private static final String NEW = "/ecs/v1/" + Ecsim.PROJECT + "/cloudservers";

  private final Surroundings cloud = new Surroundings();
  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());
  private final Client client = new Client(ecsim, cloud);

  private HttpAnswer search(String base, String body) {
    return client.send("POST", base + "/resource_instances/action", body.replace('\'', '"'));
  }

  private static String tags(String... keysAndValues) {
    var tags = new StringBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tags.append(tags.isEmpty() ? "" : ",")
          .append(
              "{\"key\":\"%s\",\"value\":\"%s\"}"
                  .formatted(keysAndValues[i], keysAndValues[i + 1]));
    }
    return ",\"server_tags\":[" + tags + "]";
  }

  private HttpAnswer rename(String name, String... ids) {
    return client.put(
        "/server-name",
        "{\"name\":\"%s\",\"servers\":[%s]}"
            .formatted(
                name,
                String.join(
                    ",", List.of(ids).stream().map("{\"id\":\"%s\"}"::formatted).toList())));
  }

  @Test
  void the_old_address_of_tags_shows_and_changes_the_same_tags() {
    String server = client.running("web", tags("env", "test"));
    HttpAnswer made =
        client.send(
            "POST",
            OLD + "/" + server + "/tags/action",
            "{\"action\":\"create\",\"tags\":[{\"key\":\"team\",\"value\":\"blue\"}]}");
    assertThat(made.status()).isEqualTo(204);

    JsonNode old = client.send("GET", OLD + "/" + server + "/tags", null).json();
    assertThat(old).isEqualTo(client.get("/" + server + "/tags").json());
    assertThat(Client.each(old.path("tags"), "/key")).containsExactly("env", "team");
    JsonNode ofProject = client.send("GET", OLD + "/tags", null).json();
    assertThat(ofProject).isEqualTo(client.get("/tags").json());
    assertThat(Client.each(ofProject.path("tags"), "/values/0")).containsExactly("test", "blue");

    HttpAnswer gone =
        client.send(
            "POST",
            OLD + "/" + server + "/tags/action",
            "{\"action\":\"delete\",\"tags\":[{\"key\":\"env\"}]}");
    assertThat(gone.status()).isEqualTo(204);
    assertThat(Client.each(client.server(server).path("tags"), "")).containsExactly("team=blue");
  }

  @Test
  void the_old_address_knows_no_more_servers_than_the_new_one() {
    HttpAnswer answer = client.send("GET", OLD + "/nowhere/tags", null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0114");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'tags':[{'key':'env','values':['test']}]                               | a,b",
        "'tags':[{'key':'env'}]                                                 | a,b,c",
        "'tags':[{'key':'env','values':['test','live']}]                        | a,b,c",
        "'tags':[{'key':'env','values':['test']},{'key':'team'}]                | b",
        "'not_tags':[{'key':'env','values':['test']}]                           | c,d",
        "'tags':[{'key':'env'}],'not_tags':[{'key':'team'}]                     | a,c",
        "'matches':[{'key':'resource_name','value':'d'}]                        | d",
        "'limit':2,'offset':1                                                   | b,c",
        "'limit':'2','offset':'3'                                               | d",
      })
  void servers_are_found_by_their_tags_under_both_addresses(String wish, String names) {
    client.running("a", tags("env", "test"));
    client.running("b", tags("env", "test", "team", "blue"));
    client.running("c", tags("env", "live"));
    client.running("d", "");

    for (String base : List.of(OLD, NEW)) {
      HttpAnswer found = search(base, "{'action':'filter'," + wish + "}");
      assertThat(found.status()).as(found.text()).isEqualTo(200);
      assertThat(Client.each(found.json().path("resources"), "/resource_name"))
          .containsExactly(names.split(","));
    }
  }

  @Test
  void they_can_be_counted_only() {
    client.running("a", tags("env", "test"));
    client.running("b", tags("env", "test"));

    HttpAnswer counted = search(OLD, "{'action':'count','tags':[{'key':'env'}]}");
    assertThat(counted.at("/total_count")).isEqualTo("2");
    assertThat(counted.json().has("resources")).isFalse();
    JsonNode one = search(NEW, "{'action':'filter','limit':1}").json();
    assertThat(one.path("total_count").asInt()).isEqualTo(2);
    assertThat(one.at("/resources/0/tags/0/value").asText()).isEqualTo("test");
    assertThat(one.at("/resources/0/resource_id").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'action':'find'}",
        "{'action':'filter','limit':0}",
        "{'action':'filter','limit':1001}",
        "{'action':'filter','tags':[{'values':['x']}]}",
        "{'action':'filter','matches':[{'key':'name','value':'x'}]}",
      })
  void a_search_that_cannot_be_understood_is_refused(String body) {
    HttpAnswer answer = search(OLD, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0005");
  }

  @Test
  void several_servers_get_one_name() {
    String a = client.running("a");
    String b = client.running("b");

    HttpAnswer renamed = rename("same", a, b);
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(Client.each(renamed.json().path("response"), "/id")).containsExactly(a, b);
    assertThat(client.server(a).path("name").asText()).isEqualTo("same");
    assertThat(client.server(b).path("name").asText()).isEqualTo("same");
    assertThat(client.server(b).path("OS-EXT-SRV-ATTR:hostname").asText()).isEqualTo("b");
  }

  @Test
  void who_cannot_have_the_name_is_told_one_by_one() {
    String a = client.running("a");
    String busy = client.running("b");
    client.stop("SOFT", busy);

    HttpAnswer answer = rename("same", a, busy, "nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isEqualTo("Ecs.0611");
    JsonNode failures = answer.json().path("internalError");
    assertThat(Client.each(failures, "/id")).containsExactly(busy, "nobody");
    assertThat(Client.each(failures, "/error_code")).containsExactly("Ecs.0603", "Ecs.0114");
    assertThat(Client.each(failures, "/error_message")).allMatch(text -> !text.isEmpty());
    assertThat(client.server(a).path("name").asText()).isEqualTo("same");
    assertThat(client.server(busy).path("name").asText()).isEqualTo("b");
  }

  @Test
  void a_name_is_only_tried_in_a_dry_run() {
    String a = client.running("a");

    HttpAnswer tried =
        client.put(
            "/server-name",
            "{\"dry_run\":true,\"name\":\"other\",\"servers\":[{\"id\":\"%s\"}]}".formatted(a));
    assertThat(tried.status()).isEqualTo(200);
    assertThat(client.server(a).path("name").asText()).isEqualTo("a");
    assertThat(rename("not a name!", a).at("/error/code")).isEqualTo("Ecs.0915");
  }

  @Test
  void a_server_says_how_its_metadata_is_reached() {
    String usual = client.running("a");
    String asked = client.running("b", ",\"metadata_options\":{\"http_tokens\":\"required\"}");

    assertThat(client.get("/" + usual + "/metadata-options").text())
        .contains("\"http_endpoint\":\"enabled\"", "\"http_tokens\":\"optional\"");
    assertThat(client.get("/" + asked + "/metadata-options").at("/http_tokens"))
        .isEqualTo("required");

    assertThat(
            client
                .put("/" + asked + "/metadata-options", "{\"http_endpoint\":\"disabled\"}")
                .status())
        .isEqualTo(200);
    assertThat(client.get("/" + asked + "/metadata-options").text())
        .contains("\"http_endpoint\":\"disabled\"", "\"http_tokens\":\"required\"");
    HttpAnswer wrong = client.put("/" + asked + "/metadata-options", "{\"http_tokens\":\"never\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.at("/error/code")).isEqualTo("Ecs.0005");
  }
}
