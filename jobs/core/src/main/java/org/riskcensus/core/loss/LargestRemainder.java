package org.riskcensus.core.loss;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rounding that adds up: whole numbers in the proportion of given quantities whose sum is exactly a
 * given whole (method of largest remainders, Hamilton). Each part gets its quota rounded down; what
 * is left goes one by one to the largest remainders, ties to the earlier part.
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * Shares {@code whole} out.
   *
   * @param quantities from zero, not all zero
   * @param whole from zero, what the parts add up to
   * @return one whole number for each quantity
   */
  public static long[] round(double[] quantities, long whole) {
    double sum = 0;
    for (double quantity : quantities) {
      if (!(quantity >= 0)) {
        throw new IllegalArgumentException("quantities are from zero, got " + quantity);
      }
      sum += quantity;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("nothing to share by: all quantities are zero");
    }
    long[] parts = new long[quantities.length];
    double[] remainders = new double[quantities.length];
    long left = whole;
    for (int i = 0; i < parts.length; i++) {
      double quota = quantities[i] / sum * whole;
      parts[i] = (long) Math.floor(quota);
      remainders[i] = quota - parts[i];
      left -= parts[i];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -remainders[i]))
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
