package io.ecsim.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known words that a mistyped one may have meant. */
final class Nearest {
  /** Enough for a verb that nearly every type of resource has. */
  private static final int MOST = 16;

  private Nearest() {}

  /** A question that names the nearest words; all of them where none is near and they are few. */
  static String hint(String word, Collection<String> known) {
    List<String> near = of(word, known);
    return near.isEmpty()
        ? "Known: " + String.join(", ", known.stream().limit(40).toList())
        : "Did you mean " + String.join(" or ", near) + "?";
  }

  /** The nearest words, best first; empty if none is near. */
  static List<String> of(String word, Collection<String> known) {
    String small = word.toLowerCase(Locale.ROOT);
    int bound = Math.max(2, word.length() / 3);
    return known.stream()
        .distinct()
        .map(candidate -> new Scored(candidate, distance(small, candidate)))
        .filter(scored -> scored.distance <= bound)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::word))
        .limit(MOST)
        .map(Scored::word)
        .toList();
  }

  private record Scored(String word, int distance) {}

  /** Levenshtein's; a word that the other one begins or ends with is near as well. */
  private static int distance(String small, String candidate) {
    String other = candidate.toLowerCase(Locale.ROOT);
    int edits = edits(small, other);
    boolean part = small.length() > 2 && (other.endsWith(small) || other.startsWith(small));
    return part ? Math.min(edits, 1) : edits;
  }

  private static int edits(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
