package io.ecsim.sim;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a fault rule is confined to. A null member matches all.
 *
 * @param id a resource's id
 * @param name a glob over its name: {@code data-*}
 * @param tag {@code key} or {@code key=value}
 * @param status the label of its status
 * @param project a project id
 * @param type a type of resource
 */
public record Where(
    String id, String name, String tag, String status, String project, String type) {
  /** Matches everything. */
  public static final Where ANYWHERE = new Where(null, null, null, null, null, null);

  boolean matches(Resource<?> r) {
    return matches(
        r.ref(), r.spec().name(), r.spec().tags(), r.status() == null ? null : r.status().label());
  }

  boolean matches(Ref ref, String itsName, Map<String, String> tags, String itsStatus) {
    return (id == null || id.equals(ref.id()))
        && (type == null || type.equals(ref.type()))
        && (project == null || project.equals(ref.project()))
        && (name == null || glob(name).matcher(itsName).matches())
        && (status == null || status.equalsIgnoreCase(itsStatus))
        && (tag == null || tagged(tags));
  }

  /** Whether a request in this project that names no resource can be meant. */
  boolean matchesRequest(String itsProject) {
    return id == null
        && type == null
        && name == null
        && status == null
        && tag == null
        && (project == null || project.equals(itsProject));
  }

  private boolean tagged(Map<String, String> tags) {
    int equals = tag.indexOf('=');
    return equals < 0
        ? tags.containsKey(tag)
        : tag.substring(equals + 1).equals(tags.get(tag.substring(0, equals)));
  }

  private static Pattern glob(String glob) {
    var regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
