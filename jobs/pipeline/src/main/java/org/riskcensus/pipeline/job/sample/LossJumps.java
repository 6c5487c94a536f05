package org.riskcensus.pipeline.job.sample;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Severity;

/**
 * Annual losses of the census year that are more than five times those of the year before, or less
 * than a fifth, or far from all earlier years, as disasters have them: the generator does not make
 * them on purpose, but knows them when it sees them. Rows come in order of their years.
 */
final class LossJumps {

  private static final String DATASET = "loss_annual";
  private static final double TIMES = 5;
  private static final double TRIFLE_WAN = 1000;
  private static final double FAR = 3.5; // modified z-score of logarithms
  private static final double CONSISTENT = 0.6745;
  private static final int FEW_YEARS = 5;

  private final int censusYear;
  private final Map<String, NavigableMap<Integer, Double>> losses = new TreeMap<>();

  /**
   * Watches one file.
   *
   * @param censusYear the year that is reported
   */
  LossJumps(int censusYear) {
    this.censusYear = censusYear;
  }

  /** Looks at an accepted row; the finding that must be made of it, which stays as it is. */
  Optional<Defect> see(String source, long row, FiledRow filed) {
    if (!source.startsWith(DATASET)) {
      return Optional.empty();
    }
    int year = (int) filed.number("year");
    double loss = filed.number(LossFigures.TOTAL);
    NavigableMap<Integer, Double> series =
        losses.computeIfAbsent(filed.text("hazard_kind"), kind -> new TreeMap<>());
    series.put(year, loss);
    NavigableMap<Integer, Double> earlier = series.headMap(year, false);
    if (year != censusYear) {
      return Optional.empty();
    }
    if (jumps(loss, earlier.get(year - 1))) {
      return told(source, row, "more than five times apart from the year before");
    }
    boolean far = loss >= TRIFLE_WAN && isFar(Math.log(loss), logarithms(earlier));
    return far ? told(source, row, "far from all earlier years") : Optional.empty();
  }

  private static boolean jumps(double loss, @Nullable Double before) {
    return before != null
        && Math.max(loss, before) >= TRIFLE_WAN
        && Math.max(loss, before) > TIMES * Math.min(loss, before);
  }

  private static double[] logarithms(Map<Integer, Double> series) {
    return series.values().stream().mapToDouble(x -> x).filter(x -> x > 0).map(Math::log).toArray();
  }

  private static boolean isFar(double value, double[] series) {
    if (series.length < FEW_YEARS) {
      return false;
    }
    double middle = median(DoubleStream.of(series));
    double spread = median(DoubleStream.of(series).map(x -> Math.abs(x - middle)));
    return spread > 0 && CONSISTENT * Math.abs(value - middle) / spread > FAR;
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Optional<Defect> told(String source, long row, String story) {
    return Optional.of(
        new Defect(source, row, "W5", Severity.WARNING, LossFigures.TOTAL, story, r -> r));
  }
}
