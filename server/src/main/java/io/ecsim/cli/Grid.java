package io.ecsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Rows of cells, aligned; columns without any text are left out. */
final class Grid {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  Grid(String... head) {
    this.head = List.of(head);
  }

  Grid row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The table, or these words if it has no row. */
  String text(String none) {
    if (rows.isEmpty()) {
      return none;
    }
    var lines = new StringJoiner("\n");
    lines.add(line(head));
    rows.forEach(row -> lines.add(line(row)));
    return lines.toString();
  }

  private String line(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      int width = width(i);
      if (width > 0) {
        line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length() + 2));
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return widest == 0 ? 0 : Math.max(widest, head.get(column).length());
  }
}
