package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.pipeline.spatial.UnitTree;

/**
 * Area and residents of units within reach of each service and outside {@code
 * marts.service_coverage}. The finest units are measured, those above are their sums.
 */
final class ServiceCoverage {

  private ServiceCoverage() {}

  /**
   * What it is put together from.
   *
   * @param tree the units
   * @param areas area and residents of the finest units: {@code unit, unit_area, residents}
   * @param covered of them by service: {@code unit, service, covered_area, covered_residents}
   * @param counties facilities of counties: {@code county_code, service, filed, reaching}
   * @param facilities of units: {@code admin_code, service, facilities, without_reach}
   * @param populated counties that filed residents: {@code county_code}
   */
  record Parts(
      UnitTree tree,
      Dataset<Row> areas,
      Dataset<Row> covered,
      Dataset<Row> counties,
      Dataset<Row> facilities,
      Dataset<Row> populated) {}

  /** The rows of the mart, for every unit and each of {@code services}. */
  static Dataset<Row> of(Parts parts, List<String> services) {
    Dataset<Row> within = parts.tree().within().select("unit", "admin_code");
    Dataset<Row> whole =
        within
            .join(parts.areas(), "unit")
            .groupBy("admin_code")
            .agg(
                Sums.exact(col("unit_area")).as("area_m2"),
                Sums.exact(col("residents")).as("all_residents"));
    Dataset<Row> reached =
        within
            .join(parts.covered(), "unit")
            .groupBy("admin_code", "service")
            .agg(
                Sums.exact(col("covered_area")).as("reached_area"),
                Sums.exact(col("covered_residents")).as("reached_residents"));
    String[] place = {"admin_code", "service"};
    Dataset<Row> rows =
        parts
            .tree()
            .named()
            .join(whole, "admin_code")
            .crossJoin(services(parts.areas(), services))
            .join(reached, place, "left")
            .join(parts.facilities(), place, "left")
            .join(parts.counties(), new String[] {"county_code", "service"}, "left")
            .join(
                parts.populated().withColumn("populated", lit(true)),
                new String[] {"county_code"},
                "left");
    return figures(rows);
  }

  private static Dataset<Row> services(Dataset<Row> any, List<String> services) {
    return any.sparkSession()
        .createDataFrame(
            services.stream().map(org.apache.spark.sql.RowFactory::create).toList(),
            StructType.fromDDL("service string"));
  }

  private static Dataset<Row> figures(Dataset<Row> rows) {
    Column known = coalesce(col("reaching"), lit(0L)).gt(0);
    Column filed = col("filed").isNotNull();
    Column residents = when(col("populated"), coalesce(col("all_residents"), lit(0.0)));
    return rows.withColumn("residents", residents)
        .withColumn("covered_area_m2", when(known, upTo("reached_area", "area_m2")))
        .withColumn("covered_residents", when(known, upTo("reached_residents", "residents")))
        .withColumn("gap_area_m2", col("area_m2").minus(col("covered_area_m2")))
        .withColumn("gap_residents", col("residents").minus(col("covered_residents")))
        .withColumn("covered_area_pct", pct("covered_area_m2", "area_m2"))
        .withColumn("covered_residents_pct", pct("covered_residents", "residents"))
        .withColumn("facilities", when(filed, coalesce(col("facilities"), lit(0L))))
        .withColumn("without_reach", when(filed, coalesce(col("without_reach"), lit(0L))))
        .withColumn("reason", reason(filed, known));
  }

  /** Rounding must not make a part greater than its whole; null where the whole is not known. */
  private static Column upTo(String part, String whole) {
    return when(
        col(whole).isNotNull(), greatest(lit(0), least(coalesce(col(part), lit(0)), col(whole))));
  }

  private static Column pct(String part, String whole) {
    return when(col(whole).gt(0), col(part).divide(col(whole)).multiply(100));
  }

  private static Column reason(Column filed, Column known) {
    return when(filed.unary_$bang(), "not_filed")
        .when(known.unary_$bang(), "no_reach")
        .when(col("residents").isNull(), "basis_not_reported")
        .when(col("residents").equalTo(0), "basis_zero");
  }
}
