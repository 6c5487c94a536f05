package org.riskcensus.pipeline.job.export;

import java.util.Optional;
import org.riskcensus.formats.style.ClassStyle;
import org.riskcensus.formats.style.LayerStyle;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * The style of a table that has a {@link MapTheme}: its classes in their colours, by hazard or
 * service.
 */
final class TableStyle {

  private TableStyle() {}

  /** The style, if the table has one. */
  static Optional<LayerStyle> find(TableContract table, Contracts contracts, Language language) {
    return MapTheme.find(table.name()).map(theme -> of(theme, table, contracts, language));
  }

  private static LayerStyle of(
      MapTheme theme, TableContract table, Contracts contracts, Language language) {
    CodeList classes = contracts.codeList(theme.codeList());
    CodeList subjects = contracts.codeList(codes(table, theme.subjectColumn()));
    return new LayerStyle(
        language.of(table.title(), table.simpleName().replace('_', ' ')),
        theme.subjectColumn(),
        subjects.entries().stream()
            .map(subject -> new LayerStyle.Entry(subject.code(), subject.in(language)))
            .toList(),
        theme.classColumn(),
        classes.entries().stream()
            .map(
                e ->
                    new ClassStyle(
                        e.code(), e.in(language), theme.colour(e.code(), contracts.levels())))
            .toList());
  }

  private static String codes(TableContract table, String column) {
    ColumnContract contract = table.find(column).orElseThrow();
    return java.util.Objects.requireNonNull(contract.codes(), column + " has no code list");
  }
}
