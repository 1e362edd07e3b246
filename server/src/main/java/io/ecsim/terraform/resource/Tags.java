package io.ecsim.terraform.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecsim.terraform.client.ApiFailure;
import io.ecsim.terraform.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tags: the ways in which the cloud writes and changes them. */
public final class Tags {
  private Tags() {}

  /**
   * Tags as a map, from any of the cloud's forms: {@code {"key": "value"}}, {@code [{"key",
   * "value"}]} or {@code ["key=value"]}.
   */
  public static Map<String, String> read(Object told) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (told instanceof JsonNode node) {
      if (node.isArray()) {
        node.forEach(tag -> read(tags, tag));
      } else {
        node.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
      }
    } else if (told instanceof Map<?, ?> map) {
      tags.putAll(new Values(Map.of("tags", map)).map("tags"));
    }
    return tags;
  }

  private static void read(Map<String, String> tags, JsonNode tag) {
    if (tag.isTextual()) {
      int equals = tag.asText().indexOf('=');
      tags.put(
          equals < 0 ? tag.asText() : tag.asText().substring(0, equals),
          equals < 0 ? "" : tag.asText().substring(equals + 1));
    } else {
      tags.put(tag.path("key").asText(), tag.path("value").asText());
    }
  }

  /**
   * Adds the tags of an object that does not show them itself. If they cannot be read, they are
   * left as they were, as the vendor's provider does.
   *
   * @param path of the tags, as {@code /v2.0/{project}/vpcs/1234/tags}
   */
  public static Found told(Found found, Task task, String service, String path) {
    try {
      return found.with("tags", read(task.get(service, path).path("tags")));
    } catch (ApiFailure unreadable) {
      return found;
    }
  }

  /**
   * Takes all old tags away and sets all new ones, as the vendor's provider does.
   *
   * @param path of the action, as {@code /v2.0/{project}/vpcs/1234/tags/action}
   */
  public static void change(Change task, String service, String path) {
    task.when(
        () -> {
          act(task, service, path, "delete", task.prior().map("tags"));
          act(task, service, path, "create", task.planned().map("tags"));
        },
        "tags");
  }

  /**
   * As {@link #change}, where each action has an address of its own.
   *
   * @param path of the tags, below which {@code create} and {@code delete} are
   */
  public static void changeAt(Change task, String service, String path) {
    task.when(
        () -> {
          post(task, service, path + "/delete", task.prior().map("tags"));
          post(task, service, path + "/create", task.planned().map("tags"));
        },
        "tags");
  }

  private static void post(Task task, String service, String path, Map<String, String> tags) {
    if (!tags.isEmpty()) {
      task.post(service, path, Body.of("tags", Body.tags(tags)));
    }
  }

  /** Adds or takes away tags, if there are any. */
  public static void act(
      Task task, String service, String path, String action, Map<String, String> tags) {
    if (!tags.isEmpty()) {
      task.post(service, path, Body.of("action", action, "tags", Body.tags(tags)));
    }
  }
}
