package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Updates, metadata, tags, passwords: {@code ecs-schemas.md} 3.4, 4, 11, 12. */
class ChangingServersTest {
  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Client client;
  private String server;

  @BeforeEach
  void makeAServer() {
    client = new Client(ecsim, cloud);
    server = client.running("web", ",\"description\":\"old\",\"metadata\":{\"a\":\"1\"}");
  }

  private HttpAnswer update(String members) {
    return client.put("/" + server, "{\"server\":{%s}}".formatted(members));
  }

  @Test
  void anAbsentMemberStaysAndAGivenOneChanges() {
    JsonNode answer = update("\"name\":\"new\"").json().path("server");
    assertThat(answer.path("name").asText()).isEqualTo("new");
    assertThat(answer.path("description").asText()).isEqualTo("old");
    assertThat(answer.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(answer.path("image").isTextual()).isTrue();
    assertThat(answer.at("/links/0/rel").asText()).isEqualTo("self");
    assertThat(client.server(server).path("name").asText()).isEqualTo("new");
    assertThat(client.server(server).path("OS-EXT-SRV-ATTR:hostname").asText()).isEqualTo("web");
  }

  @Test
  void anEmptyTextAndNullAreTwoThings() {
    update("\"description\":\"\"");
    assertThat(client.server(server).path("description").isTextual()).isTrue();
    update("\"description\":null");
    assertThat(client.server(server).path("description").isNull()).isTrue();
    assertThat(update("\"name\":null").status()).isEqualTo(400);
  }

  @Test
  void anUpdateThatIsWrongChangesNothing() {
    var before = client.state();
    assertThat(update("\"name\":\"a b\"").at("/error/code")).isEqualTo("Ecs.0915");
    assertThat(update("\"hostname\":\"-x-\"").at("/error/code")).isEqualTo("Ecs.0005");
    assertThat(update("\"hostname\":\"123\"").at("/error/code")).isEqualTo("Ecs.0005");
    assertThat(update("\"description\":\"<\"").at("/error/code")).isEqualTo("Ecs.0041");
    assertThat(update("\"user_data\":\"%\"").at("/error/code")).isEqualTo("Ecs.0005");
    assertThat(client.put("/none", "{\"server\":{\"name\":\"x\"}}").status()).isEqualTo(404);
    assertThat(client.state()).isEqualTo(before);
  }

  @Test
  void metadataIsMergedAndDeletedByKey() {
    HttpAnswer merged =
        client.post("/" + server + "/metadata", "{\"metadata\":{\"a\":\"2\",\"b\":\"3\"}}");
    assertThat(merged.json().path("metadata").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"3\"}");
    assertThat(client.delete("/" + server + "/metadata/a").status()).isEqualTo(204);
    JsonNode metadata = client.server(server).path("metadata");
    assertThat(metadata.has("a")).isFalse();
    assertThat(metadata.path("b").asText()).isEqualTo("3");
    assertThat(metadata.path("vpc_id").asText()).isEqualTo(client.vpc());
    assertThat(client.delete("/" + server + "/metadata/a").at("/error/message"))
        .contains("itemNotFound");
  }

  @Test
  void theUsersMetadataCannotHideTheClouds() {
    client.post("/" + server + "/metadata", "{\"metadata\":{\"vpc_id\":\"mine\"}}");
    assertThat(client.server(server).at("/metadata/vpc_id").asText()).isEqualTo(client.vpc());
  }

  @Test
  void tagsAreSetOverwrittenAndDeleted() {
    String path = "/" + server + "/tags/action";
    String create = "{\"action\":\"create\",\"tags\":[%s]}";
    assertThat(
            client
                .post(path, create.formatted("{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\"}"))
                .status())
        .isEqualTo(204);
    client.post(path, create.formatted("{\"key\":\"a\",\"value\":\"2\"}"));
    assertThat(client.get("/" + server + "/tags").json().path("tags").toString())
        .isEqualTo("[{\"key\":\"a\",\"value\":\"2\"},{\"key\":\"b\",\"value\":\"\"}]");
    assertThat(client.get("/tags").json().path("tags").toString())
        .isEqualTo("[{\"key\":\"a\",\"values\":[\"2\"]},{\"key\":\"b\",\"values\":[\"\"]}]");
    client.post(path, "{\"action\":\"delete\",\"tags\":[{\"key\":\"a\"}]}");
    assertThat(Client.each(client.server(server).path("tags"), "")).containsExactly("b");
  }

  @Test
  void aServerHasTenTagsAtMost() {
    var ten = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      ten.append(i == 0 ? "" : ",").append("{\"key\":\"k%d\",\"value\":\"\"}".formatted(i));
    }
    String path = "/" + server + "/tags/action";
    String body = "{\"action\":\"create\",\"tags\":[%s]}";
    assertThat(client.post(path, body.formatted(ten)).status()).isEqualTo(204);
    assertThat(client.post(path, body.formatted("{\"key\":\"more\"}")).at("/error/code"))
        .isEqualTo("Ecs.0905");
  }

  @Test
  void aPasswordIsCheckedOnlyIfThatIsAskedFor() {
    String path = "/" + server + "/os-reset-password";
    assertThat(client.put(path, "{\"reset-password\":{\"new_password\":\"weak\"}}").status())
        .isEqualTo(204);
    HttpAnswer weak =
        client.put(
            path, "{\"reset-password\":{\"new_password\":\"weak\",\"is_check_password\":true}}");
    assertThat(weak.at("/error/code")).isEqualTo("Ecs.0011");
    assertThat(weak.text()).doesNotContain("weak");
  }
}
