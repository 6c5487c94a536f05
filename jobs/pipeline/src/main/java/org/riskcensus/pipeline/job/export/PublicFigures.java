package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.TableContract;

/**
 * Losses for publication 公开: a count of persons is withheld in all townships and villages of a
 * county and year as soon as one of them is small, with whatever would tell it. That is more than a
 * least set, but a set of cells with complements can be opened by adding up kinds, months, events
 * and totals; of a block nothing is left to compute with. Whatever had a value and was emptied is
 * named in {@value #WITHHELD}, apart from what was not reported. Counties and above are published
 * whole: what one unit alone reported can be read from its county.
 */
record PublicFigures(PublicationRules rules, PublicationRules.OfTable table) {

  static final String WITHHELD = "withheld";

  /** Column that says which figure a row is of. */
  static final String MEASURE = "measure";

  private static final String FLAG = "withheld_with_";
  private static final String BELOW = "withheld_below_county";

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

  /** The rows with blocks withheld, and {@value #WITHHELD} beside them. */
  Dataset<Row> apply(Dataset<Row> rows) {
    Map<String, Column> flags = new LinkedHashMap<>();
    Map<String, Column> gone = new LinkedHashMap<>();
    switch (table.way()) {
      case BLOCK -> blocks(flags, gone);
      case MEASURES -> measures(flags, gone);
      case COLUMNS -> never(flags, gone, belowCounty());
      case WHOLE -> {}
    }
    Dataset<Row> judged = rows;
    for (Map.Entry<String, Column> flag : flags.entrySet()) {
      judged = judged.withColumn(flag.getKey(), coalesce(flag.getValue(), lit(true)));
    }
    return withhold(judged, gone).drop(flags.keySet().toArray(String[]::new));
  }

  /** Empties columns where a condition says so, and names those that had a value. */
  private static Dataset<Row> withhold(Dataset<Row> rows, Map<String, Column> gone) {
    Column[] named =
        gone.entrySet().stream()
            .map(e -> when(e.getValue().and(col(e.getKey()).isNotNull()), lit(e.getKey())))
            .toArray(Column[]::new);
    Column names = concat_ws(",", named);
    Dataset<Row> published = rows.withColumn(WITHHELD, when(names.notEqual(""), names));
    for (Map.Entry<String, Column> e : gone.entrySet()) {
      Column kept = when(e.getValue().unary_$bang(), col(e.getKey()));
      published = published.withColumn(e.getKey(), kept);
    }
    return published;
  }

  /** Counts as columns: each goes with what would tell it. */
  private void blocks(Map<String, Column> flags, Map<String, Column> gone) {
    for (String person : rules.persons()) {
      String hit = FLAG + person;
      flags.put(hit, belowCounty().and(max(small(List.of(person))).over(block())));
      gone.merge(person, col(hit), Column::or);
      table.with(person).forEach(column -> gone.merge(column, col(hit), Column::or));
    }
    never(flags, gone, belowCounty());
  }

  /** A row a measure: those of persons lose all columns that tell the count. */
  private void measures(Map<String, Column> flags, Map<String, Column> gone) {
    Column persons = belowCounty().and(col(MEASURE).isin(rules.persons().toArray()));
    flags.put(FLAG, persons.and(max(small(table.counts())).over(block(MEASURE))));
    table.counts().forEach(column -> gone.put(column, col(FLAG)));
    table.with(PublicationRules.OfTable.ANY).forEach(column -> gone.put(column, col(FLAG)));
    never(flags, gone, persons);
  }

  /** Columns withheld in any case where {@code rows} says so. */
  private void never(Map<String, Column> flags, Map<String, Column> gone, Column rows) {
    flags.put(BELOW, rows);
    table.never().forEach(column -> gone.put(column, col(BELOW)));
  }

  private Column belowCounty() {
    return col("unit_level").isin(rules.levels().toArray());
  }

  private WindowSpec block(String... more) {
    List<String> by = new ArrayList<>(List.of("census_year", "county_code"));
    by.addAll(table.within());
    by.addAll(List.of(more));
    return Window.partitionBy(by.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  private Column small(List<String> counts) {
    Column small = lit(false);
    for (String count : counts) {
      Column one = col(count).gt(0).and(col(count).lt(rules.smallest()));
      small = small.or(coalesce(one, lit(false)));
    }
    return belowCounty().and(small);
  }
}
