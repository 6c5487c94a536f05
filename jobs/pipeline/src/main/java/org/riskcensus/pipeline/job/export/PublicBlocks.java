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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Rows by month, event or measure for publication: a count of persons is withheld in all townships
 * and villages of a county and year as soon as one of them is small, with whatever would tell it.
 * That is more than a least set, but nothing is left to compute with: where any row of a block is
 * published, no count of the block is small, and so no yearly count is withheld either.
 */
record PublicBlocks(PublicationRules rules, PublicationRules.OfTable table) {

  private static final String MEASURE = "measure";
  private static final String SMALL = "small_";

  /** The rows with blocks withheld, and {@value PublicFigures#WITHHELD} beside them. */
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
      Column one = col(count).gt(0).and(col(count).lt(rules.rule().limit()));
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
    Column named =
        concat_ws(
            ",",
            rules.persons().stream()
                .map(p -> when(col(SMALL + p).and(col(p).isNotNull()), lit(p)))
                .toArray(Column[]::new));
    Dataset<Row> published = judged.withColumn(PublicFigures.WITHHELD, orNull(named));
    for (String person : rules.persons()) {
      for (String column : together(List.of(person), table.with(person))) {
        published =
            published.withColumn(column, when(col(SMALL + person).unary_$bang(), col(column)));
      }
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
    judged = judged.withColumn(PublicFigures.WITHHELD, names);
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
