package io.ecsim.terraform.resource;

import io.ecsim.terraform.value.Values;
import java.util.List;

/** Arguments for requests that carry only what has changed. */
public final class Changed {
  private Changed() {}

  /** The new text, empty if it was taken away; null if it does not change. */
  public static String text(Change task, String name) {
    if (!task.changes(name)) {
      return null;
    }
    String text = task.planned().text(name);
    return text == null ? "" : text;
  }

  /** The new text; null if it does not change or is empty: the cloud does not clear this one. */
  public static String filled(Change task, String name) {
    return task.changes(name) ? task.planned().filled(name) : null;
  }

  /** A list of this text alone; none if it is absent. */
  public static List<String> one(Values values, String name) {
    String text = values.filled(name);
    return text == null ? List.of() : List.of(text);
  }
}
