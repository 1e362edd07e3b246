package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ConfiguredProvider;
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
