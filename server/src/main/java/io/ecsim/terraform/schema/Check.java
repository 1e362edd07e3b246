package io.ecsim.terraform.schema;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of a configured value, beyond its type. */
@FunctionalInterface
public interface Check {
  /**
   * What is wrong with a known value, null if nothing.
   *
   * @param name the argument's path, for the message
   */
  String wrong(String name, Object value);

  /** One of these. */
  static Check oneOf(Object... allowed) {
    List<String> texts = Arrays.stream(allowed).map(String::valueOf).toList();
    return (name, value) -> texts.contains(text(value)) ? null : notOneOf(name, texts, value);
  }

  /** One of these, in capitals or not. */
  static Check oneOfIgnoringCase(String... allowed) {
    return (name, value) ->
        Arrays.stream(allowed).anyMatch(text(value)::equalsIgnoreCase)
            ? null
            : notOneOf(name, List.of(allowed), value);
  }

  /** A number from least to most, both included. */
  static Check between(long least, long most) {
    return (name, value) -> {
      BigDecimal number = (BigDecimal) value;
      boolean within =
          number.compareTo(BigDecimal.valueOf(least)) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0;
      return within
          ? null
          : "expected %s to be in the range (%d - %d), got %s"
              .formatted(name, least, most, text(value));
    };
  }

  /** A number from least on. */
  static Check atLeast(long least) {
    return (name, value) ->
        ((BigDecimal) value).compareTo(BigDecimal.valueOf(least)) >= 0
            ? null
            : "expected %s to be at least (%d), got %s".formatted(name, least, text(value));
  }

  /** A text of so many characters. */
  static Check length(int least, int most) {
    return (name, value) -> {
      int length = text(value).codePointCount(0, text(value).length());
      return length >= least && length <= most
          ? null
          : "expected length of %s to be in the range (%d - %d), got %s"
              .formatted(name, least, most, text(value));
    };
  }

  /** A text with this pattern somewhere in it; anchor it to mean all of the text. */
  static Check matching(String pattern, String meaning) {
    Pattern compiled = Pattern.compile(pattern);
    return (name, value) ->
        compiled.matcher(text(value)).find()
            ? null
            : "invalid value for %s (%s): %s".formatted(name, meaning, text(value));
  }

  /** An address block whose host bits are zero. */
  static Check networkCidr() {
    return (name, value) ->
        Addresses.isNetwork(text(value))
            ? null
            : "expected %s to contain a valid network CIDR, got %s".formatted(name, text(value));
  }

  /** An IPv4 or IPv6 address. */
  static Check address() {
    return (name, value) ->
        Addresses.is4(text(value)) || Addresses.is6(text(value))
            ? null
            : "expected %s to contain a valid IP, got: %s".formatted(name, text(value));
  }

  /** An IPv4 address. */
  static Check address4() {
    return (name, value) ->
        Addresses.is4(text(value))
            ? null
            : "expected %s to contain a valid IPv4 address, got: %s".formatted(name, text(value));
  }

  /** A regular expression. */
  static Check pattern() {
    return (name, value) -> {
      try {
        Pattern.compile(text(value));
        return null;
      } catch (java.util.regex.PatternSyntaxException e) {
        return "%s is no regular expression: %s".formatted(name, e.getDescription());
      }
    };
  }

  private static String notOneOf(String name, List<String> allowed, Object value) {
    return "expected %s to be one of [%s], got %s"
        .formatted(
            name,
            allowed.stream().map(text -> '"' + text + '"').collect(Collectors.joining(" ")),
            text(value));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
