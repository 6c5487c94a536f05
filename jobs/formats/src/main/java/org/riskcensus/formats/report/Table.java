package org.riskcensus.formats.report;

import java.util.List;

/**
 * A table of typed cells. Units stand in the head of a column, never in its cells.
 *
 * @param caption with its number once it has one
 * @param columns heads, at least one
 * @param rows as many cells each as there are columns
 * @param notes remarks under the table
 */
public record Table(String caption, List<Column> columns, List<Row> rows, List<String> notes)
    implements Block {

  /**
   * Head of a column.
   *
   * @param label words
   * @param unit unit of its numbers, empty where it has none or rows differ
   * @param numeric whether it is set to the right
   * @param weight share of the width against the other columns, above zero
   */
  public record Column(String label, String unit, boolean numeric, double weight) {

    /** A column of words. */
    public static Column text(String label, double weight) {
      return new Column(label, "", false, weight);
    }

    /** A column of numbers. */
    public static Column number(String label, String unit, double weight) {
      return new Column(label, unit, true, weight);
    }

    /** Label and unit in one line. */
    public String head() {
      return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
  }

  /** One row. */
  public record Row(List<Cell> cells, boolean total) {}

  /** Checks that every row fits the columns. */
  public Table {
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            caption + ": " + row.cells().size() + " cells in " + columns.size() + " columns");
      }
    }
  }
}
