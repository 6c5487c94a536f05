package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;

/**
 * Makes rows as filed into rows of a contract: fields become columns, texts become values, and what
 * does not fit becomes findings of the rules required, type, code, range and pattern. Judges a row
 * by itself; nothing is repaired or guessed. Plain Java, serializable, thread-safe.
 */
public final class RowConformer implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String NO_COLUMN = "";

  private final TableContract table;
  private final FiledMapping mapping;
  private final List<String> columns;
  private final List<ColumnConformer> conformers;
  private final Map<String, String> columnOfField = new ConcurrentHashMap<>();

  private RowConformer(
      TableContract table,
      FiledMapping mapping,
      List<String> columns,
      List<ColumnConformer> conformers) {
    this.table = table;
    this.mapping = mapping;
    this.columns = columns;
    this.conformers = conformers;
  }

  /**
   * The conformer of one source: values come in the order of {@link TableContract#filedColumns()}.
   *
   * @throws IllegalArgumentException when the mapping names a unit that cannot be converted
   */
  public static RowConformer of(TableContract table, Contracts contracts, FiledMapping mapping) {
    List<ColumnContract> columns = table.filedColumns();
    List<ColumnConformer> conformers = new ArrayList<>();
    for (ColumnContract column : columns) {
      CodeList codes = column.codes() == null ? null : contracts.codeList(column.codes());
      Map<String, String> values = mapping.values().getOrDefault(column.name(), Map.of());
      conformers.add(new ColumnConformer(column, codes, values, units(column, mapping)));
    }
    List<String> names = columns.stream().map(ColumnContract::name).toList();
    return new RowConformer(table, mapping, names, List.copyOf(conformers));
  }

  private static @Nullable UnitConversion units(ColumnContract column, FiledMapping mapping) {
    String filed = mapping.units().get(column.name());
    if (filed == null) {
      return null;
    }
    return UnitConversion.find(filed, column.unit())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "column '%s' is in %s; '%s' cannot be converted to it"
                        .formatted(column.name(), column.unit(), filed)));
  }

  /** Conforms one row; fields that stand for no column are left alone. */
  public TypedRow conform(Map<String, String> filed) {
    Map<String, String> texts = byColumn(filed);
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(conformers.get(i).conform(texts.get(columns.get(i)), findings));
    }
    return new TypedRow(columns, values, List.copyOf(findings));
  }

  /** Where several fields claim a column, one mapped by hand wins, then the first. */
  private Map<String, String> byColumn(Map<String, String> filed) {
    Map<String, String> texts = new HashMap<>();
    filed.forEach(
        (field, text) -> {
          String column = columnOfField.computeIfAbsent(field, this::column);
          if (mapping.columns().containsKey(field.strip())) {
            texts.put(column, text);
          } else {
            texts.putIfAbsent(column, text);
          }
        });
    return texts;
  }

  private String column(String field) {
    return mapping.find(table, field).map(ColumnContract::name).orElse(NO_COLUMN);
  }
}
