package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.zoning.ZoneClass;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.method.AssessedHazard;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * Names for zones: where, which hazard, which class, and its number, as 马桥镇等3个乡镇洪涝重点防治区2号. Where is
 * the township with most of the zone, the county where all townships have a part.
 */
final class ZoneNames {

  private ZoneNames() {}

  /**
   * Adds county, township, class and zone names.
   *
   * @param classes names of classes that are neither zones nor levels
   */
  static Dataset<Row> add(
      Dataset<Row> zones,
      Dataset<Row> adminUnits,
      AssessmentMethods methods,
      Map<String, String> classes) {
    Dataset<Row> counties =
        adminUnits
            .where(col("level").equalTo("county"))
            .select(col("county_code"), col("name").as("county_name"));
    Dataset<Row> townships = adminUnits.where(col("level").equalTo("township"));
    Dataset<Row> numbers = townships.groupBy("county_code").agg(count(lit(1)).as("all_townships"));
    return zones
        .join(counties, Units.scala(List.of("county_code")), "inner")
        .join(numbers, Units.scala(List.of("county_code")), "left")
        .join(
            townships.select(col("admin_code").as("township"), col("name").as("township_name")),
            Units.scala(List.of("township")),
            "left")
        .withColumn("class_name", className(methods.scale(), classes))
        .withColumn("zone_name", zoneName(methods.hazards()))
        .withColumn("township_code", when(not(col("township").equalTo("")), col("township")))
        .drop("township");
  }

  private static Column zoneName(List<AssessedHazard> hazards) {
    Column several = concat(col("township_name"), lit("等"), col("townships"), lit("个乡镇"));
    Column place =
        when(col("townships").equalTo(1), coalesce(col("township_name"), col("county_name")))
            .when(col("townships").geq(col("all_townships")), col("county_name"))
            .otherwise(coalesce(several, col("county_name")));
    return concat(place, hazardName(hazards), col("class_name"), col("number"), lit("号"));
  }

  private static Column hazardName(List<AssessedHazard> hazards) {
    Column name = when(col("hazard").equalTo(RiskKind.COMPREHENSIVE), "综合");
    for (AssessedHazard hazard : hazards) {
      name = name.when(col("hazard").equalTo(hazard.code()), hazard.name());
    }
    return name.otherwise(col("hazard"));
  }

  private static Column className(LevelScale levels, Map<String, String> others) {
    Column name = col("class");
    for (Map.Entry<String, String> other : new TreeMap<>(others).entrySet()) {
      name = when(col("class").equalTo(other.getKey()), other.getValue()).otherwise(name);
    }
    for (ZoneClass zone : ZoneClass.values()) {
      name = when(col("class").equalTo(zone.code()), zone.label()).otherwise(name);
    }
    for (LevelScale.Level level : levels.levels()) {
      String code = String.valueOf(level.number());
      name = when(col("class").equalTo(code), level.zh()).otherwise(name);
    }
    return name;
  }
}
