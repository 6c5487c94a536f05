package org.riskcensus.formats.report.render;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.Wording;

/** A table as the template wants it: everything is text, widths are percent. */
public record HtmlTable(
    String caption, List<Head> heads, List<Line> lines, List<String> notes, int characters) {

  /** Head of a column. */
  public record Head(String label, String unit, String align, String width) {}

  /** A row. */
  public record Line(String kind, List<Value> values) {}

  /** A cell. */
  public record Value(String text, String align) {}

  static HtmlTable of(Table table, Wording wording) {
    double all = table.columns().stream().mapToDouble(Table.Column::weight).sum();
    List<Head> heads = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      String width = String.format(java.util.Locale.ROOT, "%.2f%%", column.weight() / all * 100);
      heads.add(new Head(column.label(), column.unit(), align(column), width));
    }
    List<Line> lines = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < heads.size(); i++) {
        Cell cell = row.cells().get(i);
        String align = heads.get(i).align() + (cell instanceof Cell.Missing ? " missing" : "");
        values.add(new Value(cell.shown(wording), align));
      }
      lines.add(new Line(row.total() ? "total" : "body", values));
    }
    return new HtmlTable(table.caption(), heads, lines, table.notes(), (int) Math.round(all));
  }

  private static String align(Table.Column column) {
    return column.numeric() ? "number" : "words";
  }
}
