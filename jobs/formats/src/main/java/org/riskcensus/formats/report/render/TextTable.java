package org.riskcensus.formats.report.render;

import java.util.ArrayList;
import java.util.List;

/** A table of text whose columns stay straight although Chinese characters take two places. */
public final class TextTable {

  private static final String GAP = "  ";

  private final String title;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public TextTable(String title, List<String> heads) {
    this.title = title;
    rows.add(heads);
  }

  /** Adds a row, one cell a head. */
  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines: title, heads, a rule, rows; none where the table has no row. */
  public List<String> lines() {
    if (rows.size() == 1) {
      return List.of();
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>(List.of(title));
    for (List<String> row : rows) {
      lines.add(line(row, widths));
      if (lines.size() == 2) {
        lines.add("-".repeat(width(line(row, widths))));
      }
    }
    return lines;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      line.append(i == 0 ? "" : GAP).append(cell);
      line.append(" ".repeat(i == widths.length - 1 ? 0 : widths[i] - width(cell)));
    }
    return line.toString().stripTrailing();
  }

  /** Places that a text takes on a terminal. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0x20000 && character <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
