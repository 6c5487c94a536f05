package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.pipeline.spatial.UnitTree;

/** Areas and exposure of units in the levels of a hazard, from villages up to the county. */
final class UnitQuantities {

  private static final Column NOT_COMPREHENSIVE =
      not(col("hazard").equalTo(RiskKind.COMPREHENSIVE));

  private UnitQuantities() {}

  /**
   * Exposure of every unit: {@code unit, hazard, level, exposure, quantity}; rows without a hazard
   * are totals, the others what lies in levels 1 to 4.
   */
  static Dataset<Row> of(Dataset<Row> facts, Dataset<Row> indivisible) {
    Dataset<Row> divisible =
        CellTables.facts(facts, Kind.UNIT_EXPOSURE)
            .select(
                col("unit"),
                col("hazard"),
                col("level"),
                col("subject").as("exposure"),
                col("quantity"));
    Dataset<Row> finest =
        divisible
            .union(totals(indivisible))
            .union(touched(facts, indivisible))
            .groupBy("unit", "hazard", "level", "exposure")
            .agg(Exact.total(col("quantity")).as("quantity"));
    return UnitTree.rollUp(finest)
        .groupBy("unit", "hazard", "level", "exposure")
        .agg(Exact.total(col("quantity")).as("quantity"));
  }

  private static Dataset<Row> totals(Dataset<Row> indivisible) {
    return indivisible.select(
        col("unit"), lit("").as("hazard"), lit(0).as("level"), col("exposure"), col("quantity"));
  }

  private static Dataset<Row> touched(Dataset<Row> facts, Dataset<Row> indivisible) {
    Dataset<Row> highest =
        CellTables.facts(facts, Kind.TOUCH)
            .groupBy(col("unit").as("origin"), col("subject").as("object_id"), col("hazard"))
            .agg(max("level").as("level"));
    return indivisible
        .join(highest, Units.scala(List.of("origin", "object_id")), "inner")
        .select("unit", "hazard", "level", "exposure", "quantity");
  }

  /** The hazards that a county has: {@code county_code, hazard}. */
  static Dataset<Row> present(Dataset<Row> facts) {
    return CellTables.facts(facts, Kind.CELL_HAZARD)
        .where(NOT_COMPREHENSIVE)
        .select(col("unit").as("county_code"), col("hazard"))
        .distinct();
  }

  /** The mart of exposure: every unit and hazard of its county, level 0 for what lies outside. */
  static Dataset<Row> exposure(
      Dataset<Row> quantities, Dataset<Row> present, Dataset<Row> adminUnits) {
    Dataset<Row> inLevels = quantities.where(not(col("hazard").equalTo("")).and(NOT_COMPREHENSIVE));
    Dataset<Row> inside =
        inLevels
            .groupBy("unit", "hazard", "exposure")
            .agg(Exact.total(col("quantity")).as("inside"));
    Dataset<Row> outside =
        quantities
            .where(col("hazard").equalTo(""))
            .drop("hazard", "level")
            .withColumn("county_code", substring(col("unit"), 1, 6))
            .join(present, Units.scala(List.of("county_code")), "inner")
            .join(inside, Units.scala(List.of("unit", "hazard", "exposure")), "left")
            .select(
                col("unit"),
                col("hazard"),
                lit(0).as("level"),
                col("exposure"),
                greatest(col("quantity").minus(coalesce(col("inside"), lit(0.0))), lit(0.0))
                    .as("quantity"));
    return Units.named(inLevels.union(outside), adminUnits)
        .withColumn("unit", unitOf())
        .withColumnRenamed("level", "hazard_level");
  }

  private static Column unitOf() {
    Column unit = lit("");
    for (Exposure exposure : Exposure.values()) {
      unit = when(col("exposure").equalTo(exposure.code()), exposure.unit()).otherwise(unit);
    }
    return unit;
  }

  /**
   * The mart of hazard objects: what each covers of a unit, by its hazard level.
   *
   * @param objects {@code county_code, hazard, object_id, name}
   */
  static Dataset<Row> hazardObjects(
      Dataset<Row> facts, Dataset<Row> objects, Dataset<Row> adminUnits) {
    Dataset<Row> names =
        objects.groupBy("county_code", "hazard", "object_id").agg(max("name").as("object_name"));
    Dataset<Row> finest =
        CellTables.facts(facts, Kind.UNIT_FEATURES)
            .groupBy(
                col("unit"),
                col("hazard"),
                col("subject").as("object_id"),
                col("level").as("hazard_level"))
            .agg(max("index").as("hazard_index"), Exact.total(col("quantity")).as("area_m2"));
    Dataset<Row> all =
        UnitTree.rollUp(finest)
            .groupBy("unit", "hazard", "object_id", "hazard_level")
            .agg(max("hazard_index").as("hazard_index"), Exact.total(col("area_m2")).as("area_m2"));
    return Units.named(all, adminUnits)
        .withColumn("county_code", substring(col("admin_code"), 1, 6))
        .join(names, Units.scala(List.of("county_code", "hazard", "object_id")), "left");
  }

  /** The mart of areas: union in the highest class beside the sum over objects. */
  static Dataset<Row> hazard(Dataset<Row> facts, Dataset<Row> adminUnits) {
    Column isUnion = col("kind").equalTo(Kind.UNIT_HAZARD.name());
    Column isFeature = col("kind").equalTo(Kind.UNIT_FEATURES.name());
    Dataset<Row> finest =
        facts
            .where(isUnion.or(isFeature).and(NOT_COMPREHENSIVE))
            .groupBy("unit", "hazard", "level")
            .agg(
                Exact.total(when(isUnion, col("quantity"))).as("area_m2"),
                Exact.total(when(isFeature, col("quantity"))).as("feature_area_m2"));
    Dataset<Row> all =
        UnitTree.rollUp(finest)
            .groupBy(col("unit"), col("hazard"), col("level").as("hazard_level"))
            .agg(
                Exact.total(col("area_m2")).as("area_m2"),
                Exact.total(col("feature_area_m2")).as("feature_area_m2"));
    return Units.named(all, adminUnits)
        .withColumn("double_counted_m2", col("feature_area_m2").minus(col("area_m2")));
  }
}
