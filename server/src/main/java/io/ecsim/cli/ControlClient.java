package io.ecsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to the control API of a running double. */
final class ControlClient {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String url;
  private final String world;

  ControlClient(String url, String world) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.world = world;
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode get(String path, Map<String, String> query) {
    String keys =
        query.entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .map(entry -> entry.getKey() + "=" + segment(entry.getValue()))
            .collect(Collectors.joining("&"));
    return get(keys.isEmpty() ? path : path + "?" + keys);
  }

  /**
   * One request.
   *
   * @param body what to send as JSON, or null
   * @throws Failure if nobody answers, or with what the double refuses
   */
  JsonNode send(String method, String path, Object body) {
    try {
      var publisher =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url + "/_ecsim" + path))
              .header("X-Ecsim-World", world)
              .header("Content-Type", "application/json")
              .method(method, publisher)
              .build();
      return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.USAGE, "--url is \"%s\": %s".formatted(url, e.getMessage()));
    } catch (IOException e) {
      throw nobody();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.FAILED, "interrupted");
    }
  }

  /**
   * What the double serves as it is.
   *
   * @throws Failure if nobody answers, or something else than a double
   */
  byte[] bytes(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_ecsim" + path)).build();
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new Failure(
            Failure.FAILED, "%s%s: status %d".formatted(url, path, response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw nobody();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(Failure.FAILED, "interrupted");
    }
  }

  private Failure nobody() {
    return new Failure(
        Failure.FAILED,
        "nobody answers on %s; start a double with ./ecsim serve, or say --url".formatted(url));
  }

  private static JsonNode answer(HttpResponse<String> response) throws IOException {
    JsonNode body =
        response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    if (response.statusCode() >= 400) {
      JsonNode error = body.path("error");
      String hint = error.path("hint").asText("");
      throw new Failure(
          Failure.FAILED,
          error.path("message").asText("status " + response.statusCode())
              + (hint.isEmpty() ? "" : " " + hint));
    }
    return body;
  }

  /** A value as one segment of a path, or as the value of a query key. */
  static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
