package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.zoning.ZoneClass;

/**
 * Risk of units: mean over the whole area of the unit (0 where the hazard does not reach), greatest
 * value of a cell, area of each zone class. The level is the highest that covers enough of the
 * unit.
 */
final class UnitRisk {

  /** Prefix of the sums of area times a normalised density, by the number of the component. */
  static final String PART = "part_";

  private static final List<String> AREAS = List.of("area_2", "area_3", "area_4");
  private static final List<String> MEANS = List.of("risk_index", "hazard_index", "chained_index");

  private UnitRisk() {}

  /**
   * The mart.
   *
   * @param sums sums of units, as {@link #sums} gives them
   * @param quantities exposure of units
   * @param indices indices of townships and counties
   * @param minShare least share of a unit that a level must cover
   */
  static Dataset<Row> of(
      Dataset<Row> sums, Dataset<Row> quantities, Dataset<Row> indices, double minShare) {
    return sums.join(exposed(quantities), Units.scala(List.of("unit", "hazard")), "left")
        .join(ofTownship(indices), Units.township(col("unit")).equalTo(col("township")), "left")
        .select(
            col("unit"),
            col("hazard"),
            col("risk_area").divide(col("area")).as("mean_risk_index"),
            col("max_risk_index"),
            level(minShare).as("risk_level"),
            col("area_key_m2"),
            col("area_secondary_m2"),
            col("area_general_m2"),
            coalesce(col("exposed"), lit(0.0)).as("exposed_population"),
            col("vulnerability_index"),
            col("capacity_index"));
  }

  /**
   * Areas and area-weighted sums of every unit and hazard.
   *
   * @param risk rows of {@link CellRisk#of}
   * @param facts facts of the cells
   * @param densities number of components of the exposure
   */
  static Dataset<Row> sums(Dataset<Row> risk, Dataset<Row> facts, int densities) {
    List<String> columns = new ArrayList<>(List.of("area"));
    columns.addAll(AREAS);
    MEANS.forEach(mean -> columns.add(weighted(mean)));
    for (ZoneClass zone : ZoneClass.values()) {
      columns.add("area_" + zone.code() + "_m2");
    }
    for (int i = 0; i < densities; i++) {
      columns.add(PART + i);
    }
    return sums(Units.rollUp(sums(cells(risk, facts, densities), columns)), columns);
  }

  private static String weighted(String index) {
    return index.replace("_index", "_area");
  }

  /** Each unit's part of each cell, in the columns that are summed. */
  private static Dataset<Row> cells(Dataset<Row> risk, Dataset<Row> facts, int densities) {
    Dataset<Row> parts =
        CellTables.facts(facts, Kind.UNIT_CELL)
            .select(
                col("cell"),
                col("unit"),
                substring(col("unit"), 1, 6).as("county_code"),
                col("quantity").as("area"));
    Column area = col("area");
    Dataset<Row> rows =
        parts
            .join(risk, Units.scala(List.of("county_code", "cell")), "inner")
            .withColumn("max_risk_index", col("risk_index"));
    for (String mean : MEANS) {
      rows = rows.withColumn(weighted(mean), area.multiply(col(mean)));
    }
    for (int i = 0; i < densities; i++) {
      rows = rows.withColumn(PART + i, area.multiply(get(col("exposure_parts"), lit(i))));
    }
    for (int level = 2; level <= 4; level++) {
      rows = rows.withColumn("area_" + level, when(col("risk_level").geq(level), area));
    }
    for (ZoneClass zone : ZoneClass.values()) {
      rows =
          rows.withColumn(
              "area_" + zone.code() + "_m2", when(col("zone_class").equalTo(zone.code()), area));
    }
    return rows;
  }

  private static Dataset<Row> sums(Dataset<Row> rows, List<String> columns) {
    Column[] sums =
        columns.stream().map(name -> Exact.total(col(name)).as(name)).toArray(Column[]::new);
    return rows.groupBy("unit", "hazard").agg(max("max_risk_index").as("max_risk_index"), sums);
  }

  private static Column level(double minShare) {
    Column needed = col("area").multiply(minShare);
    return when(col("area_4").gt(0).and(col("area_4").geq(needed)), 4)
        .when(col("area_3").gt(0).and(col("area_3").geq(needed)), 3)
        .when(col("area_2").gt(0).and(col("area_2").geq(needed)), 2)
        .otherwise(1);
  }

  private static Dataset<Row> exposed(Dataset<Row> quantities) {
    return quantities
        .where(col("exposure").equalTo(Exposure.POPULATION.code()))
        .where(not(col("hazard").equalTo("")))
        .groupBy("unit", "hazard")
        .agg(Exact.total(col("quantity")).as("exposed"));
  }

  private static Dataset<Row> ofTownship(Dataset<Row> indices) {
    return indices.drop("indicators").withColumnRenamed("unit", "township");
  }
}
