package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.statistics.SuppressedTable;
import org.riskcensus.core.statistics.SuppressedTable.Cell;
import org.riskcensus.core.statistics.Suppression;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Yearly losses for publication 公开: small counts of persons in townships and villages are withheld,
 * and as many others that no total of a kind or of a unit tells them. A withheld count is empty and
 * named in {@value #WITHHELD}, apart from those not reported. The units of one county and year are
 * looked at together, on any machine; they are few.
 *
 * @param rule when a count is small
 * @param persons columns of such counts
 * @param levels levels of units they are withheld at
 */
record PublicFigures(Suppression rule, List<String> persons, List<String> levels)
    implements Serializable {

  static final String WITHHELD = "withheld";

  private static final String ALL_KINDS = "all";

  /** The cells of a table by its rules. */
  static PublicFigures of(PublicationRules rules) {
    return new PublicFigures(rules.rule(), rules.persons(), rules.levels());
  }

  /** The table with the column that names what is withheld. */
  static TableContract contract(TableContract table) {
    List<ColumnContract> columns = new ArrayList<>(table.columns());
    columns.add(
        new ColumnContract(
            WITHHELD,
            "不公开指标",
            ColumnType.STRING,
            "",
            false,
            null,
            null,
            null,
            "Figures withheld, by column name, joined by a comma.",
            false));
    return new TableContract(
        table.name(),
        table.title(),
        table.doc(),
        table.sensitivity(),
        columns,
        table.geometry(),
        table.key(),
        table.partition(),
        table.sort(),
        table.examples());
  }

  /**
   * The rows with small counts withheld, and {@value #WITHHELD} beside them.
   *
   * @param within columns that part the table into those with totals of their own
   */
  Dataset<Row> apply(Dataset<Row> rows, List<String> within) {
    Column small = col("unit_level").isin(levels.toArray());
    Dataset<Row> published =
        rows.where(small.unary_$bang()).withColumn(WITHHELD, lit(null).cast("string"));
    Column row =
        struct(Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new));
    StructType schema = rows.schema().asNullable().add(WITHHELD, DataTypes.StringType);
    FlatMapFunction<Row, Row> withheld =
        group -> withheld(group.<Row>getList(group.fieldIndex("units"))).iterator();
    List<Column> together = new ArrayList<>(List.of(col("census_year")));
    within.forEach(column -> together.add(col(column)));
    together.add(substring(col("admin_code"), 1, 6));
    return rows.where(small)
        .groupBy(together.toArray(Column[]::new))
        .agg(collect_list(row).as("units"))
        .flatMap(withheld, Encoders.row(schema))
        .unionByName(published);
  }

  /** The rows of the units of one county, year and basis. */
  private List<Row> withheld(List<Row> units) {
    Map<Row, Set<String>> names = new HashMap<>();
    for (String column : persons) {
      Predicate<Row> hidden = hidden(units, column);
      units.stream()
          .filter(unit -> unit.getAs(column) != null && hidden.test(unit))
          .forEach(unit -> names.computeIfAbsent(unit, u -> new HashSet<>()).add(column));
    }
    return units.stream().map(unit -> without(unit, names.getOrDefault(unit, Set.of()))).toList();
  }

  /**
   * What is withheld of a column: cells of townships, and all villages as soon as anything is
   * small, since villages add up to townships.
   */
  private Predicate<Row> hidden(List<Row> units, String column) {
    Map<Cell, Long> cells = new HashMap<>();
    boolean small = false;
    for (Row unit : units) {
      Long count = unit.getAs(column);
      if (count != null) {
        small |= rule.small(count);
        if (!isVillage(unit)) {
          cells.put(cell(unit), count);
        }
      }
    }
    Set<Cell> hidden = new SuppressedTable(rule, ALL_KINDS).withhold(cells);
    boolean any = small;
    return unit -> isVillage(unit) ? any : hidden.contains(cell(unit));
  }

  private static boolean isVillage(Row unit) {
    return unit.getAs("unit_level").equals("village");
  }

  private static Cell cell(Row unit) {
    return new Cell(unit.getAs("admin_code"), unit.getAs("hazard_kind"));
  }

  private Row without(Row unit, Set<String> hidden) {
    @Nullable Object[] values = new Object[unit.size() + 1];
    String[] columns = unit.schema().fieldNames();
    for (int i = 0; i < unit.size(); i++) {
      values[i] = hidden.contains(columns[i]) ? null : unit.get(i);
    }
    String named = String.join(",", persons.stream().filter(hidden::contains).toList());
    values[unit.size()] = named.isEmpty() ? null : named;
    return RowFactory.create(values);
  }
}
