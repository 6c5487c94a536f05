package org.riskcensus.core.inspection;

/**
 * Counts of an inspection and the error rates they give.
 *
 * <p>The plain rate is wrong / (right + wrong) indicators. The weighted rate is Σw over the wrong
 * ones / Σw over those verified, where w is the weight of the indicator times the number of objects
 * that each object drawn stands for, so that it estimates the rate of all objects.
 *
 * <p>Weights are added as they come; add items in a fixed order for results equal to the last bit.
 */
public final class ErrorTally {

  private long right;
  private long wrong;
  private long unverifiable;
  private double verifiedWeight;
  private double wrongWeight;

  /**
   * Counts one indicator of one object.
   *
   * @param weight above zero
   */
  public void add(ItemVerdict verdict, double weight) {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is a number above zero, got " + weight);
    }
    switch (verdict) {
      case RIGHT -> right++;
      case WRONG -> {
        wrong++;
        wrongWeight += weight;
      }
      case UNVERIFIABLE -> unverifiable++;
    }
    if (verdict != ItemVerdict.UNVERIFIABLE) {
      verifiedWeight += weight;
    }
  }

  /** All indicators, those that could not be verified among them. */
  public long items() {
    return right + wrong + unverifiable;
  }

  public long wrong() {
    return wrong;
  }

  public long unverifiable() {
    return unverifiable;
  }

  /** Share of the verified indicators that are wrong, 0 to 1; 0 where none could be verified. */
  public double errorRate() {
    long verified = right + wrong;
    return verified == 0 ? 0 : (double) wrong / verified;
  }

  /** The same by weight. */
  public double weightedErrorRate() {
    return verifiedWeight == 0 ? 0 : wrongWeight / verifiedWeight;
  }

  /** Share of all indicators that could not be verified, 0 to 1. */
  public double unverifiableShare() {
    return items() == 0 ? 0 : (double) unverifiable / items();
  }
}
