package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * Yearly losses for publication 公开: small counts of persons in townships and villages are withheld,
 * and as many others that no total of a kind or of a unit tells them. A withheld count is empty and
 * named in {@value #WITHHELD}, apart from those not reported. The units of one parent and year are
 * looked at together, on any machine; they are few.
 *
 * @param rule when a count is small
 * @param persons columns of such counts
 * @param levels levels of units they are withheld at
 */
record PublicFigures(Suppression rule, List<String> persons, List<String> levels)
    implements Serializable {

  /** The one table with rules of publication. */
  static final String TABLE = "marts.loss_by_unit_year";

  static final String WITHHELD = "withheld";

  private static final String FILE = "methods/publication.yaml";
  private static final String ALL_KINDS = "all";

  /** Reads the rules and notes every problem. */
  static PublicFigures read(SchemaFiles files, TableContract table, Problems problems) {
    YamlNode root = files.parse(FILE, problems);
    root.allow("method", "version", "title", "doc", "parameters");
    Map<String, YamlNode> parameters =
        root.find("parameters").map(YamlNode::fields).orElse(Map.of());
    double smallest = parameter(root, parameters, "smallest_count").number("value");
    if (smallest < 1) {
      root.problem("smallest_count is at least 1");
    }
    List<String> persons = parameter(root, parameters, "persons").texts("value");
    persons.stream()
        .filter(name -> table.find(name).filter(c -> c.type() == ColumnType.LONG).isEmpty())
        .forEach(name -> root.problem("persons: " + name + " is no count of " + table.name()));
    return new PublicFigures(
        new Suppression((long) Math.max(1, smallest)),
        persons,
        parameter(root, parameters, "levels").texts("value"));
  }

  private static YamlNode parameter(YamlNode root, Map<String, YamlNode> parameters, String name) {
    YamlNode parameter = parameters.get(name);
    if (parameter == null) {
      root.problem("parameter '" + name + "' is missing");
      return root;
    }
    return parameter;
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

  /** The rows with small counts withheld, and {@value #WITHHELD} beside them. */
  Dataset<Row> apply(Dataset<Row> rows) {
    Column small = col("unit_level").isin(levels.toArray());
    Dataset<Row> published =
        rows.where(small.unary_$bang()).withColumn(WITHHELD, lit(null).cast("string"));
    Column parent =
        when(col("unit_level").equalTo("village"), substring(col("admin_code"), 1, 9))
            .otherwise(substring(col("admin_code"), 1, 6));
    Column row =
        struct(Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new));
    StructType schema = rows.schema().asNullable().add(WITHHELD, DataTypes.StringType);
    FlatMapFunction<Row, Row> withheld =
        group -> withheld(group.<Row>getList(group.fieldIndex("units"))).iterator();
    return rows.where(small)
        .groupBy(col("census_year"), col("year"), col("basis"), col("unit_level"), parent)
        .agg(collect_list(row).as("units"))
        .flatMap(withheld, Encoders.row(schema))
        .unionByName(published);
  }

  /** The rows of the units of one parent, year and basis. */
  private List<Row> withheld(List<Row> units) {
    Map<Row, Set<String>> names = new HashMap<>();
    for (String column : persons) {
      Map<Cell, Long> cells = new HashMap<>();
      units.stream()
          .filter(unit -> unit.getAs(column) != null)
          .forEach(unit -> cells.put(cell(unit), unit.<Long>getAs(column)));
      Set<Cell> hidden = new SuppressedTable(rule, ALL_KINDS).withhold(cells);
      units.stream()
          .filter(unit -> unit.getAs(column) != null && hidden.contains(cell(unit)))
          .forEach(unit -> names.computeIfAbsent(unit, u -> new HashSet<>()).add(column));
    }
    return units.stream().map(unit -> without(unit, names.getOrDefault(unit, Set.of()))).toList();
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
