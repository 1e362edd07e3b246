package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecsim.api.Input;
import io.ecsim.api.ecs.BatchServersActionRequest;
import io.ecsim.api.ecs.BatchStartServersRequest;
import io.ecsim.api.evs.CreateVolumeRequest;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.HttpAnswer;
import io.ecsim.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract refuses is refused in the service's words, and before anything happens. */
class ValidationTest {
  private static final String VOLUMES = "/v2.1/p/cloudvolumes";
  private static final String ACTION = "/v1/p/cloudservers/action";

  private final StubPack evs = new StubPack("evs");
  private final StubPack ecs = new StubPack("ecs");

  @RegisterExtension final Ecsim ecsim = Ecsim.of(evs, ecs).lenient();

  private Input reached;

  @BeforeEach
  void everyServiceTellsThatItWasReached() {
    evs.onAny((operation, call, input) -> remember(input));
    ecs.onAny((operation, call, input) -> remember(input));
  }

  private Object remember(Input input) {
    reached = input;
    return Map.of();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"volume":{"availability_zone":"z","volume_type":"SAS","size":"10"}} | EVS.1010 | volume.size is "10"
          {"volume":{"availability_zone":"z","volume_type":"SAS","size":1e400}} | EVS.5400 | digits
          {"volume":{"availability_zone":"z","volume_type":"SAS","size":99999999999}} | EVS.1010 | volume.size is 99999999999
          {"volume":{"availability_zone":"z","volume_type":"SAS","size":null}} | EVS.1010 | volume.size is null
          {"volume":{"availability_zone":"z","volume_type":"FAST","size":10}} | EVS.1020 | volume.volume_type is "FAST"
          {"volume":{"availability_zone":7,"volume_type":"SAS","size":10}} | EVS.1036 | volume.availability_zone is 7
          {"volume":{"volume_type":"SAS","size":10}} | EVS.1036 | volume.availability_zone is missing
          {"volume":{"availability_zone":"z","volume_type":"SAS","metadata":{"a":1}}} | EVS.1018 | volume.metadata.a is 1
          {"volume":[]} | EVS.1008 | volume is []
          {} | EVS.1008 | volume is missing
          [] | EVS.1008 | it is []
          "x" | EVS.1008 | it is "x"
          {"volume":{} | EVS.5400 | no valid JSON
          {"volume":{}}} | EVS.5400 | no valid JSON
          {"volume":{}} {} | EVS.5400 | no valid JSON
          {"volume":{},"volume":{}} | EVS.5400 | no valid JSON
          {'volume':{}} | EVS.5400 | no valid JSON
          nothing | EVS.5400 | no valid JSON
          """)
  void aBadBodyIsRefusedWithTheCodeOfItsField(String body, String code, String message) {
    HttpAnswer answer = ecsim.http().post(VOLUMES, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).as(answer.text()).isEqualTo(code);
    assertThat(answer.at("/error/message")).contains(message);
    assertThat(reached).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {} | exactly one of
          {"os-dance":{}} | exactly one of
          {"os-start":{"servers":[{"id":"a"}]},"reboot":{"type":"SOFT","servers":[{"id":"a"}]}} | exactly one of
          {"os-start":{},"os-stop":{}} | exactly one of
          {"os-start":{}} | os-start.servers is missing
          {"os-start":null} | os-start is null
          {"os-start":{"servers":{}}} | os-start.servers is {}
          {"os-start":{"servers":[{"id":"a"},{"id":7}]}} | os-start.servers[1].id is 7
          {"reboot":{"type":"GENTLY","servers":[{"id":"a"}]}} | reboot.type is "GENTLY"
          """)
  void ofAlternativesTheOneThatWasMeantIsJudged(String body, String message) {
    HttpAnswer answer = ecsim.http().post(ACTION, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/code")).startsWith("Ecs.");
    assertThat(answer.at("/error/message")).contains(message);
    assertThat(reached).isNull();
  }

  @Test
  void anAlternativeIsBoundToItsOwnType() {
    ecsim.http().post(ACTION, "{\"os-start\":{\"servers\":[{\"id\":\"a\"}]},\"more\":1}");

    assertThat(reached.body(BatchServersActionRequest.class))
        .isInstanceOfSatisfying(
            BatchStartServersRequest.class,
            start -> assertThat(start.osStart().servers().get(0).id()).isEqualTo("a"));
  }

  @Test
  void decimalsAreCutOffWhereTheCloudDoesSo() {
    ecsim
        .http()
        .post(
            VOLUMES,
            "{\"volume\":{\"availability_zone\":\"z\",\"volume_type\":\"SAS\",\"size\":10.9}}");

    assertThat(reached.body(CreateVolumeRequest.class).volume().size()).isEqualTo(10);
  }

  @Test
  void aMissingBodyIsRefusedWhereOneIsNeeded() {
    HttpAnswer answer = ecsim.http().send("POST", VOLUMES, null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).contains("body is missing");
  }

  @Test
  void deepNestingIsRefused() {
    HttpAnswer answer =
        ecsim.http().post(VOLUMES, "{\"volume\":" + "[".repeat(5000) + "]".repeat(5000) + "}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/error/message")).contains("depth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00ff\u00fe", "{\"volume\":\"\u00c3\"}", "\u00c0\u0080"})
  void whatIsNoUtf8IsRefused(String latin) {
    byte[] body = latin.getBytes(StandardCharsets.ISO_8859_1);
    String answer =
        new RawSocket(ecsim.port())
            .say(
                """
                POST %s HTTP/1.1
                Host: x
                Connection: close
                Content-Type: application/json
                Content-Length: %d

                %s"""
                    .formatted(VOLUMES, body.length, latin));

    assertThat(answer).startsWith("HTTP/1.1 400").contains("EVS.5400", "no UTF-8");
  }

  @Test
  void aLongValueIsShownShortened() {
    String text = "x".repeat(5000);
    HttpAnswer answer = ecsim.http().post(VOLUMES, "{\"volume\":\"" + text + "\"}");

    assertThat(answer.at("/error/message")).hasSizeLessThan(200).contains("xxx…");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=ten, limit is \"ten\"",
    "limit=1.5, limit is \"1.5\"",
    "limit=99999999999, limit is 99999999999",
    "multiattach=maybe, multiattach is \"maybe\"",
    "offset=0x10, offset is \"0x10\"",
  })
  void aBadQueryIsRefusedInTheOperationsForm(String query, String message) {
    HttpAnswer answer = ecsim.http().get("/v2/p/cloudvolumes/detail?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/badRequest/message")).contains(message);
    assertThat(answer.at("/badRequest/code")).isEqualTo("400");
    assertThat(reached).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=10",
        "limit=",
        "multiattach=TRUE",
        "unknown=x",
        "name=a&name=b",
        "limit=-1"
      })
  void aQueryThatTheContractAllowsPasses(String query) {
    ecsim.http().get("/v2/p/cloudvolumes/detail?" + query);

    assertThat(reached).isNotNull();
  }

  @Test
  void aRefusedRequestIsInTheJournalAndChangesNothing() {
    ecsim.world().open("p");
    var before = ecsim.world().read();
    ecsim.http().post(VOLUMES, "{}");

    assertThat(ecsim.world().read()).isSameAs(before);
    assertThat(ecsim.world().journal().entries().toString()).contains("CreateVolume", "400");
  }
}
