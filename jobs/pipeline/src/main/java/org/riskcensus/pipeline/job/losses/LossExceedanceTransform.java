package org.riskcensus.pipeline.job.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.statistics.Exceedance;
import org.riskcensus.core.statistics.Interval;

/** The exceedance curves of the series, a row a rank. */
final class LossExceedanceTransform {
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "admin_code string, unit_level string, hazard_kind string, curve string, rank int,"
              + " year int, loss_real_wan double, price_year int, n int, probability double,"
              + " return_period_a double, probability_lower double, probability_upper double,"
              + " confidence double");

  private LossExceedanceTransform() {}

  /**
   * Computes the mart.
   *
   * @param series of {@link LossSeries}
   */
  static Dataset<Row> apply(Dataset<Row> series, int priceYear, double confidence) {
    FlatMapFunction<Row, Row> curve = row -> rows(row, priceYear, confidence).iterator();
    return series.flatMap(curve, Encoders.row(SCHEMA));
  }

  private static List<Row> rows(Row series, int priceYear, double confidence) {
    Map<Integer, Double> losses = series.getJavaMap(series.fieldIndex("losses"));
    List<Row> rows = new ArrayList<>();
    for (Exceedance.Point point : Exceedance.of(losses).points()) {
      Interval interval = Exceedance.interval(point.rank(), losses.size(), confidence);
      rows.add(
          RowFactory.create(
              series.getAs("admin_code"),
              series.getAs("unit_level"),
              series.getAs("hazard_kind"),
              series.getAs("curve"),
              point.rank(),
              point.year(),
              point.loss(),
              priceYear,
              losses.size(),
              point.probability(),
              point.returnPeriod(),
              interval.lower(),
              interval.upper(),
              confidence));
    }
    return rows;
  }
}
