package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.api.ApiError;
import io.ecsim.api.ErrorForm;
import io.ecsim.api.Operation;
import io.ecsim.api.Reply;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How results, refusals and mistakes of services are sent. */
class AnswersTest {
  private static final String VOLUME = "/v2/p/cloudvolumes/v";
  private static final String CREATE = "/v2.1/p/cloudvolumes";
  private static final String BODY =
      "{\"volume\":{\"availability_zone\":\"z\",\"volume_type\":\"SAS\",\"size\":10}}";

  private final StubPack evs = new StubPack("evs");
  private final StubPack ecs = new StubPack("ecs");
  private final StubPack vpc = new StubPack("vpc");
  private final StubPack iam = new StubPack("iam");
  private final StubPack kms = new StubPack("kms");
  private final StubPack bss = new StubPack("bss");
  private final StubPack ims = new StubPack("ims");
  private final StubPack eip = new StubPack("eip");
  private final StubPack cbr = new StubPack("cbr");

  @RegisterExtension
  final Ecsim ecsim = Ecsim.of(evs, ecs, vpc, iam, kms, ims, eip, cbr, bss).lenient();

  @Test
  void aBodyComesWithTheOperationsUsualStatus() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", "ö"));
    HttpAnswer answer = ecsim.http().post(CREATE, BODY);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.at("/job_id")).isEqualTo("ö");
  }

  @Test
  void aReplyChoosesStatusAndHeaders() {
    evs.on("ShowVolume", (call, input) -> Reply.of(203, Map.of()).header("X-Subject-Token", "t"));
    HttpAnswer answer = ecsim.http().get(VOLUME);

    assertThat(answer.status()).isEqualTo(203);
    assertThat(answer.header("X-Subject-Token")).isEqualTo("t");
  }

  @ParameterizedTest
  @CsvSource({"204, ''", "200, {}", "202, {}"})
  void nothingIsAnEmptyObjectUnlessTheStatusSaysSo(int status, String text) {
    evs.on("DeleteVolume", (call, input) -> Reply.of(status, null));
    HttpAnswer answer = ecsim.http().delete(VOLUME);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(text);
    assertThat(answer.header("Content-Type")).isEqualTo(status == 204 ? null : "application/json");
  }

  @Test
  void nativeOperationsSayNothingWithAnEmptyBody() {
    evs.on("ShowVolume", (call, input) -> Reply.of(202, null));

    assertThat(ecsim.http().get(VOLUME).text()).isEmpty();
  }

  @Test
  void bytesAreSentAsTheyAre() {
    evs.on(
        "ShowVolume",
        (call, input) ->
            Reply.of(new byte[] {'<', 's', '/', '>'}).header("Content-Type", "image/svg+xml"));
    HttpAnswer answer = ecsim.http().get(VOLUME);

    assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(answer.text()).isEqualTo("<s/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE | /v2/p/cloudvolumes/v | CODE | {"error":{"code":"EVS.1010","message":"m"}}
          GET | /v2/p/cloudvolumes/v | NATIVE | {"badRequest":{"message":"m","code":400}}
          GET | /v1/p/vpcs/v | FLAT | {"code":"EVS.1010","message":"m"}
          GET | /v2.0/ports/x | NEUTRON | {"NeutronError":{"type":"EVS.1010","message":"m","detail":""}}
          GET | /v3/projects | KEYSTONE | {"error":{"code":400,"message":"m","title":"Bad Request"}}
          GET | /v3/p/keypairs | GATEWAY | {"error_code":"EVS.1010","error_msg":"m","request_id":"%s"}
          """)
  void aRefusalIsWordedInTheFormOfItsOperation(
      String method, String path, ErrorForm form, String body) {
    for (StubPack pack : List.of(evs, vpc, iam, kms)) {
      pack.onAny(
          (operation, call, input) -> {
            assertThat(operation.errorForm()).isEqualTo(form);
            throw new ApiError("EVS.1010", "m");
          });
    }
    HttpAnswer answer = ecsim.http().send(method, path, null);

    assertThat(answer.text()).isEqualTo(body.formatted(answer.header("X-Request-Id")));
    assertThat(answer.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"EVS.5404, 404", "EVS.1010, 400", "Ecs.0114, 404", "Unknown.1, 400"})
  void theStatusFollowsFromTheCode(String code, int status) {
    evs.on(
        "DeleteVolume",
        (call, input) -> {
          throw new ApiError(code, "m");
        });

    assertThat(ecsim.http().delete(VOLUME).status()).isEqualTo(status);
  }

  @Test
  void anErrorMayHaveAStatusOfItsOwn() {
    evs.on(
        "ShowVolume",
        (call, input) -> {
          throw new ApiError(413, null, "too many");
        });
    HttpAnswer answer = ecsim.http().get(VOLUME);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Retry-After")).isEqualTo("0");
    assertThat(answer.at("/overLimit/retryAfter")).isEqualTo("0");
  }

  @Test
  void quotesAndLinesOfAMessageStayWhatTheyAre() {
    evs.on(
        "DeleteVolume",
        (call, input) -> {
          throw new ApiError("EVS.1010", "\"a\\b\"\n\u0001 ö 😀");
        });

    assertThat(ecsim.http().delete(VOLUME).at("/error/message")).isEqualTo("\"a\\b\"\n\u0001 ö 😀");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v2/p/cloudvolumes/v, EVS.2002",
    "GET, /v1/p/cloudservers/s, Ecs.0615",
    "GET, /v3/p/keypairs, APIGW.0601"
  })
  void aMistakeOfOursIs500WithoutAStackTrace(String method, String path, String code) {
    for (StubPack pack : List.of(evs, ecs, kms)) {
      pack.onAny(
          (operation, call, input) -> {
            throw new IllegalStateException("secret");
          });
    }
    Logger log = Logger.getLogger(Telling.class.getName());
    log.setLevel(Level.OFF);
    HttpAnswer answer = ecsim.http().send(method, path, null);
    log.setLevel(null);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text())
        .contains(code, answer.header("X-Request-Id"))
        .doesNotContain("secret", "java");
    assertThat(ecsim.contractViolations()).singleElement().asString().contains("secret");
  }

  @Test
  void headAnswersAsGetDoesWithoutTheBody() {
    evs.on("ShowVolume", (call, input) -> Map.of("volume", "12345"));
    String get = raw("GET", "");
    String head = raw("HEAD", "");

    assertThat(head).contains("Content-Length: 18").endsWith("\r\n\r\n");
    assertThat(get.lines().filter(line -> line.startsWith("Content")).toList())
        .isEqualTo(head.lines().filter(line -> line.startsWith("Content")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'Accept-Encoding: gzip', 5000, true",
    "'Accept-Encoding: deflate, gzip;q=0.5', 5000, true",
    "'Accept-Encoding: gzip', 100, false",
    "'Accept-Encoding: gzip;q=0', 5000, false",
    "'Accept-Encoding: identity', 5000, false",
  })
  void longAnswersAreZippedForThoseWhoAskForIt(String header, int length, boolean zipped) {
    evs.on("ShowVolume", (call, input) -> Map.of("volume", "x".repeat(length)));
    String answer = raw("GET", header + "\n");

    assertThat(answer.contains("Content-Encoding: gzip")).isEqualTo(zipped);
    assertThat(answer.contains("xxxxxxxx")).isEqualTo(!zipped);
  }

  private String raw(String method, String headers) {
    return new RawSocket(ecsim.port())
        .say("%s %s HTTP/1.1\nHost: x\n%sConnection: close\n\n".formatted(method, VOLUME, headers));
  }

  @Test
  void aBodyOfTwoMebibytesIsFine() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", "j"));
    String name = "n".repeat(2 * 1024 * 1024);
    HttpAnswer answer =
        ecsim.http().post(CREATE, BODY.replace("\"size\"", "\"name\":\"" + name + "\",\"size\""));

    assertThat(answer.status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({"/v2.1/p/cloudvolumes", "/nowhere", "/v2/p/cloudvolumes/v/tags/action"})
  void aBodyBeyondSixteenMebibytesIsReadToItsEndAndRefused(String path) {
    HttpAnswer answer = ecsim.http().post(path, " ".repeat(17 * 1024 * 1024));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.at("/error_code")).isEqualTo("APIGW.0201");
  }

  @Test
  void aBodyOfExactlySixteenMebibytesIsRead() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", "j"));
    HttpAnswer answer =
        ecsim.http().post(CREATE, BODY + " ".repeat(16 * 1024 * 1024 - BODY.length()));

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void answersAgainstTheContractAreFound() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", 7));
    evs.on("ShowVolume", (call, input) -> Reply.of(201, Map.of()));
    ecsim.http().post(CREATE, BODY);
    ecsim.http().get(VOLUME);

    assertThat(ecsim.contractViolations())
        .hasSize(2)
        .anySatisfy(v -> assertThat(v).contains("CreateVolume", "202", "job_id is 7"))
        .anySatisfy(v -> assertThat(v).contains("ShowVolume", "201", "not declared"));
  }

  @Test
  void answersWithinTheContractAreLeftAlone() {
    evs.on("CreateVolume", (call, input) -> Map.of("job_id", "j"));
    ecsim.http().post(CREATE, BODY);
    ecsim.http().post(CREATE, "{}");

    assertThat(ecsim.contractViolations()).isEmpty();
  }

  @Test
  void everyModelledOperationHasAnErrorSchemaThatItsFormKeeps() {
    for (StubPack pack : List.of(evs, ecs, vpc, iam, kms, ims, eip, cbr, bss)) {
      pack.onAny(
          (operation, call, input) -> {
            throw new ApiError("EVS.1010", "m");
          });
    }
    for (Operation operation : Ecsim.operations()) {
      String path = operation.path().replaceAll("\\{[a-z_]+}", "x");
      boolean service = !operation.service().equals("control");
      if (operation.modelled() && service && operation.method().equals("GET")) {
        ecsim.http().get("/" + operation.service() + path);
      }
    }

    assertThat(ecsim.contractViolations()).isEmpty();
  }
}
