package io.ecsim.codegen;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the template of a record is given.
 *
 * @param about the Javadoc text
 * @param unions the sealed interfaces it is a choice of
 * @param open the component that keeps unnamed members, or null
 * @param built whether it has a builder
 */
record RecordView(
    String name,
    String about,
    List<String> unions,
    List<Member> members,
    Member open,
    boolean built,
    List<String> imports) {

  /**
   * One component.
   *
   * @param json its name in JSON, as a Java literal
   * @param always whether it is written although null
   */
  record Member(String name, String json, String type, boolean always, boolean given, boolean cut) {
    /** Whether the JSON name has to be told. */
    boolean renamed() {
      return !json.equals('"' + name + '"');
    }
  }

  /** Members and the open one, as parameters of the record. */
  List<Member> components() {
    return open == null ? members : Stream.concat(members.stream(), Stream.of(open)).toList();
  }

  boolean chosen() {
    return !unions.isEmpty();
  }

  String implemented() {
    return String.join(", ", unions);
  }

  /** Members whose absence is not null. */
  List<Member> givens() {
    return members.stream().filter(Member::given).toList();
  }

  boolean compact() {
    return open != null || !givens().isEmpty();
  }
}
