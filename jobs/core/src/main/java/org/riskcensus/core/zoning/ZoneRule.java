package org.riskcensus.core.zoning;

import java.io.Serializable;

/**
 * The class of a place: key where risk is high, or rather high together with low capacity or a
 * grave danger; secondary where it is rather high, or medium with low capacity; general elsewhere.
 *
 * @param lowCapacityBelow a capacity index below this is low
 * @param graveDangerFrom lowest danger grade that counts as grave, 1 to 4
 * @param levels number of risk levels: the highest is high, the next rather high, then medium; any
 *     below are low
 */
public record ZoneRule(double lowCapacityBelow, int graveDangerFrom, int levels)
    implements Serializable {

  /**
   * The class of a place.
   *
   * @param riskLevel 1, the lowest, to the number of levels
   * @param capacity capacity index, 0 to 1
   * @param danger highest danger grade there, 0 where none
   */
  public ZoneClass classify(int riskLevel, double capacity, int danger) {
    return reason(riskLevel, capacity, danger).zone();
  }

  /** Why a place has its class; parameters as of {@link #classify}. */
  public ZoneReason reason(int riskLevel, double capacity, int danger) {
    if (riskLevel < 1 || riskLevel > levels) {
      throw new IllegalArgumentException("no risk level " + riskLevel + " of " + levels);
    }
    boolean lowCapacity = capacity < lowCapacityBelow;
    return switch (levels - riskLevel) {
      case 0 -> ZoneReason.HIGH_RISK;
      case 1 ->
          lowCapacity
              ? ZoneReason.RATHER_HIGH_LOW_CAPACITY
              : danger >= graveDangerFrom
                  ? ZoneReason.RATHER_HIGH_GRAVE_DANGER
                  : ZoneReason.RATHER_HIGH;
      case 2 -> lowCapacity ? ZoneReason.MEDIUM_LOW_CAPACITY : ZoneReason.MEDIUM;
      default -> ZoneReason.LOW;
    };
  }
}
