package io.ecsim.ecs.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The address of a list's next page: it asks for the same as the one before, from where it ended.
 */
public final class NextPage {
  private final StringBuilder href;
  private char joint = '?';

  /**
   * A link without anything asked.
   *
   * @param list the address of the list
   */
  public NextPage(String list) {
    this.href = new StringBuilder(list);
  }

  /** With this key, if there is a value; a list of values gives the key as often. */
  public NextPage with(String key, Object value) {
    if (value instanceof List<?> values) {
      values.forEach(one -> with(key, one));
    } else if (value != null) {
      href.append(joint)
          .append(key)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
      joint = '&';
    }
    return this;
  }

  /** The whole address. */
  public String href() {
    return href.toString();
  }
}
