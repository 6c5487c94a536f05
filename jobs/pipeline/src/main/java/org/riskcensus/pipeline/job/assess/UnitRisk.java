package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.riskcensus.core.risk.CellFact.Kind;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.GradeRule;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.zoning.ZoneClass;
import org.riskcensus.pipeline.spatial.UnitTree;
import scala.collection.Seq;

/**
 * Risk of units: mean over the whole area of the unit (0 where the hazard does not reach), greatest
 * value of a cell, area of each zone class. The level is the highest that covers enough of the
 * unit.
 *
 * <p>The mean risk of a hazard is taken apart exactly: with sums over the unit's area,
 *
 * <pre>
 * Σ HEV(1−C) / A = (reached / A) · (ΣH / reached) · (ΣHE / ΣH) · (ΣHEV / ΣHE) · (ΣHEV(1−C) / ΣHEV)
 * </pre>
 *
 * so each factor is the mean where the ones before it act.
 */
final class UnitRisk {

  /** Prefix of the sums of area times a normalised density, by the number of the component. */
  static final String PART = "part_";

  private static final String REACHED = "reached";
  private static final String HAZARD = "hazard_area";
  private static final String HAZARD_EXPOSURE = "hazard_exposure_area";
  private static final String HAZARD_EXPOSURE_VULNERABILITY = "hazard_exposure_vulnerability_area";
  private static final String RISK = "risk_area";
  private static final List<String> SUMS =
      List.of(
          "area",
          REACHED,
          HAZARD,
          HAZARD_EXPOSURE,
          HAZARD_EXPOSURE_VULNERABILITY,
          RISK,
          "chained_area");
  private static final List<String> CLASS =
      List.of("unit", "hazard", "risk_level", "zone_class", "zone_reason");

  private UnitRisk() {}

  /**
   * The mart.
   *
   * @param sums sums of units, as {@link #sums} gives them
   * @param quantities exposure of units
   * @param indices indices of townships and counties
   * @param rule how a unit is graded by the areas of its levels
   */
  static Dataset<Row> of(
      Dataset<Row> sums, Dataset<Row> quantities, Dataset<Row> indices, GradeRule rule) {
    return sums.join(exposed(quantities), Units.scala(List.of("unit", "hazard")), "left")
        .join(ofTownship(indices), UnitTree.township(col("unit")).equalTo(col("township")), "left")
        .select(
            col("unit"),
            col("hazard"),
            col(RISK).divide(col("area")).as("mean_risk_index"),
            col("max_risk_index"),
            level(sums, rule).as("risk_level"),
            col("area_key_m2"),
            col("area_secondary_m2"),
            col("area_general_m2"),
            coalesce(col("exposed"), lit(0.0)).as("exposed_population"),
            col("vulnerability_index"),
            col("capacity_index"),
            col("area").as("area_m2"),
            factor(REACHED, "area").as("factor_reach"),
            factor(HAZARD, REACHED).as("factor_hazard"),
            factor(HAZARD_EXPOSURE, HAZARD).as("factor_exposure"),
            factor(HAZARD_EXPOSURE_VULNERABILITY, HAZARD_EXPOSURE).as("factor_vulnerability"),
            lit(1.0).minus(factor(RISK, HAZARD_EXPOSURE_VULNERABILITY)).as("factor_capacity"));
  }

  /** A quotient of sums; null where the divisor is 0, and for all hazards together. */
  private static Column factor(String part, String whole) {
    return when(
        not(col("hazard").equalTo(RiskKind.COMPREHENSIVE)).and(col(whole).gt(0)),
        col(part).divide(col(whole)));
  }

  /**
   * Areas and area-weighted sums of every unit and hazard.
   *
   * @param classes sums by class, as {@link #classes} gives them
   * @param densities number of components of the exposure
   * @param levels number of levels
   */
  static Dataset<Row> sums(Dataset<Row> classes, int densities, int levels) {
    List<String> columns = columns(densities);
    Dataset<Row> rows = classes;
    for (int level = 2; level <= levels; level++) {
      rows = rows.withColumn("area_" + level, when(col("risk_level").geq(level), col("area")));
      columns.add("area_" + level);
    }
    for (ZoneClass zone : ZoneClass.values()) {
      String name = "area_" + zone.code() + "_m2";
      rows = rows.withColumn(name, when(col("zone_class").equalTo(zone.code()), col("area")));
      columns.add(name);
    }
    return sums(rows, List.of("unit", "hazard"), columns);
  }

  /**
   * The same by risk level (0 where the hazard does not reach), class of zone and its reason.
   *
   * @param risk rows of {@link CellRisk#of}
   * @param facts facts of the cells
   * @param densities number of components of the exposure
   */
  static Dataset<Row> classes(Dataset<Row> risk, Dataset<Row> facts, int densities) {
    List<String> columns = columns(densities);
    Dataset<Row> finest = sums(cells(risk, facts, densities), CLASS, columns);
    return sums(UnitTree.rollUp(finest), CLASS, columns);
  }

  private static List<String> columns(int densities) {
    List<String> columns = new ArrayList<>(SUMS);
    for (int i = 0; i < densities; i++) {
      columns.add(PART + i);
    }
    return columns;
  }

  /** The mart of areas by level, class of zone and reason. */
  static Dataset<Row> classAreas(Dataset<Row> classes) {
    return classes.select(
        col("unit"),
        col("hazard"),
        col("risk_level"),
        col("zone_class"),
        col("zone_reason"),
        col("area").as("area_m2"));
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
    Column hazard = area.multiply(col("hazard_index"));
    Column exposed = hazard.multiply(col("exposure_index"));
    Dataset<Row> rows =
        parts
            .join(risk, Units.scala(List.of("county_code", "cell")), "inner")
            .withColumn("max_risk_index", col("risk_index"))
            .withColumn(REACHED, when(col("risk_level").gt(0), area))
            .withColumn(HAZARD, hazard)
            .withColumn(HAZARD_EXPOSURE, exposed)
            .withColumn(HAZARD_EXPOSURE_VULNERABILITY, exposed.multiply(col("vulnerability_index")))
            .withColumn(RISK, area.multiply(col("risk_index")))
            .withColumn("chained_area", area.multiply(col("chained_index")));
    for (int i = 0; i < densities; i++) {
      rows = rows.withColumn(PART + i, area.multiply(get(col("exposure_parts"), lit(i))));
    }
    return rows;
  }

  private static Dataset<Row> sums(Dataset<Row> rows, List<String> by, List<String> columns) {
    Column[] keys = by.stream().map(name -> col(name)).toArray(Column[]::new);
    Column[] sums =
        columns.stream().map(name -> Exact.total(col(name)).as(name)).toArray(Column[]::new);
    return rows.groupBy(keys).agg(max("max_risk_index").as("max_risk_index"), sums);
  }

  static Column level(Dataset<Row> sums, GradeRule rule) {
    List<Column> reaching = new ArrayList<>(List.of(Exact.steps(col("area"))));
    List<String> columns = List.of(sums.columns());
    for (int level = 2; columns.contains("area_" + level); level++) {
      reaching.add(Exact.steps(col("area_" + level)));
    }
    UDF1<Seq<Long>, Integer> grade = steps -> grade(rule, steps);
    return udf(grade, IntegerType).apply(array(reaching.toArray(Column[]::new)));
  }

  /**
   * The grade.
   *
   * @param reaching steps of area of the whole unit, then at level 2 or above, at level 3 or above
   *     …
   */
  private static int grade(GradeRule rule, Seq<Long> reaching) {
    long[] areas = new long[reaching.size() + 1];
    for (int i = 0; i < reaching.size(); i++) {
      long above = i + 1 < reaching.size() ? reaching.apply(i + 1) : 0;
      areas[i + 1] = reaching.apply(i) - above;
    }
    return rule.grade(areas);
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
