package org.riskcensus.pipeline.job.assess.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.hazard.ReferenceRange;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The methods of a release with everything that they took from its data — observed ranges, weights
 * by entropy, breaks — fixed at what the release recorded, so that other data are measured by the
 * same rule.
 */
final class FrozenMethods {

  private static final String ANY = "any";

  private record Key(String hazard, String component, String indicator, String parameter) {}

  private final Map<Key, Double> values = new HashMap<>();

  private FrozenMethods(List<Row> methodValues) {
    for (Row row : methodValues) {
      values.put(
          new Key(
              row.getAs("hazard"),
              row.getAs("component"),
              row.getAs("indicator"),
              row.getAs("parameter")),
          row.getAs("value"));
    }
  }

  /**
   * Freezes methods.
   *
   * @param methodValues rows of {@code marts.method_value} of any county of the release
   */
  static AssessmentMethods of(AssessmentMethods methods, List<Row> methodValues) {
    FrozenMethods frozen = new FrozenMethods(methodValues);
    return methods.with(frozen.exposure(methods.exposure())).with(frozen.risk(methods.risk()));
  }

  private double get(String hazard, String component, String indicator, String parameter) {
    Key key = new Key(hazard, component, indicator, parameter);
    Double value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("the release has not recorded " + key);
    }
    return value;
  }

  private ExposureMethod exposure(ExposureMethod method) {
    if (!method.needsData()) {
      return method;
    }
    List<ReferenceRange> ranges = new ArrayList<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (ExposureMethod.Component component : method.components()) {
      String name = component.exposure().code();
      ReferenceRange fixed = component.perSquareKilometre();
      ranges.add(fixed != null ? fixed : observed(name));
      weights.put(name, exposure(name, "weight"));
    }
    return method.fitted(ranges, weights);
  }

  private ReferenceRange observed(String name) {
    return ReferenceRange.linear(exposure(name, "min"), exposure(name, "max"));
  }

  private double exposure(String name, String parameter) {
    return get(RiskKind.COMPREHENSIVE, "exposure", name, parameter);
  }

  private RiskMethod risk(RiskMethod method) {
    return new RiskMethod(
        method.comprehensive(),
        breaks(method.hazardBreaks(), ANY),
        breaks(method.comprehensiveBreaks(), RiskKind.COMPREHENSIVE),
        method.minCellShare(),
        method.minUnitShare());
  }

  private BreakRule breaks(BreakRule rule, String hazard) {
    if (rule.fixed()) {
      return rule;
    }
    List<Double> bounds = new ArrayList<>();
    for (int level = 2; level <= rule.levels(); level++) {
      bounds.add(get(hazard, "risk", "level", "from_level_" + level));
    }
    return new BreakRule.Thresholds(bounds);
  }
}
