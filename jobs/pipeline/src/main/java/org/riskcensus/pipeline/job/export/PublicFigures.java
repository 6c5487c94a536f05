package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
 * and totals; of a block nothing is left to compute with. A withheld count is empty and named in
 * {@value #WITHHELD}, apart from those not reported. Counties and above are published whole: what
 * one unit alone reported can be read from its county.
 */
record PublicFigures(PublicationRules rules, PublicationRules.OfTable table) {

  static final String WITHHELD = "withheld";

  private static final String MEASURE = "measure";
  private static final String SMALL = "small_";

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
    return table.way() == PublicationRules.Way.MEASURES ? measures(rows) : wide(rows);
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

  /** Counts as columns. */
  private Dataset<Row> wide(Dataset<Row> rows) {
    Dataset<Row> judged = rows;
    for (String person : rules.persons()) {
      Column hit = max(small(List.of(person))).over(block()).and(belowCounty());
      judged = judged.withColumn(SMALL + person, hit);
    }
    Stream<Column> small =
        rules.persons().stream().map(p -> when(col(SMALL + p).and(col(p).isNotNull()), lit(p)));
    Stream<Column> never =
        table.never().stream().map(c -> when(belowCounty().and(col(c).isNotNull()), lit(c)));
    Column named = concat_ws(",", Stream.concat(small, never).toArray(Column[]::new));
    Dataset<Row> published = judged.withColumn(WITHHELD, orNull(named));
    for (String person : rules.persons()) {
      for (String column : together(List.of(person), table.with(person))) {
        published =
            published.withColumn(column, when(col(SMALL + person).unary_$bang(), col(column)));
      }
    }
    for (String column : table.never()) {
      published = published.withColumn(column, when(belowCounty().unary_$bang(), col(column)));
    }
    return published.drop(rules.persons().stream().map(p -> SMALL + p).toArray(String[]::new));
  }

  /** A row a measure. */
  private Dataset<Row> measures(Dataset<Row> rows) {
    Column persons = col(MEASURE).isin(rules.persons().toArray()).and(belowCounty());
    Column hit = persons.and(max(small(table.counts())).over(block(MEASURE)));
    List<String> gone = together(table.counts(), table.with("all"));
    Set<String> named = new TreeSet<>(gone);
    named.addAll(table.never());
    Dataset<Row> judged = rows.withColumn("hit", hit).withColumn("persons", persons);
    Column names =
        when(col("hit"), lit(String.join(",", named)))
            .when(col("persons"), lit(String.join(",", table.never())));
    judged = judged.withColumn(WITHHELD, names);
    for (String column : gone) {
      judged = judged.withColumn(column, when(col("hit").unary_$bang(), col(column)));
    }
    for (String column : table.never()) {
      judged = judged.withColumn(column, when(col("persons").unary_$bang(), col(column)));
    }
    return judged.drop("hit", "persons");
  }

  private static List<String> together(List<String> counts, List<String> with) {
    Set<String> all = new LinkedHashSet<>(counts);
    all.addAll(with);
    return List.copyOf(all);
  }

  private static Column orNull(Column names) {
    return when(names.notEqual(""), names);
  }
}
