package io.ecsim.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecsim.testing.Ecsim;
import io.ecsim.testing.RawSocket;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, JSON goes out: never Jetty's page, never Javalin's line. */
class HostileInputTest {
  @RegisterExtension final Ecsim ecsim = Ecsim.of(new StubPack("evs")).lenient();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a|b HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/a|b HTTP/1.1\nHost: x\n\n",
        "GET /a b HTTP/1.1\nHost: x\n\n",
        "GET /%zz HTTP/1.1\nHost: x\n\n",
        "GET /%ff HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/%c3 HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/detail?name=%zz HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/detail?name=% HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/detail?a|b={c} HTTP/1.1\nHost: x\n\n",
        "GET /..%2f..%2fetc/passwd HTTP/1.1\nHost: x\n\n",
        "GET /../../etc/passwd HTTP/1.1\nHost: x\n\n",
        "GET /v2/p/cloudvolumes/%00 HTTP/1.1\nHost: x\n\n",
        "GET HTTP/1.1\nHost: x\n\n",
        "GET\n\n",
        "\u0000\u0001\u0002\n\n",
        "nonsense\n\n",
        "GET / HTTP/9.9\nHost: x\n\n",
        "GET / HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: a\nHost: b\n\n",
        "GET / HTTP/1.1\nHost: a b\n\n",
        "GET / HTTP/1.1\nHost: x\nno colon here\n\n",
        "GET / HTTP/1.1\nHost: x\n bad: fold\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: many\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: -1\n\n",
        "POST / HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2\n\nab",
        "POST / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nzz\n",
        "POST /v2.1/p/cloudvolumes HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nzz\n",
        "FOO /v2/p/cloudvolumes HTTP/1.1\nHost: x\n\n",
        "get / HTTP/1.1\nHost: x\n\n",
        "TRACE / HTTP/1.1\nHost: x\n\n",
        "OPTIONS * HTTP/1.1\nHost: x\n\n",
        "CONNECT nonsense HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\nHost: x\nSec-WebSocket-Version: 13\nUpgrade: websocket\n\n",
        "GET /v2/p/cloudvolumes HTTP/1.1\nHost: x\nContent-Encoding: gzip\nRange: bytes=0-1\n\n",
        "GET /v1/p/cloudvolumes HTTP/1.0\n\n",
        "GET ftp://x/y HTTP/1.1\nHost: x\n\n",
        "GET http:///nohost HTTP/1.1\nHost: x\n\n",
      })
  void theAnswerIsJsonWithARequestId(String request) throws Exception {
    String answer = say(request);

    assertThat(answer).matches("(?s)HTTP/1.1 [2-5]\\d\\d .*");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("content-type: application/json", "x-request-id: ")
        .doesNotContain("jetty", "javalin", "<html", "java.", "exception");
    JsonNode body = new ObjectMapper().readTree(RawSocket.body(answer));
    assertThat(body.isObject()).isTrue();
  }

  @Test
  void hugeHeadersAreRefusedInJson() {
    String answer = say("GET / HTTP/1.1\nHost: x\nX-Auth-Token: " + "a".repeat(80_000) + "\n\n");

    assertThat(answer).startsWith("HTTP/1.1 431").contains("APIGW.0201");
  }

  @Test
  void aTokenMayBeAsLongAsTheCloudsAre() {
    String answer = say("GET / HTTP/1.1\nHost: x\nX-Auth-Token: " + "a".repeat(30_000) + "\n\n");

    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  @Test
  void aPathMayBeLong() {
    String answer = say("GET /v2/p/cloudvolumes/" + "a".repeat(30_000) + " HTTP/1.1\nHost: x\n\n");

    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  @Test
  void aBodyThatEndsTooEarlyGetsNoServerError() {
    String answer =
        say("POST /v2.1/p/cloudvolumes HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nzz\n");

    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  /** Asks for the connection to be closed, so that the answer has an end. */
  private String say(String request) {
    int end = request.indexOf("\n\n");
    return new RawSocket(ecsim.port())
        .say(request.substring(0, end) + "\nConnection: close" + request.substring(end));
  }
}
