package io.ecsim.chart;

import java.util.Locale;

/** A picture in the making: pills, arrows, words. Lengths are pixels; letters are equally wide. */
final class Canvas {
  static final int PILL = 22;
  private static final double LETTER = 7.3;
  private static final int MARGIN = 16;

  private final StringBuilder drawn = new StringBuilder();
  private double right;

  /** How wide a pill with this word is. */
  static double width(String word) {
    return Math.ceil(word.length() * LETTER + 16);
  }

  /** Draws a word in a pill; returns where it ends. */
  double pill(double x, double y, String word, String style) {
    double width = width(word);
    shape(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%d\" rx=\"11\"/>",
            style,
            x,
            y,
            width,
            PILL));
    shape(
        String.format(
            Locale.ROOT,
            "<text text-anchor=\"middle\" x=\"%.0f\" y=\"%.0f\">%s</text>",
            x + width / 2,
            y + 15,
            escaped(word)));
    return reach(x + width);
  }

  /** Draws an arrow; returns where it ends. */
  double arrow(double x, double y) {
    double middle = y + PILL / 2.0;
    shape(
        String.format(
            Locale.ROOT,
            "<path class=\"arrow\" d=\"M%.0f %.0f h18 m-5 -4 l5 4 l-5 4\"/>",
            x + 4,
            middle));
    return reach(x + 26);
  }

  /** Writes words; returns where they end. */
  double words(double x, double y, String words, String style) {
    shape(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.0f\" y=\"%.0f\">%s</text>",
            style,
            x,
            y,
            escaped(words)));
    return reach(x + words.length() * LETTER);
  }

  /** Draws a line under a row, as wide as the picture turns out. */
  void rule(double y) {
    shape(String.format(Locale.ROOT, "<path class=\"rule\" d=\"M%d %.0f H10000\"/>", MARGIN, y));
  }

  /** The whole picture. */
  String svg(String title, double height) {
    double width = right + MARGIN;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" role="img">
        <title>%3$s</title>
        <style>
        svg { background: #fff }
        text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2937 }
        .title { font-weight: 700; font-size: 15px } .action { font-weight: 700 } .note, .code { fill: #6b7280 }
        rect { stroke-width: 1 }
        rect.settled { fill: #dcfce7; stroke: #16a34a } rect.passing { fill: #fef3c7; stroke: #d97706 }
        rect.broken { fill: #fee2e2; stroke: #dc2626 } rect.plain { fill: #f3f4f6; stroke: #9ca3af }
        .code { fill: #b91c1c } .arrow { fill: none; stroke: #6b7280 } .rule { stroke: #e5e7eb }
        </style>
        %4$s</svg>
        """
        .formatted(width, height, escaped(title), drawn);
  }

  private void shape(String element) {
    drawn.append(element).append('\n');
  }

  private double reach(double x) {
    right = Math.max(right, x);
    return x;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
