package io.ecsim.http.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Operations by path; a literal segment goes before a parameter. */
final class Trie {
  private static final Pattern VERSION = Pattern.compile("v\\d.*");

  private final Map<String, Trie> literals = new HashMap<>(4);
  private final Map<String, List<Candidate>> here = new HashMap<>(2);
  private Trie parameter;

  void add(Candidate candidate) {
    Trie node = this;
    for (String segment : candidate.template()) {
      node = node.child(segment);
    }
    node.here
        .computeIfAbsent(candidate.operation().method(), method -> new ArrayList<>(1))
        .add(candidate);
  }

  private Trie child(String segment) {
    if (!Candidate.isParameter(segment)) {
      return literals.computeIfAbsent(segment, s -> new Trie());
    }
    if (parameter == null) {
      parameter = new Trie();
    }
    return parameter;
  }

  /** The operations of the most literal path that fits and has this method; empty if none. */
  List<Candidate> find(String method, List<String> segments) {
    List<Candidate> found = find(method, segments, 0);
    return found == null ? List.of() : found;
  }

  private List<Candidate> find(String method, List<String> segments, int depth) {
    if (depth == segments.size()) {
      return here.get(method);
    }
    String segment = segments.get(depth);
    Trie literal = literals.get(segment);
    List<Candidate> found = literal == null ? null : literal.find(method, segments, depth + 1);
    boolean open = found == null && parameter != null && fits(segment, depth);
    return open ? parameter.find(method, segments, depth + 1) : found;
  }

  /** A parameter takes any segment but the first, which is the version of an API: {@code v2.1}. */
  private static boolean fits(String segment, int depth) {
    return depth == 0 ? VERSION.matcher(segment).matches() : !segment.isEmpty();
  }
}
