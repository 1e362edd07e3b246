package io.ecsim.http.overlay;

import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import io.ecsim.http.message.Answer;
import io.ecsim.http.message.Breakage;
import io.ecsim.http.message.Outcome;
import io.ecsim.http.message.Trickle;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What becomes of a request for which WireMock has a response. */
final class StubAnswer {
  /** A stub with this header only delays: the double's own answer follows. */
  private static final String MARK = "X-Ecsim-Overlay";

  private static final String CONTINUE = "continue";

  /** These follow from the body and the connection. */
  private static final Set<String> OURS =
      Set.of("content-length", "transfer-encoding", "connection");

  private StubAnswer() {}

  /** The outcome, or null if the double is to answer after all. */
  static Outcome of(Response response) {
    if (response.getFault() != null) {
      return switch (response.getFault()) {
        case CONNECTION_RESET_BY_PEER -> Breakage.RESET;
        case EMPTY_RESPONSE -> Breakage.CLOSE;
        case MALFORMED_RESPONSE_CHUNK -> Breakage.BROKEN_CHUNK;
        case RANDOM_DATA_THEN_CLOSE -> Breakage.GARBAGE;
      };
    }
    if (CONTINUE.equals(headers(response).get(MARK))) {
      return null;
    }
    byte[] body = response.getBody();
    Answer answer = Answer.empty(response.getStatus()).with(headers(response));
    answer = body == null ? answer : answer.saying(body);
    ChunkedDribbleDelay delay = response.getChunkedDribbleDelay();
    return delay == null
        ? answer
        : new Trickle(
            answer, delay.getNumberOfChunks(), Duration.ofMillis(delay.getTotalDuration()));
  }

  private static Map<String, String> headers(Response response) {
    var headers = new LinkedHashMap<String, String>();
    if (response.getHeaders() != null) {
      for (HttpHeader header : response.getHeaders().all()) {
        if (!OURS.contains(header.key().toLowerCase(Locale.ROOT))) {
          headers.put(header.key(), String.join(", ", header.values()));
        }
      }
    }
    return headers;
  }
}
