package org.riskcensus.core.inspection;

import java.io.Serializable;

/**
 * When an inspection is passed. Both limits are inclusive.
 *
 * @param errorRate highest share of wrong indicators, 0 to 1
 * @param unverifiable highest share of indicators that could not be verified, 0 to 1
 */
public record InspectionLimits(double errorRate, double unverifiable) implements Serializable {

  /**
   * The verdict on a tally. The higher of the plain and the weighted rate decides, so that neither
   * many errors in trifles nor few in what matters pass.
   */
  public Acceptance judge(ErrorTally tally) {
    if (tally.items() == 0 || tally.unverifiableShare() > unverifiable) {
      return Acceptance.UNDECIDED;
    }
    return judge(Math.max(tally.errorRate(), tally.weightedErrorRate()));
  }

  /** The verdict on an error rate as published, 0 to 1. */
  public Acceptance judge(double rate) {
    return rate <= errorRate ? Acceptance.PASSED : Acceptance.FAILED;
  }
}
