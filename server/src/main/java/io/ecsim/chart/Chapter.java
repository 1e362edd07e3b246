package io.ecsim.chart;

import io.ecsim.sim.Lifecycle;
import io.ecsim.sim.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the documentation says about a table, as Markdown. */
public final class Chapter {
  private final Lifecycle<?, ?> table;
  private final List<Row> rows;
  private final UnaryOperator<String> meaning;

  private Chapter(Lifecycle<?, ?> table, UnaryOperator<String> meaning) {
    this.table = table;
    this.rows = Row.of(table);
    this.meaning = meaning;
  }

  /**
   * The chapter of a table.
   *
   * @param picture where its picture lies, seen from the page
   * @param meaning what a vendor's code means, or null
   */
  public static String of(Lifecycle<?, ?> table, String picture, UnaryOperator<String> meaning) {
    return new Chapter(table, meaning).write(picture);
  }

  private String write(String picture) {
    var text = new ArrayList<String>();
    text.add("## " + table.type());
    text.add("![The life of a %s](%s)".formatted(table.type(), picture));
    text.add("### Statuses, and what each allows");
    text.add(statuses());
    text.add("### Refusals");
    text.add(refusals());
    text.add("### Failures, and how to provoke each");
    text.add(failures());
    return String.join("\n\n", text) + "\n";
  }

  private String statuses() {
    var lines = new ArrayList<String>();
    for (Status status : table.statuses()) {
      lines.add(
          "| `%s` | %s | %s |"
              .formatted(status.label(), Kind.of(table, status).word(), allowed(status.label())));
    }
    return grid("| status | kind | allows |", lines) + anywhere();
  }

  /** What a status allows beside what nearly every status allows. */
  private String allowed(String status) {
    List<String> actions =
        rows.stream()
            .filter(row -> !row.nearlyAnywhere() && row.from().contains(status))
            .map(Row::action)
            .toList();
    return actions.isEmpty() ? "nothing" : String.join(", ", actions);
  }

  private String anywhere() {
    List<String> actions =
        rows.stream().filter(Row::nearlyAnywhere).map(Chapter::withExceptions).toList();
    return actions.isEmpty() ? "" : "\n\nIn every status: " + String.join(", ", actions) + ".";
  }

  private static String withExceptions(Row row) {
    String but = row.but().isEmpty() ? "" : " (but not %s)".formatted(String.join(", ", row.but()));
    return row.action() + but;
  }

  private String refusals() {
    var lines = new ArrayList<String>();
    for (Row row : rows) {
      if (row.refusal() != null || !row.guards().isEmpty()) {
        lines.add(
            "| `%s` | %s | %s |".formatted(row.action(), inWrongStatus(row), codes(row.guards())));
      }
    }
    return grid("| action | in a wrong status | for another reason |", lines);
  }

  private static String inWrongStatus(Row row) {
    if (row.refusal() == null) {
      return "–";
    }
    var byCode = new TreeMap<String, List<String>>();
    row.refusals()
        .forEach((s, code) -> byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(s));
    String others =
        byCode.entrySet().stream().map(Chapter::inThese).collect(Collectors.joining(", "));
    return row.refusal() + (others.isEmpty() ? "" : "; " + others);
  }

  private static String inThese(Map.Entry<String, List<String>> refusal) {
    return "%s in %s".formatted(refusal.getKey(), String.join(", ", refusal.getValue()));
  }

  private static String codes(Collection<String> codes) {
    return codes.isEmpty() ? "–" : String.join(", ", codes);
  }

  private String failures() {
    var lines = new ArrayList<String>();
    for (Row row : rows) {
      for (Row.Way failure : row.failures()) {
        lines.add(
            "| %s | %s | `--edge %s --fail %s` |"
                .formatted(
                    outcome(failure, row.creates()), told(failure), row.edge(), failure.code()));
      }
    }
    return grid("| then it is | the job says | `./ecsim faults add --name NAME` … |", lines);
  }

  private static String outcome(Row.Way failure, boolean creates) {
    String through =
        failure.steps().stream()
            .map(step -> "`%s`, then ".formatted(step.status()))
            .collect(Collectors.joining());
    return switch (failure.to()) {
      case "back" -> through + (creates ? "gone" : "as it was");
      case "gone" -> through + "gone";
      default -> through + "`" + failure.to() + "`";
    };
  }

  private String told(Row.Way failure) {
    String text = meaning.apply(failure.code());
    String some = failure.sometimes() ? " (not with every %s)".formatted(table.type()) : "";
    return failure.code() + (text == null ? "" : ": " + text) + some;
  }

  private static String grid(String head, List<String> lines) {
    String rule = head.replaceAll("[^|]+", "---");
    return head + "\n" + rule + "\n" + String.join("\n", lines);
  }
}
