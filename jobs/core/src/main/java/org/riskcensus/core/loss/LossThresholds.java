package org.riskcensus.core.loss;

import java.io.Serializable;

/**
 * The tolerances and limits of the loss rules; the project's values, with their evidence, are in
 * {@code schemas/methods/loss_rules.yaml}.
 *
 * @param sumToleranceWan by how much six losses may miss their total (E4), 万元
 * @param maxLossToGdp direct loss over GDP above which a row is suspect (W4), a ratio
 * @param minRoomsPerHousehold fewest collapsed rooms a household (W7)
 * @param maxRoomsPerHousehold most collapsed rooms a household (W7)
 * @param slipTolerance relative distance from 10⁴ (元/万元) or 15 (亩/公顷) that still counts as a slip
 *     of units (unit_slip_yuan, W6)
 */
public record LossThresholds(
    double sumToleranceWan,
    double maxLossToGdp,
    double minRoomsPerHousehold,
    double maxRoomsPerHousehold,
    double slipTolerance)
    implements Serializable {

  public LossThresholds {
    if (sumToleranceWan < 0 || maxLossToGdp <= 0) {
      throw new IllegalArgumentException(
          "sum tolerance must be >= 0 and the loss/GDP limit > 0, got %s and %s"
              .formatted(sumToleranceWan, maxLossToGdp));
    }
    if (minRoomsPerHousehold > maxRoomsPerHousehold) {
      throw new IllegalArgumentException(
          "rooms per household: minimum %s is above maximum %s"
              .formatted(minRoomsPerHousehold, maxRoomsPerHousehold));
    }
    if (slipTolerance < 0 || slipTolerance >= 1) {
      throw new IllegalArgumentException("slip tolerance must be in [0, 1), got " + slipTolerance);
    }
  }
}
