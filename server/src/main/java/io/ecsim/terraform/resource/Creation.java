package io.ecsim.terraform.resource;

import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.problem.Problem;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An object to be made. */
public final class Creation extends Task {
  private final Values planned;
  private final Map<String, Object> told = new HashMap<>();
  private String id;

  Creation(ConfiguredProvider provider, Duration limit, Values planned) {
    super(provider, limit);
    this.planned = planned;
  }

  /** What it shall be; what only the cloud can know reads as absent. */
  public Values planned() {
    return planned;
  }

  /** There is something under this id now, whatever becomes of it. */
  public void made(String newId) {
    if (newId.isEmpty()) {
      throw Problem.error("the cloud names no id", "It accepted the request all the same.");
    }
    this.id = newId;
  }

  /** The cloud tells this attribute now, and never again. */
  public void told(String attribute, Object value) {
    told.put(attribute, value);
  }

  Map<String, Object> told() {
    return told;
  }

  /** Its id; null as long as there is none. */
  public String id() {
    return id;
  }
}
