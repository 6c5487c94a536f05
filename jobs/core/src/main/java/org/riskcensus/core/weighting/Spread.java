package org.riskcensus.core.weighting;

/**
 * How one normalised indicator spreads over objects, in sums that add up over any parts of the
 * data: {@code p = x'/Σx'}, entropy {@code e = −(1/ln n) Σ p ln p = (ln S − Σ x' ln x' / S) / ln n}
 * with {@code S = Σ x'} and {@code 0 · ln 0 = 0}.
 *
 * @param count n, number of objects
 * @param sum S
 * @param sumOfXLnX Σ x' ln x'
 */
public record Spread(long count, double sum, double sumOfXLnX) {

  /**
   * The entropy, 0 to 1. An indicator that is 0 everywhere, as a constant one is after
   * normalisation, tells nothing and has entropy 1.
   */
  public double entropy() {
    if (count < 2 || !(sum > 0)) {
      return 1;
    }
    double entropy = (StrictMath.log(sum) - sumOfXLnX / sum) / StrictMath.log((double) count);
    return Math.min(1, Math.max(0, entropy));
  }
}
