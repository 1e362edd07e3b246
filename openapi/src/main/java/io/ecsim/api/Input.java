package io.ecsim.api;

import java.util.List;

/** What a request carries, already validated against the contract. */
public interface Input {
  /** The decoded path parameter; never null. */
  String path(String name);

  /** All values of a query key, in order; empty if the key is absent. */
  List<String> query(String name);

  /** The first value of a header, or null. */
  String header(String name);

  /** The bound body, or null where the body is optional and absent. */
  <T> T body(Class<T> type);

  /** The first value of a query key, or null. */
  default String queryText(String name) {
    List<String> values = query(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** A query key as a whole number, or null; the validator has seen that it is one. */
  default Integer queryInteger(String name) {
    String text = queryText(name);
    return (text == null || text.isEmpty()) ? null : Integer.valueOf(text);
  }

  /** A query key as a long whole number, or null. */
  default Long queryLong(String name) {
    String text = queryText(name);
    return (text == null || text.isEmpty()) ? null : Long.valueOf(text);
  }

  /** A query key as a boolean in any case, or null. */
  default Boolean queryBoolean(String name) {
    String text = queryText(name);
    return (text == null || text.isEmpty()) ? null : Boolean.valueOf(text);
  }
}
