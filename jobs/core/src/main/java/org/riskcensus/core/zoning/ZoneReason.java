package org.riskcensus.core.zoning;

import java.util.Locale;

/** Why a place is in its class of zone; the first that holds, in this order. */
public enum ZoneReason {
  /** The risk level is high. */
  HIGH_RISK(ZoneClass.KEY),
  /** The level is rather high and capacity is low. */
  RATHER_HIGH_LOW_CAPACITY(ZoneClass.KEY),
  /** The level is rather high and a grave danger is there. */
  RATHER_HIGH_GRAVE_DANGER(ZoneClass.KEY),
  /** The level is rather high, and nothing makes it worse. */
  RATHER_HIGH(ZoneClass.SECONDARY),
  /** The level is medium and capacity is low. */
  MEDIUM_LOW_CAPACITY(ZoneClass.SECONDARY),
  /** The level is medium and capacity suffices. */
  MEDIUM(ZoneClass.GENERAL),
  /** The level is low, or the hazard does not reach the place. */
  LOW(ZoneClass.GENERAL);

  private final ZoneClass zone;

  ZoneReason(ZoneClass zone) {
    this.zone = zone;
  }

  /** The class it leads to. */
  public ZoneClass zone() {
    return zone;
  }

  /** The name used in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
