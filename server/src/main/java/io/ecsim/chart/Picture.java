package io.ecsim.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.ecsim.sim.Lifecycle;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.StringJoiner;

/**
 * A table drawn, row by row: from which statuses, through which, to which; below, in the same
 * direction, how it fails. What comes from where can be read along a line.
 */
public final class Picture {
  private static final int LINE = 28;
  private static final int TOP = 84;
  private static final double FROM_WIDTH = 330;
  private static final String STAYS = "(stays)";

  private final Lifecycle<?, ?> table;
  private final Canvas canvas = new Canvas();
  private final double from;
  private final double way;

  private Picture(Lifecycle<?, ?> table, List<Row> rows) {
    this.table = table;
    int longest = rows.stream().mapToInt(row -> row.action().length()).max().orElse(0);
    this.from = 16 + Canvas.width("x".repeat(longest)) + 8;
    this.way = from + FROM_WIDTH;
  }

  /** The picture of this table, as SVG. */
  public static String of(Lifecycle<?, ?> table) {
    List<Row> rows = Row.of(table);
    return new Picture(table, rows).draw(rows);
  }

  private String draw(List<Row> rows) {
    String title = "The life of a " + table.type();
    canvas.words(16, 30, title, "title");
    legend();
    double y = TOP;
    for (Row row : rows) {
      canvas.rule(y - 6);
      y = row(row, y);
    }
    return canvas.svg(title, y + 8);
  }

  private void legend() {
    double x = 16;
    for (Kind kind : Kind.values()) {
      x = canvas.pill(x, 46, kind.word(), kind.word()) + 8;
    }
    canvas.words(
        x, 61, "numbers are seconds of the real clock; only some have a step with dots", "note");
  }

  private double row(Row row, double y) {
    canvas.words(16, y + 15, row.action(), "action");
    double below = begin(row, y);
    double x = canvas.arrow(way, y);
    x = stretches(row.steps(), x, y);
    x = end(row.to(), x, y);
    if (row.beside()) {
      canvas.words(x + 8, y + 15, "beside others", "note");
    } else if (row.interrupts()) {
      canvas.words(x + 8, y + 15, "whatever is under way", "note");
    }
    double line = y + LINE;
    for (List<Row.Way> alike : alike(row.failures())) {
      Row.Way failure = alike.get(0);
      String codes =
          alike.stream()
              .map(Row.Way::code)
              .collect(joining(" ", failure.sometimes() ? "… " : "", ""));
      x = canvas.words(way + 30, line + 15, codes, "code");
      x = canvas.arrow(x, line);
      x = stretches(failure.steps(), x, line);
      end(failure.to(), x, line);
      line += LINE;
    }
    return Math.max(below, line) + 6;
  }

  /** Failures that look the same share a line. */
  private static Collection<List<Row.Way>> alike(List<Row.Way> failures) {
    return failures.stream()
        .collect(
            groupingBy(
                way -> List.of(way.sometimes(), way.steps(), way.to()),
                LinkedHashMap::new,
                toList()))
        .values();
  }

  /** Draws where a row begins; returns the line below. */
  private double begin(Row row, double y) {
    if (row.creates()) {
      canvas.pill(from, y, "new", "plain");
      return y + LINE;
    }
    double x = from;
    double line = y;
    if (row.nearlyAnywhere()) {
      x = canvas.pill(x, line, row.but().isEmpty() ? "any status" : "any but", "plain") + 6;
    }
    for (String label : row.nearlyAnywhere() ? row.but() : row.from()) {
      if (x > from && x + Canvas.width(label) > way - 8) {
        x = from;
        line += LINE;
      }
      x = canvas.pill(x, line, label, style(label)) + 6;
    }
    return line + LINE;
  }

  private double stretches(List<Row.Stretch> steps, double x, double y) {
    double at = x;
    for (Row.Stretch step : steps) {
      at = canvas.pill(at, y, word(step), step.status() == null ? "plain" : style(step.status()));
      at = canvas.arrow(at, y);
    }
    return at;
  }

  private static String word(Row.Stretch step) {
    var words = new StringJoiner(" ", step.sometimes() ? "… " : "", "");
    words.add(step.status() == null ? STAYS : step.status());
    if (step.task() != null) {
      words.add(step.task());
    }
    return words
        .add(new BigDecimal(step.seconds()).stripTrailingZeros().toPlainString())
        .toString();
  }

  private double end(String label, double x, double y) {
    return canvas.pill(x, y, label, style(label));
  }

  private String style(String label) {
    return table.status(label).map(status -> Kind.of(table, status).word()).orElse("plain");
  }
}
