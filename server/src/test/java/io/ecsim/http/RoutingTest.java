package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which operation a request reaches. */
class RoutingTest {
  private final StubPack evs = new StubPack("evs");
  private final StubPack ecs = new StubPack("ecs");
  private final StubPack kms = new StubPack("kms");
  private final StubPack iam = new StubPack("iam");
  private final StubPack cbr = new StubPack("cbr");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs, ecs, kms, iam, cbr).lenient();

  private String reached;

  @BeforeEach
  void everyServiceTellsWhatWasReached() {
    for (StubPack pack : List.of(evs, ecs, kms, iam, cbr)) {
      pack.onAny(
          (operation, call, input) -> {
            reached = operation.service() + "." + operation.id();
            return Map.of();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /evs/v2/p/cloudvolumes/detail, evs.ListVolumes",
    "GET, /evs/v2/p/cloudvolumes/v-1, evs.ShowVolume",
    "GET, /v2/p/cloudvolumes/detail, evs.ListVolumes",
    "GET, /v2/p/cloudvolumes/v-1, evs.ShowVolume",
    "GET, /v2/p/cloudvolumes/v-1/, evs.ShowVolume",
    "GET, //v2/p/cloudvolumes/v-1, evs.ShowVolume",
    "DELETE, /v2/p/cloudvolumes/v-1, evs.DeleteVolume",
    "GET, /ecs/v1/p/cloudservers/detail, ecs.ListServersDetails",
    "GET, /v1/p/cloudservers/s-1, ecs.ShowServer",
    "GET, /cbr/v3/p/backups, cbr.ListBackups",
    "GET, /evs/v3/p/backups, evs.CinderListBackupsV3",
    "GET, /v3/p/vaults, cbr.ListVaults",
    "GET, /vbs/v3/p/backups, evs.CinderListBackupsV3",
    "GET, /ecs/v1/p/jobs/j, ecs.ShowJob",
    "GET, /evs/v1/p/jobs/j, evs.ShowJob",
    "GET, /kms/v3/p/keypairs, kms.ListKeypairs",
    "GET, /kps/v3/p/keypairs, kms.ListKeypairs",
    "GET, /evs/, evs.ListVersions",
    "GET, /evs, evs.ListVersions",
    "GET, /ecs/v2.1, ecs.NovaShowVersion",
    "GET, /iam/v3, iam.KeystoneShowVersion",
    "GET, /v3, iam.KeystoneShowVersion",
    "HEAD, /v2/p/cloudvolumes/v-1, evs.ShowVolume",
  })
  void aRequestReachesTheOperationThatItsAddressNames(
      String method, String path, String operation) {
    HttpAnswer answer = ecsim.http().send(method, path, null);

    assertThat(reached).as("%s", answer).isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "evs.cn-north-4.myhuaweicloud.com, /v1/p/jobs/j, evs.ShowJob",
    "ECS.eu-west-101.MyHuaweiCloud.eu, /v1/p/jobs/j, ecs.ShowJob",
    "ecs.cn-north-4.mock.test:8480, /v1/p/jobs/j, ecs.ShowJob",
    "ecs.cn-north-4.mock.test, /, ecs.NovaListVersions",
    "evs.cn-north-4.mock.test, /v2, evs.ShowVersion",
    "kps.cn-north-4.myhuaweicloud.com, /v3/p/keypairs, kms.ListKeypairs",
    "some.name.test, /v2/p/cloudvolumes/v, evs.ShowVolume",
    "ecs.cn-north-4.mock.test, /evs/v1/p/jobs/j, evs.ShowJob",
  })
  void aHostNamesItsService(String host, String path, String operation) {
    String answer = get(path, host);

    assertThat(reached).as(answer).isEqualTo(operation);
  }

  @Test
  void anAbsoluteUrlCountsMoreThanTheHostHeader() {
    new RawSocket(ecsim.port())
        .say(
            """
            GET http://evs.r.mock.test/v1/p/jobs/j HTTP/1.1
            Host: 127.0.0.1
            Connection: close

            """);

    assertThat(reached).isEqualTo("evs.ShowJob");
  }

  @Test
  void aHostOfTheCloudThatNoServiceHasIsNotGuessedAt() {
    String answer = get("/v2/p/cloudvolumes/v", "as.cn-north-4.myhuaweicloud.com");

    assertThat(reached).isNull();
    assertThat(answer)
        .startsWith("HTTP/1.1 501")
        .contains(
            "ecsim.NotModelled", "as.cn-north-4.myhuaweicloud.com", "GET /v2/p/cloudvolumes/v");
  }

  @Test
  void aPathThatSeveralServicesOwnAsksForAName() {
    HttpAnswer answer = ecsim.http().get("/v2.1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("ecs and evs", "/ecs/v2.1");
  }

  @Test
  void anUnknownJobIsAnsweredByTheFirstServiceThatHasJobs() {
    ecsim.http().get("/v1/p/jobs/j");

    assertThat(reached).isEqualTo("ecs.ShowJob");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing/here",
    "GET, /v2/p/cloudvolumes/v/nothing",
    "PATCH, /v2/p/cloudvolumes/v",
    "POST, /",
    "OPTIONS, /v2/p/cloudvolumes/v",
    "GET, /v2//cloudvolumes/detail",
    "GET, /evs/v1/p/cloudservers/detail",
    "GET, /control/_ecsim/health",
  })
  void whatNobodyOwnsIsTheGateways404(String method, String path) {
    HttpAnswer answer = ecsim.http().send(method, path, null);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error_code")).isEqualTo("APIGW.0101");
    assertThat(answer.at("/error_msg")).contains(method, path);
    assertThat(answer.at("/request_id")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
  }

  @Test
  void anUnknownPathOfTheControlApiIsWordedAsThatApiDoes() {
    HttpAnswer answer = ecsim.http().get("/_ecsim/nothing");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error/code")).isEqualTo("notFound");
  }

  @Test
  void whatOnlyTheContractKnowsIsNamedInTheOperationsOwnForm() {
    HttpAnswer answer = ecsim.http().get("/v2.1/p/os-floating-ips");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.at("/notImplemented/message"))
        .contains("NovaListFloatingIps", "GET", "/v2.1/{project_id}/os-floating-ips", "not model");
  }

  @ParameterizedTest
  @CsvSource({
    "a%2Fb, a/b",
    "a%252Fb, a%2Fb",
    "%E4%B8%AD, 中",
    "a+b, a+b",
    "a%20b, a b",
    "a;b=c, a;b=c",
    "%7Bid%7D, {id}",
  })
  void aPathParameterIsDecodedOnce(String sent, String seen) {
    kms.on(
        "ListKeypairDetail",
        (call, input) -> {
          reached = input.path("keypair_name");
          return null;
        });
    ecsim.http().get("/v3/p/keypairs/" + sent);

    assertThat(reached).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%7Bproject_id%7D", "a%20b", "a.b"})
  void aProjectThatCannotBeOneIsRefusedInTheServicesForm(String project) {
    HttpAnswer answer = ecsim.http().get("/v1/" + project + "/cloudservers/s");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).isNotEmpty();
    assertThat(answer.at("/error/message")).contains("no project id");
    assertThat(reached).isNull();
  }

  @Test
  void repeatedKeysOfAQueryAreKeptInOrder() {
    evs.on(
        "ListVolumes",
        (call, input) -> {
          reached = input.query("name") + " " + input.queryText("status") + " " + input.query("x");
          return null;
        });
    ecsim.http().get("/v2/p/cloudvolumes/detail?name=b&name=a+%2B&status&limit=");

    assertThat(reached).isEqualTo("[b, a +]  []");
  }

  @Test
  void linksLeadBackTheWayTheClientCame() {
    evs.on(
        "ListVersions",
        (call, input) -> {
          reached = call.baseUrl();
          return null;
        });

    ecsim.http().get("/evs/");
    assertThat(reached).isEqualTo(ecsim.url() + "/evs");

    get("/", "evs.r.mock.test");
    assertThat(reached).isEqualTo("http://evs.r.mock.test");
  }

  @Test
  void theRootIsAPageForPeopleAndAnAnswerForPrograms() {
    HttpAnswer page = ecsim.http().get("/", "Accept", "text/html,*/*");
    HttpAnswer answer = ecsim.http().get("/");

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("ecsim test", "/openapi.json", "/_ecsim/health");
    assertThat(answer.at("/version")).isEqualTo("test");
    assertThat(reached).isNull();
  }

  private String get(String path, String host) {
    return new RawSocket(ecsim.port())
        .say("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }
}
