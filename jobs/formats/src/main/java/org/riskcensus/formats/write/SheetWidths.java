package org.riskcensus.formats.write;

import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Worksheet;

/** Column widths in characters of the widest text seen; a Chinese character takes two. */
final class SheetWidths {

  private static final int MIN = 8;
  private static final int MAX = 48;

  private final int[] widths;
  private boolean applied;

  SheetWidths(List<String> headers) {
    widths = new int[headers.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = MIN;
      see(column, headers.get(column));
    }
  }

  void see(int column, String text) {
    int width = 3;
    for (int i = 0; i < text.length(); i++) {
      width += text.charAt(i) < 0x2E80 ? 1 : 2;
    }
    widths[column] = Math.min(MAX, Math.max(widths[column], width));
  }

  /** Width of all columns, characters. */
  int total() {
    return IntStream.of(widths).sum();
  }

  /** Sets the widths once: they precede the rows in the file. */
  void apply(Worksheet sheet) {
    if (!applied) {
      for (int column = 0; column < widths.length; column++) {
        sheet.width(column, widths[column]);
      }
      applied = true;
    }
  }
}
