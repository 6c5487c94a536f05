package org.riskcensus.core.zoning;

import java.io.Serializable;

/**
 * The class of a place: key where risk is high, or rather high together with low capacity or a
 * grave danger; secondary where it is rather high, or medium with low capacity; general elsewhere.
 *
 * @param lowCapacityBelow a capacity index below this is low
 * @param graveDangerFrom lowest danger grade that counts as grave, 1 to 4
 */
public record ZoneRule(double lowCapacityBelow, int graveDangerFrom) implements Serializable {

  /**
   * The class of a place.
   *
   * @param riskLevel 1 to 4
   * @param capacity capacity index, 0 to 1
   * @param danger highest danger grade there, 0 where none
   */
  public ZoneClass classify(int riskLevel, double capacity, int danger) {
    return reason(riskLevel, capacity, danger).zone();
  }

  /** Why a place has its class; parameters as of {@link #classify}. */
  public ZoneReason reason(int riskLevel, double capacity, int danger) {
    boolean lowCapacity = capacity < lowCapacityBelow;
    return switch (RiskLevel.of(riskLevel)) {
      case HIGH -> ZoneReason.HIGH_RISK;
      case RATHER_HIGH ->
          lowCapacity
              ? ZoneReason.RATHER_HIGH_LOW_CAPACITY
              : danger >= graveDangerFrom
                  ? ZoneReason.RATHER_HIGH_GRAVE_DANGER
                  : ZoneReason.RATHER_HIGH;
      case MEDIUM -> lowCapacity ? ZoneReason.MEDIUM_LOW_CAPACITY : ZoneReason.MEDIUM;
      case LOW -> ZoneReason.LOW;
    };
  }
}
