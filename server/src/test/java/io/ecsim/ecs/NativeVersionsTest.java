package io.ecsim.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microversions of the native door: openstack-clients.md 1.5, ecs-schemas.md 3.3. */
class NativeVersionsTest {
  private static final String HEADER = "OpenStack-API-Version";
  private static final String OLDER = "X-OpenStack-Nova-API-Version";

  private final Surroundings cloud = new Surroundings();

  @RegisterExtension final Ecsim ecsim = Ecsim.of(cloud.packs());

  private Nova nova() {
    return new Nova(new Client(ecsim, cloud), cloud);
  }

  @ParameterizedTest
  @CsvSource({
    "OpenStack-API-Version, compute 2.26, 2.26",
    "OpenStack-API-Version, compute latest, 2.60",
    "OpenStack-API-Version, volume 3.9, 2.1",
    "X-OpenStack-Nova-API-Version, 2.9, 2.9",
    "X-OpenStack-Nova-API-Version, latest, 2.60",
  })
  void both_headers_ask_and_both_tell(String header, String asked, String told) {
    HttpAnswer answer = nova().get("/servers", header, asked);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header(HEADER)).isEqualTo("compute " + told);
    assertThat(answer.header(OLDER)).isEqualTo(told);
    assertThat(answer.header("Vary")).isEqualTo(HEADER + ", " + OLDER);
  }

  @Test
  void the_newer_header_wins() {
    HttpAnswer answer = nova().get("/servers", HEADER, "compute 2.3", OLDER, "2.9");
    assertThat(answer.header(OLDER)).isEqualTo("2.3");
  }

  @Test
  void answers_good_and_bad_name_the_request_in_both_ways() {
    HttpAnswer good = nova().get("/servers");
    HttpAnswer bad = nova().get("/servers/nothing", OLDER, "2.47");

    assertThat(good.header("X-Compute-Request-Id"))
        .matches("req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isEqualTo(good.header("X-Openstack-Request-Id"));
    assertThat(good.header("X-Compute-Request-Id").replace("-", "").substring(3))
        .isEqualTo(good.header("X-Request-Id"));
    assertThat(bad.status()).isEqualTo(404);
    assertThat(bad.header("X-Compute-Request-Id")).startsWith("req-");
    assertThat(bad.header(OLDER)).isEqualTo("2.47");
  }

  @ParameterizedTest
  @CsvSource({"2.61, 406, computeFault", "2.0, 406, computeFault", "two, 400, badRequest"})
  void what_is_no_version_is_refused(String version, int status, String key) {
    HttpAnswer refused = nova().get("/servers", OLDER, version);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().at("/" + key + "/code").intValue()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2.1, '', 2.2",
    "2.3, OS-EXT-SRV-ATTR:user_data, 2.2",
    "2.3, OS-EXT-SRV-ATTR:reservation_id, 2.2",
    "2.9, locked, 2.8",
    "2.16, host_status, 2.15",
    "2.19, description, 2.18",
    "2.26, tags, 2.25",
  })
  void a_version_adds_members(String since, String member, String before) {
    String id = nova().running("web");
    JsonNode with = nova().getAs(since, "/servers/" + id).json().path("server");
    JsonNode without = nova().getAs(before, "/servers/" + id).json().path("server");

    assertThat(member.isEmpty() || with.has(member)).isTrue();
    assertThat(without.has(member)).isFalse();
  }

  @Test
  void the_flavor_is_a_link_and_later_stands_there_itself() {
    String id = nova().running("web");
    JsonNode before = nova().getAs("2.46", "/servers/" + id).json().at("/server/flavor");
    JsonNode after = nova().getAs("2.47", "/servers/" + id).json().at("/server/flavor");

    assertThat(before.path("id").asText()).isEqualTo("c6.large.2");
    assertThat(before.at("/links/0/rel").asText()).isEqualTo("bookmark");
    assertThat(after.has("id")).isFalse();
    assertThat(after.path("original_name").asText()).isEqualTo("c6.large.2");
    assertThat(after.path("vcpus").intValue()).isEqualTo(2);
    assertThat(after.path("ram").intValue()).isEqualTo(4096);
  }
}
