package io.ecsim.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.api.Input;
import io.ecsim.http.json.Json;
import java.util.List;
import java.util.Set;

/** A request that the contract has been asked about. */
final class ValidInput implements Input {
  private final Errand errand;
  private final JsonNode body;

  /**
   * An input.
   *
   * @param body the body, or null without one
   */
  ValidInput(Errand errand, JsonNode body) {
    this.errand = errand;
    this.body = body;
  }

  /** The vendor's names of what is asked for, the most telling first. */
  Set<String> names() {
    return Names.of(errand.operation(), body);
  }

  @Override
  public String path(String name) {
    return errand.parameters().get(name);
  }

  @Override
  public List<String> query(String name) {
    return errand.request().query().getOrDefault(name, List.of());
  }

  @Override
  public String header(String name) {
    return errand.request().header(name);
  }

  @Override
  public <T> T body(Class<T> type) {
    return body == null ? null : Json.bind(body, type);
  }
}
