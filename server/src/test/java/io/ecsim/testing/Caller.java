package io.ecsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Somebody with a project, which stands for <code>{p}</code> in paths; JSON has single quotes. */
public interface Caller {
  /** The client. */
  Http http();

  /** The id of the project. */
  String project();

  /** GET of a path. */
  default HttpAnswer get(String path) {
    return http().get(at(path));
  }

  /** DELETE of a path. */
  default HttpAnswer delete(String path) {
    return http().delete(at(path));
  }

  /** POST of JSON with values in its places. */
  default HttpAnswer post(String path, String json, Object... values) {
    return http().post(at(path), proper(json, values));
  }

  /** PUT of JSON with values in its places. */
  default HttpAnswer put(String path, String json, Object... values) {
    return http().put(at(path), proper(json, values));
  }

  private String at(String path) {
    return path.replace("{p}", project());
  }

  private static String proper(String json, Object... values) {
    String text = json.replace('\'', '"');
    return text.formatted(values);
  }

  /** The items of a list by id. */
  static Map<String, JsonNode> byId(HttpAnswer list, String items) {
    var found = new TreeMap<String, JsonNode>();
    each(ok(list).json().path(items)).forEach(item -> found.put(item.path("id").asText(), item));
    return found;
  }

  /** The items one by one. */
  static List<JsonNode> each(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  /** The answer, which is a success. */
  static HttpAnswer ok(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer;
  }
}
