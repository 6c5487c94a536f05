package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.classify.BreakRule;
import org.riskcensus.core.classify.Distribution;
import org.riskcensus.core.hazard.LevelBreaks;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.config.CellSizes;

/**
 * The breaks a release's risks are levelled with. Where a rule takes them from the data, they come
 * from the cells with risk above 0: no risk is the lowest level whatever the others have. So no
 * break lies at or below 0, where the mean less a deviation may come to lie; such a break is the
 * smallest step instead.
 *
 * @param hazard breaks of the risk of a single hazard
 * @param all breaks of the comprehensive risk
 */
record RiskLevels(Breaks hazard, Breaks all) implements Serializable {

  /** Risks are counted in steps of 10⁻⁵, so that what reaches the driver is bounded. */
  private static final double STEPS = 1e5;

  /** The lowest break there can be. */
  private static final double LEAST = 1 / STEPS;

  /**
   * Breaks and how well they fit.
   *
   * @param rule the rule they come from
   * @param levels the breaks
   * @param fit goodness of variance fit; null for thresholds, which are not fitted
   */
  record Breaks(BreakRule rule, LevelBreaks levels, @Nullable Double fit) implements Serializable {}

  /**
   * The breaks by the rules of a method.
   *
   * @param sizes sides of the cells: where they differ, cells count by their ground
   * @param risk the risk of all cells by other breaks, asked only when a rule needs the data
   */
  static RiskLevels of(
      RiskMethod method, CellSizes sizes, Function<RiskLevels, Dataset<Row>> risk) {
    BreakRule hazard = method.hazardBreaks();
    BreakRule all = method.comprehensiveBreaks();
    if (hazard.fixed() && all.fixed()) {
      return new RiskLevels(fixed(hazard), fixed(all));
    }
    Breaks anyBreaks = fixed(new BreakRule.Thresholds(List.of(0.25, 0.5, 0.75)));
    SortedMap<Double, Long> ofHazards = new TreeMap<>();
    SortedMap<Double, Long> ofAll = new TreeMap<>();
    for (Row row : counts(risk.apply(new RiskLevels(anyBreaks, anyBreaks)), sizes)) {
      (row.getBoolean(0) ? ofAll : ofHazards).put(row.getDouble(1) / STEPS, row.getLong(2));
    }
    return new RiskLevels(fit(hazard, ofHazards), fit(all, ofAll));
  }

  private static List<Row> counts(Dataset<Row> risk, CellSizes sizes) {
    return risk.where(col("risk_index").gt(0))
        .groupBy(
            col("hazard").equalTo(RiskKind.COMPREHENSIVE).as("all"),
            rint(col("risk_index").multiply(STEPS)).as("step"))
        .agg(sum(CellWeights.of(sizes)))
        .collectAsList();
  }

  private static Breaks fixed(BreakRule rule) {
    if (rule instanceof BreakRule.Thresholds thresholds) {
      return new Breaks(rule, new LevelBreaks(thresholds.bounds()), null);
    }
    throw new IllegalArgumentException("breaks by " + rule.code() + " need the data");
  }

  static Breaks fit(BreakRule rule, SortedMap<Double, Long> counts) {
    if (rule.fixed()) {
      return fixed(rule);
    }
    try {
      Distribution values = Distribution.of(counts);
      List<Double> breaks = rule.breaks(values).stream().map(b -> Math.max(b, LEAST)).toList();
      return new Breaks(rule, new LevelBreaks(breaks), values.goodnessOfFit(breaks));
    } catch (IllegalArgumentException e) {
      throw new QualityRefusedException(
          List.of("methods/levels.yaml, breaks by " + rule.code() + ": " + e.getMessage()));
    }
  }

  /** Number of levels. */
  int size() {
    return hazard.levels().size();
  }

  /** The level of the risk of one hazard. */
  int ofHazard(double risk) {
    return hazard.levels().levelOf(risk);
  }

  /** The level of the comprehensive risk. */
  int ofAll(double risk) {
    return all.levels().levelOf(risk);
  }
}
