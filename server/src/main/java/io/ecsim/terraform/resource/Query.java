package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ConfiguredProvider;
import io.ecsim.terraform.value.Bag;
import io.ecsim.terraform.value.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A question to the cloud. */
public final class Query extends Task {
  private final Values config;

  Query(ConfiguredProvider provider, Duration limit, Values config) {
    super(provider, limit);
    this.config = config;
  }

  /** What is asked for. */
  public Values config() {
    return config;
  }

  /**
   * All elements of a list that comes in pages: asks on until a page is empty.
   *
   * @param url with its filters
   * @param member of the answers that is the list
   */
  public List<JsonNode> pages(String service, String url, String member) {
    List<JsonNode> all = new ArrayList<>();
    while (true) {
      Integer offset = all.isEmpty() ? null : all.size();
      JsonNode page = get(service, Url.of(url, "offset", offset)).path(member);
      if (page.isEmpty()) {
        return all;
      }
      page.forEach(all::add);
    }
  }

  /** As {@link #pages}, but each page begins after the id of the last element of the one before. */
  public List<JsonNode> marked(String service, String url, String member) {
    List<JsonNode> all = new ArrayList<>();
    while (true) {
      String marker = all.isEmpty() ? null : all.get(all.size() - 1).path("id").asText();
      JsonNode page = get(service, Url.of(url, "marker", marker)).path(member);
      if (page.isEmpty()) {
        return all;
      }
      page.forEach(all::add);
    }
  }

  /** As {@link #pages}, but each page names the marker of the next one, and the last one none. */
  public List<JsonNode> tokened(String service, String url, String member) {
    List<JsonNode> all = new ArrayList<>();
    String marker = null;
    do {
      JsonNode page = get(service, Url.of(url, "marker", marker));
      page.path(member).forEach(all::add);
      marker = page.path("page_info").path("next_marker").asText(null);
    } while (marker != null && !marker.isEmpty());
    return all;
  }

  /** This path with the arguments that stand in it in braces. */
  public String placed(String path) {
    String placed = path;
    for (String argument : config.members().keySet()) {
      String place = "{" + argument + "}";
      if (config.has(argument) && placed.contains(place)) {
        placed = placed.replace(place, Url.segment(config.get(argument).toString()));
      }
    }
    return placed;
  }

  /** What this argument asks for: a value, or a list of them; null if it asks for nothing. */
  public Object asked(String argument) {
    if (!config.has(argument)) {
      return null;
    }
    Object value = config.get(argument);
    return value instanceof Bag bag ? bag.elements() : value;
  }

  /** This URL with these arguments as filters of the same names, as far as they are given. */
  public String filtered(String url, String... arguments) {
    String filtered = url;
    for (String argument : arguments) {
      filtered = Url.of(filtered, argument, config.text(argument));
    }
    return filtered;
  }

  /** The region that is asked for, else the provider's. */
  public String region() {
    String own = config.filled("region");
    return own == null ? settings().region() : own;
  }
}
