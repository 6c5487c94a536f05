package org.riskcensus.pipeline.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.FiledMapping;
import org.riskcensus.pipeline.contract.TableContract;

/** Holds the fields of a file and how they are mapped against the columns of its table. */
final class ColumnsCheck {

  private static final int FIELDS_TOLD = 20;

  private final SourceDescription source;
  private final TableContract contract;
  private final List<String> fields;
  private final List<String> problems = new ArrayList<>();

  private ColumnsCheck(SourceDescription source, TableContract contract, List<String> fields) {
    this.source = source;
    this.contract = contract;
    this.fields = fields;
  }

  /** What is wrong, in words for the user. */
  static List<String> check(SourceDescription source, TableContract contract, List<String> fields) {
    ColumnsCheck check = new ColumnsCheck(source, contract, fields);
    check.mappings();
    Set<String> filled = check.filled();
    check.unknown(filled);
    check.missing(filled);
    return check.problems;
  }

  /** The fields of a file for a message, which a file of many must not fill. */
  static String told(List<String> fields) {
    int more = fields.size() - FIELDS_TOLD;
    return more <= 0
        ? fields.toString()
        : fields.subList(0, FIELDS_TOLD) + " and " + more + " more";
  }

  private Set<String> filled() {
    Set<String> filled = new TreeSet<>(source.constants().keySet());
    filled.addAll(source.columns().values());
    for (String field : fields) {
      if (!source.columns().containsKey(field)) {
        contract.findColumn(field).ifPresent(column -> filled.add(column.name()));
      }
    }
    return filled;
  }

  private void unknown(Set<String> filled) {
    Set<String> mapped = new TreeSet<>(filled);
    mapped.addAll(source.values().keySet());
    mapped.addAll(source.units().keySet());
    for (String column : mapped) {
      if (contract.filedColumns().stream().noneMatch(c -> c.name().equals(column))) {
        problems.add(contract.name() + " has no column '" + column + "' that can be filed");
      }
    }
  }

  private void missing(Set<String> filled) {
    List<ColumnContract> missing =
        contract.filedColumns().stream()
            .filter(column -> column.required() && !filled.contains(column.name()))
            .toList();
    if (!missing.isEmpty()) {
      problems.add(
          "no field for the mandatory column"
              + (missing.size() == 1 ? " " : "s ")
              + missing.stream()
                  .map(column -> "'" + column.name() + "' (" + column.label() + ")")
                  .collect(Collectors.joining(", "))
              + "; name the field by --map FIELD=COLUMN or in a description under columns:, or one"
              + " value for all rows by --constant COLUMN=VALUE or under constants:; the file has "
              + told(fields));
    }
  }

  /** Every field that the description names must be there, and no two may claim one column. */
  private void mappings() {
    for (String field : source.columns().keySet()) {
      unlessPresent("column mapping", field);
    }
    ConstantText.of(source.constants())
        .forEach(
            (column, text) ->
                text.fields().forEach(field -> unlessPresent("constant " + column, field)));
    FiledMapping mapping = new FiledMapping(source.columns(), Map.of(), Map.of());
    mapping
        .ambiguous(contract, fields)
        .forEach(
            (column, claims) -> {
              claims.removeIf(field -> !source.columns().containsKey(field.strip()));
              if (claims.size() != 1) {
                problems.add(
                    "several fields stand for the column '"
                        + column
                        + "'; map the one that is meant (--map FIELD=COLUMN, in a description under"
                        + " columns:), or rename the others");
              }
            });
  }

  private void unlessPresent(String where, String field) {
    if (!fields.contains(field)) {
      problems.add(where + ": the file has no field '" + field + "'; it has " + told(fields));
    }
  }
}
