package io.ecsim.http;

import java.util.function.Supplier;

/**
 * Something that is served as it is, without world or contract.
 *
 * @param path where: {@code /openapi.json}
 * @param type its media type
 * @param always whether everybody gets it; if not, only who accepts its type, or a browser
 * @param bytes what, made when it is asked for
 */
public record Page(String path, String type, boolean always, Supplier<byte[]> bytes) {

  /** A page for everybody. */
  public Page(String path, String type, Supplier<byte[]> bytes) {
    this(path, type, true, bytes);
  }

  /** Whether it is what a request with this {@code Accept} header means; the header may be null. */
  boolean suits(String accepted) {
    return always
        || (accepted != null && (accepted.contains(type) || accepted.contains("text/html")));
  }
}
