package io.ecsim.terraform.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The cloud's API as one client sees it. A path may hold {@code {project}} and {@code {domain}}.
 */
public final class Cloud {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http;
  private final String url;
  private final Settings settings;
  private String project;
  private String domain;

  /**
   * The cloud at this address.
   *
   * @param url as {@code http://127.0.0.1:8480}
   */
  public Cloud(HttpClient http, String url, Settings settings) {
    this.http = http;
    this.url = url;
    this.settings = settings;
    this.project = settings.projectId();
    this.domain = settings.domainId();
  }

  /** Reads. */
  public JsonNode get(String service, String path) {
    return send("GET", service, path, null);
  }

  /** Sends a body, as a map or a node. */
  public JsonNode post(String service, String path, Object body) {
    return send("POST", service, path, body);
  }

  /** Sends a body, as a map or a node. */
  public JsonNode put(String service, String path, Object body) {
    return send("PUT", service, path, body);
  }

  /** Deletes. */
  public JsonNode delete(String service, String path) {
    return delete(service, path, null);
  }

  /** Deletes, with a body. */
  public JsonNode delete(String service, String path, Object body) {
    return send("DELETE", service, path, body);
  }

  /** The clock of the world. */
  WorldClock clock() {
    return WorldClock.of(call("GET", url + "/_ecsim/clock", null));
  }

  /** The project that {@code {project}} stands for. */
  public synchronized String project() {
    if (project == null) {
      JsonNode projects = call("GET", url + "/iam/v3/projects?name=" + settings.region(), null);
      project = projects.path("projects").path(0).path("id").asText();
    }
    return project;
  }

  /** The account that {@code {domain}} stands for. */
  public synchronized String domain() {
    if (domain == null) {
      JsonNode domains = call("GET", url + "/iam/v3/auth/domains", null);
      domain = domains.path("domains").path(0).path("id").asText();
    }
    return domain;
  }

  private JsonNode send(String method, String service, String path, Object body) {
    String full = path;
    if (full.contains("{project}")) {
      full = full.replace("{project}", project());
    }
    if (full.contains("{domain}")) {
      full = full.replace("{domain}", domain());
    }
    return call(method, url + "/" + service + full, body);
  }

  private JsonNode call(String method, String address, Object body) {
    String request = method + " " + address;
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .header("User-Agent", "ecsim-terraform")
              .header("X-Ecsim-World", settings.world())
              .method(method, body == null ? BodyPublishers.noBody() : json(body));
      if (body != null) {
        builder.header("Content-Type", "application/json");
      }
      if (project != null) {
        builder.header("X-Project-Id", project);
      }
      HttpResponse<byte[]> answer = http.send(builder.build(), BodyHandlers.ofByteArray());
      return judged(request, answer);
    } catch (IOException e) {
      throw new NoAnswer(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(request, e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) throws IOException {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private static JsonNode judged(String request, HttpResponse<byte[]> answer) {
    JsonNode body = read(answer.body());
    if (answer.statusCode() < 300) {
      return body;
    }
    throw ApiFailure.of(
        request,
        answer.statusCode(),
        body,
        answer.headers().firstValue("X-Request-Id").orElse(""),
        answer.headers().firstValue("X-Ecsim-Fault").orElse(null));
  }

  private static JsonNode read(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode().put("message", new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
