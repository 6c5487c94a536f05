package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.spatial.PlaceCell;

/**
 * The responsibility list 灾害风险管控责任清单: hidden dangers of any state and registered geohazard points
 * that lie in a key zone 重点防治区, of their own hazard or of all hazards together, with those who
 * answer for them. An item is overdue when it is still open after its deadline on the logical date;
 * points have no deadline.
 */
final class ResponsibilityTransform {
  private static final List<String> ITEM =
      List.of(
          "kind",
          "object_id",
          "county_code",
          "admin_code",
          "name",
          "hazard",
          "grade",
          "responsible_unit",
          "administrative_post",
          "technical_post",
          "patrol_post",
          "deadline",
          "status",
          "threatened_persons",
          "geometry",
          "xmin",
          "ymin",
          "xmax",
          "ymax",
          "cell");

  private ResponsibilityTransform() {}

  /**
   * Computes the list.
   *
   * @param dangers staging.hidden_danger
   * @param points staging.geohazard_point
   * @param cellRisk marts.cell_risk
   */
  static Dataset<Row> apply(
      Dataset<Row> dangers, Dataset<Row> points, Dataset<Row> cellRisk, LossesConfig config) {
    Dataset<Row> items = dangers(dangers).unionByName(points(points));
    Dataset<Row> keyCells =
        cellRisk
            .where(col("zone_class").equalTo("key"))
            .select(
                col("county_code").as("zone_county"),
                col("cell").as("zone_cell"),
                col("hazard").as("zone_hazard"));
    Column inKeyZone =
        col("county_code")
            .equalTo(col("zone_county"))
            .and(col("assessment_cell").equalTo(col("zone_cell")))
            .and(
                col("zone_hazard")
                    .isin("comprehensive")
                    .or(col("zone_hazard").equalTo(col("hazard"))));
    return items
        .withColumn("assessment_cell", PlaceCell.of(config.cells()))
        .join(keyCells, inKeyZone, "left_semi")
        .drop("assessment_cell")
        .withColumn("zone_class", lit("key"))
        .withColumn("item_id", concat_ws(":", col("kind"), col("county_code"), col("object_id")))
        .withColumn("overdue", overdue(config.logicalDate()));
  }

  private static Dataset<Row> dangers(Dataset<Row> dangers) {
    return select(
        dangers.withColumn("hazard", col("kind")).withColumn("kind", lit("hidden_danger")));
  }

  private static Dataset<Row> points(Dataset<Row> points) {
    Column none = lit(null).cast("string");
    return select(
        points
            .where(col("status").equalTo("registered"))
            .withColumn("kind", lit("geohazard_point"))
            .withColumn("hazard", lit("geohazard"))
            .withColumn("grade", col("scale_grade"))
            .withColumn("administrative_post", none)
            .withColumn("technical_post", none)
            .withColumn("patrol_post", none)
            .withColumn("deadline", lit(null).cast("date")));
  }

  private static Dataset<Row> select(Dataset<Row> items) {
    return items.select(ITEM.stream().map(name -> col(name)).toArray(Column[]::new));
  }

  private static Column overdue(LocalDate logicalDate) {
    Column late = col("deadline").lt(lit(java.sql.Date.valueOf(logicalDate)));
    return coalesce(late.and(col("status").equalTo("open")), lit(false));
  }
}
