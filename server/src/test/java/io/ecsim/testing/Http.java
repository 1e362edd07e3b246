package io.ecsim.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of one server. */
public final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;

  /** A client of the server at this address. */
  public Http(String url) {
    this.url = url;
  }

  /** GET. */
  public HttpAnswer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** POST of JSON. */
  public HttpAnswer post(String path, String json, String... headers) {
    return send("POST", path, json, headers);
  }

  /** PUT of JSON. */
  public HttpAnswer put(String path, String json, String... headers) {
    return send("PUT", path, json, headers);
  }

  /** DELETE. */
  public HttpAnswer delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  /**
   * Any request.
   *
   * @param json the body, or null for none
   * @param headers names and values in turn
   */
  public HttpAnswer send(String method, String path, String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new HttpAnswer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
