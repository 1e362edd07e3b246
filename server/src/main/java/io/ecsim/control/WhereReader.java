package io.ecsim.control;

import io.ecsim.api.control.FaultWhere;
import io.ecsim.sim.Edge;
import io.ecsim.sim.Status;
import io.ecsim.sim.Where;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a fault rule is confined to. */
final class WhereReader {
  private static final List<String> MEMBERS =
      List.of("id", "name", "tag", "status", "project", "type");

  private final Vocabulary words;

  WhereReader(Vocabulary words) {
    this.words = words;
  }

  /**
   * @param edge the edge the rule is laid on, or null for an operation
   */
  Where read(FaultWhere where, Edge<?, ?> edge) {
    if (where == null) {
      return Where.ANYWHERE;
    }
    FaultReader.nothingElse("where", where.additional(), MEMBERS);
    Stream.of(where.id(), where.name(), where.tag(), where.status(), where.project())
        .filter(text -> text != null && text.isBlank())
        .forEach(
            text -> {
              throw FaultReader.invalid("where has a member that is blank.");
            });
    if (where.type() != null) {
      checkType(where.type(), edge);
    }
    if (where.status() != null) {
      checkStatus(where, edge);
    }
    return new Where(
        where.id(), where.name(), where.tag(), where.status(), where.project(), where.type());
  }

  private void checkType(String type, Edge<?, ?> edge) {
    words.exhibits().require(type);
    if (edge != null && !edge.table().type().equals(type)) {
      throw FaultReader.invalid(
          "%s is an edge of type %s, never of %s."
              .formatted(edge.name(), edge.table().type(), type));
    }
  }

  private void checkStatus(FaultWhere where, Edge<?, ?> edge) {
    String type = edge == null ? where.type() : edge.table().type();
    Set<String> known = words.statuses(type);
    if (known.stream().noneMatch(where.status()::equalsIgnoreCase)) {
      throw FaultReader.invalid(
              "%s has no status \"%s\"."
                  .formatted(type == null ? "No type" : "A " + type, where.status()))
          .hinting(Nearest.hint(where.status(), known));
    }
    if (edge != null && !edge.creates()) {
      checkBegins(edge, where.status());
    }
  }

  private static void checkBegins(Edge<?, ?> edge, String status) {
    Set<String> begins = new LinkedHashSet<>();
    Stream.concat(Stream.of(edge.from()), edge.doors().values().stream())
        .flatMap(Set::stream)
        .map(Status::label)
        .forEach(begins::add);
    if (begins.stream().noneMatch(status::equalsIgnoreCase)) {
      throw FaultReader.invalid("%s never begins in %s.".formatted(edge.name(), status))
          .hinting("It begins in " + String.join(", ", begins) + ".");
    }
  }
}
