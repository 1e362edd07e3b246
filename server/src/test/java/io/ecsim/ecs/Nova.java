package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import java.util.List;

/** What a client of the native door does, in one world. */
final class Nova {
  static final String ROOT = "/ecs/v2.1/" + Ecsim.PROJECT;

  private final Client client;
  private final Surroundings cloud;

  Nova(Client client, Surroundings cloud) {
    this.client = client;
    this.cloud = cloud;
  }

  HttpAnswer get(String path, String... headers) {
    return client.send("GET", ROOT + path, null, headers);
  }

  /** Asks in a microversion: {@code 2.47}. */
  HttpAnswer getAs(String version, String path) {
    return get(path, "OpenStack-API-Version", "compute " + version);
  }

  /** Sends a body in which apostrophes stand for quotes. */
  HttpAnswer post(String path, String json, String... headers) {
    return client.send("POST", ROOT + path, json.replace('\'', '"'), headers);
  }

  HttpAnswer put(String path, String json, String... headers) {
    String body = json == null ? null : json.replace('\'', '"');
    return client.send("PUT", ROOT + path, body, headers);
  }

  HttpAnswer delete(String path, String... headers) {
    return client.send("DELETE", ROOT + path, null, headers);
  }

  /** Orders servers with more members of {@code server}: {@code ,'max_count':2}. */
  HttpAnswer create(String name, String more, String... headers) {
    return post(
        "/servers",
        """
        {'server':{'name':'%s','imageRef':'%s','flavorRef':'c6.large.2',
        'availability_zone':'%s','networks':[{'uuid':'%s'}]%s}}"""
            .formatted(name, cloud.image(), Surroundings.ZONE, client.subnet(), more),
        headers);
  }

  /** A server that runs. */
  String running(String name, String more, String... headers) {
    HttpAnswer answer = create(name, more, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    client.world().advanceToIdle();
    return answer.at("/server/id");
  }

  String running(String name) {
    return running(name, "");
  }

  JsonNode server(String id) {
    return get("/servers/" + id).json().path("server");
  }

  /** Status, vm_state, task_state and power_state, as one line. */
  String words(String id) {
    JsonNode server = server(id);
    return "%s %s %s %d"
        .formatted(
            server.path("status").asText(),
            server.path("OS-EXT-STS:vm_state").asText(),
            server.path("OS-EXT-STS:task_state").asText(),
            server.path("OS-EXT-STS:power_state").asInt(-1));
  }

  /** The names in a list of servers. */
  List<String> names(String query, String... headers) {
    HttpAnswer answer = get("/servers" + query, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return Client.each(answer.json().path("servers"), "/name");
  }
}
