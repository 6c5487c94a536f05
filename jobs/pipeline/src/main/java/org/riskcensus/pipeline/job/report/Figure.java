package org.riskcensus.pipeline.job.report;

import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;

/**
 * A figure, or why there is none.
 *
 * @param value null where it is not known; zero where reports were filed and none tells of an event
 * @param missing why no number is shown; null where one is
 */
record Figure(@Nullable Double value, Cell.@Nullable Missing missing) {

  static final Figure NOT_REPORTED = new Figure(null, Cell.Missing.NOT_REPORTED);
  static final Figure NOT_APPLICABLE = new Figure(null, Cell.Missing.NOT_APPLICABLE);
  static final Figure NO_EVENT = new Figure(0.0, Cell.Missing.NO_EVENT);

  static Figure of(double value) {
    return new Figure(value, null);
  }

  Cell cell(NumberForm form) {
    if (missing != null) {
      return missing;
    }
    return value == null ? Cell.Missing.NOT_REPORTED : new Cell.Figure(value, form);
  }

  /** Change in percent against another figure; not applicable from zero. */
  Cell change(Figure before) {
    if (value == null) {
      return cell(NumberForm.CHANGE);
    }
    if (before.value == null) {
      return before.cell(NumberForm.CHANGE);
    }
    return before.value == 0
        ? Cell.Missing.NOT_APPLICABLE
        : new Cell.Figure((value - before.value) / before.value * 100, NumberForm.CHANGE);
  }
}
