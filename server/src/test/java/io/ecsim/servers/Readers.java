package io.ecsim.servers;

import static io.ecsim.testing.Caller.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.ecs.v2.EcsClient;
import com.huaweicloud.sdk.ecs.v2.model.ShowServerRequest;
import io.ecsim.testing.HttpAnswer;

/** All who look at a server; they must tell one story. */
record Readers(Owner anna, EcsClient sdk) {

  static Readers of(Owner anna, String url) {
    var credential = new BasicCredentials().withAk("ak").withSk("sk").withProjectId(anna.project());
    return new Readers(
        anna, EcsClient.newBuilder().withCredential(credential).withEndpoint(url + "/ecs").build());
  }

  /** The name that the table gives to the status of a server; {@code gone} where there is none. */
  String status(String server) {
    HttpAnswer kept = anna.get("/_ecsim/state/server/" + server);
    String status = kept.status() == 404 ? "gone" : ok(kept).at("/status");
    return status.equals("Deleted") ? "gone" : status;
  }

  /** The API status that all readers show alike, or {@code 404}. */
  String agreed(String server) {
    String shown = shown("/ecs/v1/{p}/cloudservers/", server);
    assertThat(bySdk(server)).as("by the SDK").isEqualTo(shown);
    if (shown.equals("SOFT_DELETED")) {
      assertThat(inTheBin(server)).as("in the bin").isEqualTo(shown);
      return shown;
    }
    assertThat(shown("/ecs/v2.1/{p}/servers/", server)).as("natively").isEqualTo(shown);
    JsonNode brief = anna.briefServers().get(server);
    assertThat(brief == null ? "404" : brief.path("status").asText()).as("v1.1").isEqualTo(shown);
    if (!shown.equals("404")) {
      JsonNode kept = ok(anna.get("/_ecsim/state/server/" + server)).json();
      assertThat(kept.at("/api/status").asText()).as("control").isEqualTo(shown);
    }
    return shown;
  }

  private String shown(String path, String server) {
    HttpAnswer answer = anna.get(path + server);
    return answer.status() == 404 ? "404" : ok(answer).at("/server/status");
  }

  /** Native clients and lists that do not ask for the bin do not know it. */
  private String inTheBin(String server) {
    assertThat(anna.get("/ecs/v2.1/{p}/servers/" + server).status()).isEqualTo(404);
    assertThat(anna.servers()).doesNotContainKey(server);
    return shown("/ecs/v1/{p}/recycle-bin/cloudservers/", server);
  }

  private String bySdk(String server) {
    try {
      return sdk.showServer(new ShowServerRequest().withServerId(server)).getServer().getStatus();
    } catch (ClientRequestException e) {
      return String.valueOf(e.getHttpStatusCode());
    }
  }
}
