package io.ecsim.evs.view;

import io.ecsim.api.evs.Link;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A link to the next page of a list, which keeps what the client asked for. */
public final class NextLink {
  private final StringBuilder href;
  private char separator = '?';

  public NextLink(String address) {
    this.href = new StringBuilder(address);
  }

  /** The same with a key of the query more, unless it has no value. */
  public NextLink with(String key, Object value) {
    if (value != null) {
      href.append(separator)
          .append(key)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
      separator = '&';
    }
    return this;
  }

  public Link made() {
    return new Link(href.toString(), "next");
  }
}
