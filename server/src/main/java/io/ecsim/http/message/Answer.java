package io.ecsim.http.message;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers, and the bytes of its body, which nobody changes. */
public final class Answer implements Outcome {
  /** The media type of all bodies that operations answer with. */
  public static final String JSON = "application/json";

  private static final byte[] NONE = {};

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), NONE);
  }

  /** An answer whose body is JSON. */
  public static Answer json(int status, byte[] body) {
    return of(status, JSON, body);
  }

  /** An answer whose body is JSON. */
  public static Answer json(int status, String body) {
    return json(status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer with a body of this media type. */
  public static Answer of(int status, String type, byte[] body) {
    return new Answer(status, Map.of("Content-Type", type), body);
  }

  /** The same answer with one header more. */
  public Answer with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** The same answer with these headers, too. */
  public Answer with(Map<String, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  /** The same answer with this body. */
  public Answer saying(byte[] bytes) {
    return new Answer(status, headers, bytes);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Its headers, without those that follow from the body. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes of the body; empty for none. */
  public byte[] body() {
    return body;
  }
}
