package org.riskcensus.core.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile interval of a mean by resampling (Efron), for losses too skewed for a normal one.
 * The same values in the same order give the same interval: the seed is given, not drawn.
 *
 * @param resamples how often values are drawn with replacement, at least 100
 * @param seed of the draws
 * @param confidence of the interval, between 0 and 1
 */
public record Bootstrap(int resamples, long seed, double confidence) implements Serializable {

  public Bootstrap {
    if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "%d resamples at confidence %s".formatted(resamples, confidence));
    }
  }

  /** The interval of the mean of at least two values. */
  public Interval ofMean(double... values) {
    if (values.length < 2) {
      throw new IllegalArgumentException("an interval needs two values, got " + values.length);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < values.length; j++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    Arrays.sort(means);
    double tail = (1 - confidence) / 2;
    int lower = (int) Math.floor(tail * resamples);
    return new Interval(means[lower], means[resamples - 1 - lower]);
  }
}
