package org.riskcensus.pipeline.job.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * What every chapter of one report shares.
 *
 * @param year year reported on
 * @param source rows of the release
 * @param before rows of the release of the year before, where there is one
 */
record ReportContext(
    int year,
    ReportUnit unit,
    ReportSource source,
    Optional<ReportSource> before,
    Contracts contracts,
    Words words,
    Captions captions) {

  /** The name of a code in the language of the report; an unknown code stands for itself. */
  String name(String list, Object code) {
    Optional<CodeList.Entry> entry =
        contracts.codeList(list).entries().stream()
            .filter(one -> one.code().equals(code.toString()))
            .findFirst();
    return entry
        .map(one -> words.language() == Language.ZH ? one.zh() : one.en())
        .orElse(code.toString());
  }

  /** The name of a column of a table. */
  String label(String table, String column) {
    return words.find("column." + column).orElseGet(() -> contracts.get(table).get(column).label());
  }

  /** A number, or the sign for what was not reported. */
  static Cell cell(@Nullable Number value, NumberForm form) {
    return value == null ? Cell.Missing.NOT_REPORTED : new Cell.Figure(value.doubleValue(), form);
  }

  static Cell text(Object words) {
    return new Cell.Text(words.toString());
  }

  static Table.Row row(Cell... cells) {
    return new Table.Row(java.util.List.of(cells), false);
  }

  /** A head with a unit, in the language of the report. */
  Table.Column number(String label, String unit, double weight) {
    String unitName = unit.isEmpty() ? "" : words.find("unit." + unit).orElse(unit);
    return Table.Column.number(label, unitName, weight);
  }
}
