package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.DisasterChain;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.weighting.Weighting;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The weights, ranges and breaks a release was computed with, whether the method gave them or they
 * were taken from the data: one row each, for every county, so that a release explains itself and
 * later years can be held against it.
 */
final class MethodValues implements Serializable {

  static final StructType SCHEMA =
      new StructType()
          .add("county_code", StringType)
          .add("hazard", StringType)
          .add("component", StringType)
          .add("indicator", StringType)
          .add("parameter", StringType)
          .add("value", DoubleType)
          .add("origin", StringType);

  private static final long serialVersionUID = 1L;
  private static final String ALL = RiskKind.COMPREHENSIVE;
  private static final String ANY = "any";
  private static final String METHOD = "method";

  private final AssessmentMethods methods;
  private final CellSizes sizes;
  private final ExposureMethod exposure;
  private final RiskLevels levels;

  /**
   * What to tell.
   *
   * @param exposure the exposure method with what the data gave
   */
  MethodValues(AssessConfig config, ExposureMethod exposure, RiskLevels levels) {
    this.methods = config.methods();
    this.sizes = config.cells();
    this.exposure = exposure;
    this.levels = levels;
  }

  /** The rows of each county; {@code weights} as {@link CountyWeights} gives them. */
  Dataset<Row> of(Dataset<Row> weights) {
    FlatMapFunction<Row, Row> values = this::of;
    return weights.flatMap(values, Encoders.row(SCHEMA));
  }

  private Iterator<Row> of(Row county) {
    List<Row> rows = new ArrayList<>();
    exposure(in(rows, county.getString(0), ALL, Component.EXPOSURE));
    vulnerability(in(rows, county.getString(0), ALL, Component.VULNERABILITY));
    capacity(in(rows, county.getString(0), ALL, Component.CAPACITY));
    Values risk = in(rows, county.getString(0), ALL, Component.RISK);
    hazardWeights(risk, county);
    for (DisasterChain.Edge edge : methods.risk().comprehensive().chain().edges()) {
      risk.add(edge.from() + ">" + edge.to(), "probability", edge.probability(), METHOD);
    }
    breaks(risk, levels.all());
    Values any = in(rows, county.getString(0), ANY, Component.RISK);
    breaks(any, levels.hazard());
    any.add("cell", "side_m", (double) sizes.metres(county.getString(0)), "census description");
    any.add("level", "min_unit_share", methods.risk().minUnitShare(), METHOD);
    any.add("level", "min_cell_share", methods.risk().minCellShare(), METHOD);
    any.add("zone", "low_capacity_below", methods.zoning().lowCapacityBelow(), METHOD);
    any.add("zone", "grave_danger_from", (double) methods.zoning().graveDangerFrom(), METHOD);
    any.add("sensitivity", "share", methods.variation().share(), METHOD);
    any.add("sensitivity", "runs", (double) methods.variation().runs(), METHOD);
    any.add("sensitivity", "seed", (double) methods.variation().seed(), METHOD);
    bounds(in(rows, county.getString(0), ANY, Component.HAZARD), methods.hazardLevels(), METHOD);
    return rows.iterator();
  }

  /**
   * What a county's hazards weigh, and the weights by experts and by losses that it is mixed of.
   */
  private void hazardWeights(Values risk, Row county) {
    ComprehensiveMethod method = methods.risk().comprehensive();
    boolean sum = method.rule() == ComprehensiveMethod.Rule.WEIGHTED_SUM;
    List<String> parameters = List.of("weight", "expert_weight", "loss_weight");
    List<String> origins = List.of("experts and losses", "experts", "losses");
    for (int i = 0; i < parameters.size(); i++) {
      Map<String, Double> weights = new TreeMap<>(county.getJavaMap(i + 1));
      String parameter = parameters.get(i);
      String origin = origins.get(i);
      weights.forEach((hazard, weight) -> risk.add(hazard, parameter, weight, origin));
    }
    risk.add("", "loss_share", method.lossShare(), METHOD);
    risk.add("", "weighted_sum", sum ? 1.0 : 0.0, METHOD);
  }

  private interface Values {
    void add(String indicator, String parameter, @Nullable Double value, String origin);
  }

  private static Values in(List<Row> rows, String county, String hazard, Component component) {
    return (indicator, parameter, value, origin) -> {
      if (value != null) {
        rows.add(
            RowFactory.create(
                county, hazard, component.code(), indicator, parameter, value, origin));
      }
    };
  }

  private void exposure(Values values) {
    Weighting asked = methods.exposure().weighting();
    weights(values, exposure.weighting().weights(), asked);
    for (int i = 0; i < exposure.components().size(); i++) {
      ExposureMethod.Component known = exposure.components().get(i);
      boolean observed = methods.exposure().components().get(i).perSquareKilometre() == null;
      ReferenceRange range = known.perSquareKilometre();
      if (range != null) {
        range(values, known.exposure().code(), range, observed ? "observed" : METHOD);
      }
    }
  }

  private void vulnerability(Values values) {
    VulnerabilityMethod method = methods.vulnerability();
    weights(values, method.weighting().weights(), method.weighting());
    range(values, "dependants", method.dependantShare(), METHOD);
  }

  private void capacity(Values values) {
    CapacityMethod method = methods.capacity();
    weights(values, method.weighting().weights(), method.weighting());
    for (CapacityMethod.Component component : method.components()) {
      range(values, component.resource().code(), component.range(), METHOD);
    }
  }

  private static void weights(Values values, Map<String, Double> weights, Weighting asked) {
    String origin = asked.kind().name().toLowerCase(java.util.Locale.ROOT);
    weights.forEach((indicator, weight) -> values.add(indicator, "weight", weight, origin));
    if (asked.consistencyRatio() > 0 || asked.kind() == Weighting.Kind.AHP) {
      values.add("", "consistency_ratio", asked.consistencyRatio(), origin);
    }
  }

  private static void range(Values values, String indicator, ReferenceRange range, String origin) {
    values.add(indicator, "min", range.min(), origin);
    values.add(indicator, "max", range.max(), origin);
    values.add(indicator, "constant", range.isConstant() ? 1.0 : null, origin);
    boolean logarithmic = range.scale() == ReferenceRange.Scale.LOG;
    values.add(indicator, "logarithmic", logarithmic ? 1.0 : null, origin);
  }

  private static void breaks(Values values, RiskLevels.Breaks breaks) {
    bounds(values, breaks.levels(), breaks.rule().code());
    values.add("level", "goodness_of_fit", breaks.fit(), breaks.rule().code());
  }

  private static void bounds(Values values, LevelBreaks levels, String origin) {
    List<Double> bounds = levels.lowerBounds();
    for (int i = 0; i < bounds.size(); i++) {
      values.add("level", "from_level_" + (i + 2), bounds.get(i), origin);
    }
  }
}
