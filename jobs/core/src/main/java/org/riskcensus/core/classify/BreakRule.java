package org.riskcensus.core.classify;

import java.io.Serializable;
import java.util.List;

/**
 * How the breaks of levels are found. Thresholds are fixed; the other rules take them from the data
 * of a release, where they are recorded and stay.
 */
public sealed interface BreakRule extends Serializable {

  /** Number of levels. */
  int levels();

  /** Name in method files. */
  String code();

  /** The lowest value of each level but the first, never falling. */
  List<Double> breaks(Distribution values);

  /** Whether the breaks are the same whatever the data. */
  default boolean fixed() {
    return false;
  }

  /** Fixed breaks. */
  record Thresholds(List<Double> bounds) implements BreakRule {
    /** Copies them. */
    public Thresholds {
      bounds = List.copyOf(bounds);
    }

    @Override
    public int levels() {
      return bounds.size() + 1;
    }

    @Override
    public String code() {
      return "thresholds";
    }

    @Override
    public List<Double> breaks(Distribution values) {
      return bounds;
    }

    @Override
    public boolean fixed() {
      return true;
    }
  }

  /** Jenks natural breaks 自然断点法. */
  record Natural(int levels) implements BreakRule {
    @Override
    public String code() {
      return "natural_breaks";
    }

    @Override
    public List<Double> breaks(Distribution values) {
      return NaturalBreaks.of(values, levels);
    }
  }

  /** Percentiles 百分位, such as 60, 80, 90, 95. */
  record Percentiles(List<Double> percents) implements BreakRule {
    /** Copies them. */
    public Percentiles {
      percents = List.copyOf(percents);
    }

    @Override
    public int levels() {
      return percents.size() + 1;
    }

    @Override
    public String code() {
      return "percentiles";
    }

    @Override
    public List<Double> breaks(Distribution values) {
      return percents.stream().map(values::percentile).toList();
    }
  }

  /** Mean and standard deviation 均值标准差: {@code μ + k σ} for each k. */
  record MeanDeviation(List<Double> deviations) implements BreakRule {
    /** Copies them. */
    public MeanDeviation {
      deviations = List.copyOf(deviations);
    }

    @Override
    public int levels() {
      return deviations.size() + 1;
    }

    @Override
    public String code() {
      return "mean_deviation";
    }

    @Override
    public List<Double> breaks(Distribution values) {
      double mean = values.mean();
      double sigma = values.deviation();
      return deviations.stream().map(k -> mean + k * sigma).toList();
    }
  }
}
