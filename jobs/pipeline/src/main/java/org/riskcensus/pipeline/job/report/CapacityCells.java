package org.riskcensus.pipeline.job.report;

import org.apache.spark.sql.Row;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;

/**
 * Figures of the capacity marts as cells; where one is missing, what its reason means to readers.
 */
final class CapacityCells {

  private CapacityCells() {}

  /** A column of a row, or why it is empty. */
  static Cell of(Row row, String column, NumberForm form) {
    Number value = row.getAs(column);
    return value == null ? missing(row) : new Cell.Figure(value.doubleValue(), form);
  }

  private static Cell missing(Row row) {
    String reason = row.getAs("reason");
    if (reason == null) {
      return Cell.Missing.NOT_APPLICABLE;
    }
    return switch (reason) {
      case "not_filed", "basis_not_reported" -> Cell.Missing.NOT_REPORTED;
      case "basis_zero", "no_standard" -> Cell.Missing.NOT_APPLICABLE;
      default -> Cell.Missing.NOT_COMPUTABLE;
    };
  }
}
