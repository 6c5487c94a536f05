package org.riskcensus.pipeline.job.losses;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.loss.PriceIndex;

/**
 * What losses of a county and year are held against: residents and GDP of the yearbook, and the
 * factor that brings amounts of the year to the prices of the base year by the chained CPI.
 */
final class CountyYears {
  private static final StructType FACTORS =
      StructType.fromDDL("county string, year int, price_factor double");

  private CountyYears() {}

  /** The factors by county and year; none across a gap in the CPI. */
  static Dataset<Row> priceFactors(Dataset<Row> yearbook, int baseYear) {
    Dataset<Row> series =
        Yearbook.of(yearbook)
            .where(col("cpi_prev_100").isNotNull())
            .groupBy(Units.countyCode(col("admin_code")).as("county"))
            .agg(
                map_from_entries(collect_list(struct(col("year"), col("cpi_prev_100")))).as("cpi"));
    FlatMapFunction<Row, Row> factors = row -> factors(row, baseYear).iterator();
    return series.flatMap(factors, Encoders.row(FACTORS));
  }

  private static List<Row> factors(Row row, int baseYear) {
    Map<Integer, Double> cpi = row.getJavaMap(1);
    PriceIndex prices = PriceIndex.chained(cpi);
    List<Row> factors = new ArrayList<>();
    // an index of a year tells the prices of the year before as well
    int first = cpi.keySet().stream().mapToInt(year -> year).min().orElse(baseYear) - 1;
    int last = cpi.keySet().stream().mapToInt(year -> year).max().orElse(baseYear);
    for (int year = first; year <= Math.max(last, baseYear); year++) {
      OptionalDouble factor = prices.findReal(1, year, baseYear);
      if (factor.isPresent()) {
        factors.add(RowFactory.create(row.getString(0), year, factor.getAsDouble()));
      }
    }
    return factors;
  }

  /** Residents and GDP of each unit and year: of a city or province, its counties in the lake. */
  static Dataset<Row> ofUnits(Dataset<Row> yearbook) {
    return Units.withAbove(
            Yearbook.of(yearbook)
                .select(
                    Units.county(col("admin_code")).as("admin_code"),
                    col("year"),
                    col("population"),
                    col("gdp_wan")))
        .groupBy("admin_code", "year")
        .agg(sum("population").as("population"), LossSums.exact("gdp_wan").as("gdp_wan"));
  }

  /**
   * Reports with their {@code price_factor}, real loss, and whether the yearbook has their year.
   */
  static Dataset<Row> price(Dataset<Row> reports, Dataset<Row> yearbook, int baseYear) {
    List<String> key = List.of("county", "year");
    Dataset<Row> known =
        Yearbook.of(yearbook)
            .select(Units.countyCode(col("admin_code")).as("county"), col("year"))
            .withColumn("in_yearbook", lit(true));
    return reports
        .withColumn("county", Units.countyCode(col("admin_code")))
        .join(priceFactors(yearbook, baseYear), Names.of(key), "left")
        .join(known, Names.of(key), "left")
        .withColumn("real_wan", col("direct_loss_wan").multiply(col("price_factor")));
  }
}
