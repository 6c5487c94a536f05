package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;

/**
 * What the indices of a unit are made of. Hazard, exposure and risk are means over the area of the
 * unit, so that contributions to exposure add up to its mean exposure index, and weighted risks to
 * its mean comprehensive risk; vulnerability and capacity are those of townships and counties.
 */
final class UnitIndicators implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final StructType SCHEMA = schema();

  private final ExposureMethod exposure;
  private final ComprehensiveMethod comprehensive;

  UnitIndicators(ExposureMethod exposure, ComprehensiveMethod comprehensive) {
    this.exposure = exposure;
    this.comprehensive = comprehensive;
  }

  private static StructType schema() {
    StructType schema = new StructType().add("unit", StringType);
    for (StructField field : IndicatorRow.SCHEMA.fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  /**
   * The indicators of all units.
   *
   * @param sums sums of units, as {@link UnitRisk#sums} gives them
   * @param quantities exposure of units
   * @param indices indices of townships and counties with their indicators
   * @param weights weights of the hazards of each county
   */
  Dataset<Row> of(
      Dataset<Row> sums, Dataset<Row> quantities, Dataset<Row> indices, Dataset<Row> weights) {
    Dataset<Row> totals =
        quantities
            .where(col("hazard").equalTo(""))
            .groupBy("unit")
            .agg(map_from_entries(collect_list(struct("exposure", "quantity"))).as("quantities"));
    FlatMapFunction<Row, Row> ofSums = this::ofSums;
    FlatMapFunction<Row, Row> ofIndices =
        row -> row.<Row>getList(1).stream().map(i -> prefixed(row.getString(0), i)).iterator();
    return sums.withColumn("county_code", substring(col("unit"), 1, 6))
        .join(broadcast(weights), Units.scala(List.of("county_code")), "inner")
        .join(totals, Units.scala(List.of("unit")), "left")
        .flatMap(ofSums, Encoders.row(SCHEMA))
        .union(indices.select("unit", "indicators").flatMap(ofIndices, Encoders.row(SCHEMA)));
  }

  private Iterator<Row> ofSums(Row sums) {
    List<IndicatorRow> found = new ArrayList<>();
    String hazard = sums.getAs("hazard");
    double area = sums.getAs("area");
    if (hazard.equals(RiskKind.COMPREHENSIVE)) {
      exposure(sums, area, found);
    } else {
      double index = sums.<Double>getAs("hazard_area") / area;
      found.add(
          new IndicatorRow(hazard, Component.HAZARD, "hazard_index", index, "1", index, 1.0, null));
      found.add(risk(sums, hazard, area));
    }
    String unit = sums.getAs("unit");
    return found.stream().map(row -> prefixed(unit, row.toRow())).iterator();
  }

  private IndicatorRow risk(Row sums, String hazard, double area) {
    Map<String, Double> weights = sums.getJavaMap(sums.fieldIndex("weights"));
    boolean sum = comprehensive.rule() == ComprehensiveMethod.Rule.WEIGHTED_SUM;
    return new IndicatorRow(
        RiskKind.COMPREHENSIVE,
        Component.RISK,
        hazard,
        sums.<Double>getAs("risk_area") / area,
        "1",
        sums.<Double>getAs("chained_area") / area,
        sum ? weights.getOrDefault(hazard, 0.0) : null,
        null);
  }

  private void exposure(Row sums, double area, List<IndicatorRow> found) {
    int field = sums.fieldIndex("quantities");
    Map<String, Double> quantities = sums.isNullAt(field) ? Map.of() : sums.getJavaMap(field);
    Map<String, Double> weights = exposure.weighting().weights();
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    int i = 0;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      String code = weight.getKey();
      found.add(
          new IndicatorRow(
              RiskKind.COMPREHENSIVE,
              Component.EXPOSURE,
              code,
              quantities.getOrDefault(code, 0.0) / area * 1e6,
              exposure.components().get(i).exposure().unit() + "/km2",
              sums.<Double>getAs(UnitRisk.PART + i) / area,
              weight.getValue() / all,
              null));
      i++;
    }
  }

  private static Row prefixed(String unit, Row indicator) {
    @Nullable Object[] values = new @Nullable Object[indicator.size() + 1];
    values[0] = unit;
    for (int i = 0; i < indicator.size(); i++) {
      values[i + 1] = indicator.get(i);
    }
    return RowFactory.create(values);
  }
}
