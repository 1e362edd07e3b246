package io.ecsim.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.Ecsim;
import io.ecsim.Options;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same life of a server by OpenStack's SDK and by the vendor's, both of Python. */
class AServerLivesThroughPythonsSdksTest {
  private static final String PROJECT = "0ec5a000000000000000000000000001";
  private static final String ZONE = "cn-north-4a";
  private static final String FLAVOR = "c6.large.2";
  private static final String IMAGE = "Ubuntu 22.04 server 64bit";
  private static final String LARGER = "c6.xlarge.2";

  private final HttpClient http = HttpClient.newHttpClient();
  private Ecsim ecsim;

  @BeforeAll
  static void prepare() throws Exception {
    Python.prepare();
  }

  @BeforeEach
  void start() {
    ecsim = Ecsim.start(Options.embedded().withClock("instant"));
  }

  @AfterEach
  void stop() {
    ecsim.close();
  }

  private String get(String path, String pointer) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(ecsim.url() + path)).GET(), pointer);
  }

  private String send(HttpRequest.Builder request, String pointer) throws Exception {
    String body = http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).at(pointer).asText();
  }

  private String image() throws Exception {
    return get("/ims/v2/cloudimages", "/images/0/id");
  }

  private String subnet(String member) throws Exception {
    return get("/vpc/v1/" + PROJECT + "/subnets", "/subnets/0/" + member);
  }

  @Test
  void openstacksdk() throws Exception {
    Map<String, String> environment =
        Map.of(
            "OS_AUTH_URL", ecsim.url() + "/iam/v3",
            "OS_IDENTITY_API_VERSION", "3",
            "OS_USERNAME", "ecsim",
            "OS_PASSWORD", "any",
            "OS_USER_DOMAIN_NAME", "ecsim",
            "OS_PROJECT_NAME", "cn-north-4",
            "OS_PROJECT_DOMAIN_NAME", "ecsim",
            "OS_REGION_NAME", "cn-north-4");

    assertThat(
            Python.program(
                environment, "openstacksdk_life.py", IMAGE, FLAVOR, LARGER, subnet("vpc_id"), ZONE))
        .contains("lived");
  }

  @Test
  void huaweicloudsdkecs() throws Exception {
    String volume =
        "{\"volume\":{\"size\":10,\"volume_type\":\"SSD\",\"availability_zone\":\"" + ZONE + "\"}}";
    HttpRequest.Builder order =
        HttpRequest.newBuilder(URI.create(ecsim.url() + "/evs/v3/" + PROJECT + "/volumes"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(volume));
    String disk = send(order, "/volume/id");

    assertThat(
            Python.program(
                Map.of(),
                "huaweicloud_life.py",
                ecsim.url() + "/ecs",
                PROJECT,
                image(),
                FLAVOR,
                LARGER,
                subnet("vpc_id"),
                subnet("id"),
                disk,
                ZONE))
        .contains("lived");
  }
}
