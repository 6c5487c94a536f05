package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.risk.ComprehensiveMethod;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Weights of the hazards in the comprehensive risk of each county: over the hazards it has, part
 * expert, part share in the annual losses it has filed up to the census year.
 */
final class CountyWeights {

  /**
   * One row a county that has any hazard: what counts, and what it is mixed of; hazards that losses
   * say nothing of are not in {@code by_loss}.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("weights", DataTypes.createMapType(StringType, DoubleType))
          .add("experts", DataTypes.createMapType(StringType, DoubleType))
          .add("by_loss", DataTypes.createMapType(StringType, DoubleType));

  private CountyWeights() {}

  /**
   * The weights.
   *
   * @param present hazards of each county: {@code county_code, hazard}
   * @param lossAnnual staging.loss_annual
   */
  static Dataset<Row> of(
      Dataset<Row> present, Dataset<Row> lossAnnual, int year, ComprehensiveMethod method) {
    Dataset<Row> hazards =
        present.groupBy("county_code").agg(array_sort(collect_set(col("hazard"))).as("hazards"));
    return hazards
        .join(losses(lossAnnual, year), Units.scala(List.of("county_code")), "left")
        .map((MapFunction<Row, Row>) row -> weights(row, method), Encoders.row(SCHEMA));
  }

  /** Loss by kind, summed as decimals: exact in any order. */
  private static Dataset<Row> losses(Dataset<Row> lossAnnual, int year) {
    return lossAnnual
        .where(col("year").leq(year))
        .groupBy("county_code", "hazard_kind")
        .agg(sum(col("direct_loss_wan").cast("decimal(20,4)")).cast("double").as("loss"))
        .groupBy("county_code")
        .agg(map_from_entries(collect_list(struct(col("hazard_kind"), col("loss")))).as("losses"));
  }

  private static Row weights(Row row, ComprehensiveMethod method) {
    List<String> hazards = row.getList(1);
    Map<String, Double> losses = row.isNullAt(2) ? Map.of() : row.getJavaMap(2);
    Map<String, Double> weights = new TreeMap<>();
    Map<String, Double> experts = new TreeMap<>();
    Map<String, Double> byLoss = new TreeMap<>();
    method
        .weights(hazards, losses)
        .forEach(
            (hazard, weight) -> {
              weights.put(hazard, weight.weight());
              experts.put(hazard, weight.expert());
              if (weight.byLoss() != null) {
                byLoss.put(hazard, weight.byLoss());
              }
            });
    return RowFactory.create(
        row.getString(0),
        CollectionConverters.asScala(weights),
        CollectionConverters.asScala(experts),
        CollectionConverters.asScala(byLoss));
  }
}
