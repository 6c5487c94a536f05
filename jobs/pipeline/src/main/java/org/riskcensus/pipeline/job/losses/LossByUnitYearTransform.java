package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Losses by unit, year and kind on two bases that are never added: {@code event_sum}, the reports
 * of events that count, and {@code annual_final}, the final annual figures. The kind {@code all}
 * stands for all kinds together. Every unit is the sum of the units below that reported; real
 * losses are brought to the census year's prices county by county before they are added.
 */
final class LossByUnitYearTransform {
  private static final List<String> GRAIN = List.of("admin_code", "year", "hazard_kind", "basis");
  private static final List<String> YEAR = List.of("admin_code", "year");

  private LossByUnitYearTransform() {}

  /**
   * Computes the mart.
   *
   * @param inputs staging rows of the provinces concerned
   * @param counts of {@link FindingCounts}
   */
  static Dataset<Row> apply(LossInputs inputs, Dataset<Row> counts) {
    LossSums ofEvents = new LossSums(inputs.events().schema(), inputs.method());
    LossSums ofYears = new LossSums(inputs.annual().schema(), inputs.method());
    Dataset<Row> annual =
        EventReports.withoutCovered(
            ofYears.packed(inputs.annual()), List.of("year", "hazard_kind"));
    Dataset<Row> all =
        sums(ofEvents, inputs.counting(), "event_sum")
            .unionByName(sums(ofYears, price(annual, inputs), "annual_final"), true);
    Dataset<Row> related = all.join(CountyYears.ofUnits(inputs.yearbook()), Names.of(YEAR), "left");
    return LossSums.spread(withFindings(withRatios(related), counts))
        .withColumn("price_year", lit(inputs.year()));
  }

  private static Dataset<Row> price(Dataset<Row> rows, LossInputs inputs) {
    return CountyYears.price(rows, inputs.yearbook(), inputs.year());
  }

  private static Dataset<Row> sums(LossSums sums, Dataset<Row> priced, String basis) {
    return sums.by(
            LossSums.withAllKinds(Units.withAbove(priced)),
            List.of("year", "hazard_kind"),
            LossSums.exactWhole("real_wan").as("direct_loss_real_wan"),
            count(col("in_yearbook")).equalTo(count(lit(1))).as("related"))
        .withColumn("basis", lit(basis));
  }

  /** Ratios to GDP and residents of the same year, where every county that reported has them. */
  private static Dataset<Row> withRatios(Dataset<Row> losses) {
    Column population = when(col("related"), col("population"));
    Column gdp = when(col("related"), col("gdp_wan"));
    Column loss = LossSums.of("direct_loss_wan");
    return losses
        .withColumn("population", population)
        .withColumn("gdp_wan", gdp)
        .withColumn(
            "loss_gdp_pct", when(col("gdp_wan").gt(0), loss.divide(col("gdp_wan")).multiply(100)))
        .withColumn(
            "loss_per_capita_yuan",
            when(col("population").gt(0), loss.multiply(10_000).divide(col("population"))))
        .drop("related");
  }

  private static Dataset<Row> withFindings(Dataset<Row> losses, Dataset<Row> counts) {
    Dataset<Row> joined = losses.join(counts, Names.of(GRAIN), "left");
    for (String count : List.of("open_errors", "open_warnings", "rows_kept_out")) {
      joined = joined.withColumn(count, coalesce(col(count), lit(0L)));
    }
    return joined;
  }
}
