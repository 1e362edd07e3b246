package io.ecsim.codegen;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** How names of the contract become names of Java. */
final class Names {
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");

  /** Names that a record component must not have, beside the keywords. */
  private static final Set<String> COMPONENT_TAKEN =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** Types that generated files speak of by their simple name. */
  private static final Set<String> TYPE_TAKEN =
      Set.of(
          "BigDecimal",
          "Boolean",
          "Builder",
          "Call",
          "Double",
          "ErrorForm",
          "Given",
          "Input",
          "Integer",
          "List",
          "Long",
          "Map",
          "Object",
          "Operation",
          "Override",
          "Reply",
          "Route",
          "String");

  private Names() {}

  /**
   * {@code OS-EXT-STS:vm_state} is {@code vmState}: what stands before the last colon is dropped.
   */
  static String component(String original) {
    String name = original.substring(original.lastIndexOf(':') + 1);
    var java = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        java.append(java.isEmpty() ? small(word) : upper(small(word)));
      }
    }
    if (java.isEmpty() || Character.isDigit(java.charAt(0))) {
      java.insert(0, '_');
    }
    String result = java.toString();
    boolean taken = SourceVersion.isKeyword(result) || COMPONENT_TAKEN.contains(result);
    return taken ? result + "_" : result;
  }

  /** {@code CreateVolume} for {@code createVolume}. */
  static String upper(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static String lower(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  static boolean isType(String name) {
    return TYPE.matcher(name).matches() && !TYPE_TAKEN.contains(name);
  }

  /** A Java string literal. */
  static String literal(String text) {
    return text == null
        ? "null"
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A word of capitals is written small, another only loses its first capital. */
  private static String small(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : lower(word);
  }
}
