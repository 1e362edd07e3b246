package io.ecsim.http;

import io.ecsim.http.message.Address;
import io.ecsim.http.message.Inbound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A request that came by no socket. */
record Asked(String method, String rawPath, String text) implements Inbound {
  @Override
  public String id() {
    return "0".repeat(32);
  }

  @Override
  public List<String> segments() {
    return Address.segments(rawPath);
  }

  @Override
  public String rawQuery() {
    return null;
  }

  @Override
  public Map<String, List<String>> query() {
    return Map.of();
  }

  @Override
  public String header(String name) {
    return null;
  }

  @Override
  public List<String> headers(String name) {
    return List.of();
  }

  @Override
  public List<String> headerNames() {
    return List.of();
  }

  @Override
  public String scheme() {
    return "http";
  }

  @Override
  public String host() {
    return "localhost";
  }

  @Override
  public int port() {
    return 80;
  }

  @Override
  public String proxiedHost() {
    return null;
  }

  @Override
  public String proxyUser() {
    return null;
  }

  @Override
  public String doorWorld() {
    return null;
  }

  @Override
  public byte[] body() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
