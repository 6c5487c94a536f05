package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.RiskKind;

/** The tables whose grain is the cell in its county, read off the facts. */
final class CellTables {

  private static final List<Exposure> COLUMNS =
      Arrays.stream(Exposure.values()).filter(e -> e != Exposure.FACILITIES).toList();

  private CellTables() {}

  /** Facts of one kind. */
  static Dataset<Row> facts(Dataset<Row> facts, Kind kind) {
    return facts.where(col("kind").equalTo(kind.name()));
  }

  /** Level and index of each hazard in a cell. */
  static Dataset<Row> hazard(Dataset<Row> facts) {
    return facts(facts, Kind.CELL_HAZARD)
        .where(not(col("hazard").equalTo(RiskKind.COMPREHENSIVE)))
        .select(
            col("unit").as("county_code"),
            col("cell"),
            col("hazard"),
            col("index").as("hazard_index"),
            col("level").as("hazard_level"),
            col("quantity").as("area_m2"));
  }

  /** What lies in a cell, 0 where nothing does; {@code main_unit} is the unit with most of it. */
  static Dataset<Row> exposure(Dataset<Row> facts, Dataset<Row> indivisible) {
    Dataset<Row> cells =
        facts(facts, Kind.COUNTY_CELL)
            .select(
                col("unit").as("county_code"),
                col("cell"),
                col("quantity").as("area_m2"),
                col("subject").as("main_unit"));
    Dataset<Row> divisible =
        facts(facts, Kind.UNIT_EXPOSURE)
            .where(col("hazard").equalTo(""))
            .select(
                substring(col("unit"), 1, 6).as("county_code"),
                col("cell"),
                col("subject").as("exposure"),
                col("quantity"));
    Dataset<Row> whole =
        indivisible.select(
            col("origin").as("county_code"), col("cell"), col("exposure"), col("quantity"));
    Column[] sums =
        COLUMNS.stream().map(e -> Exact.total(quantityOf(e)).as(e.code())).toArray(Column[]::new);
    Dataset<Row> quantities =
        divisible
            .union(whole)
            .groupBy("county_code", "cell")
            .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length));
    Dataset<Row> joined =
        cells.join(quantities, Units.scala(List.of("county_code", "cell")), "left");
    for (Exposure exposure : COLUMNS) {
      joined = joined.withColumn(exposure.code(), coalesce(col(exposure.code()), lit(0.0)));
    }
    return joined;
  }

  private static Column quantityOf(Exposure exposure) {
    return when(col("exposure").equalTo(exposure.code()), col("quantity"));
  }
}
