package org.riskcensus.core.loss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A figure of a county and year that plan indicators are computed from; codes are lower case. */
public enum KpiFigure {
  /** Residents 常住人口, persons. */
  POPULATION,
  /** Urban residents 城镇人口, persons. */
  URBAN_POPULATION,
  /** Gross domestic product, 万元, nominal. */
  GDP_WAN,
  FOREST_HA,
  /** Residents reached by warning information. */
  INFORMATION_COVERED,
  /** Direct economic loss of all kinds, final annual figure, 万元, nominal. */
  DIRECT_LOSS_WAN,
  DEATHS,
  /** Person-times 人次. */
  AFFECTED_POPULATION,
  FOREST_DAMAGED_HA,
  FOREST_FIRES,
  FOREST_FIRES_24H,
  /** Longest time until basic relief in an event of the year, hours. */
  RELIEF_HOURS,
  /** Reports of events that say when they were filed. */
  REPORTS_TIMED,
  /** Of them, those within the limit of their type. */
  REPORTS_ON_TIME,
  /** Effective shelter area, m². */
  SHELTER_M2,
  SHELTER_HA,
  SHELTER_CAPACITY,
  /** Persons the depots can supply. */
  RESERVE_PERSONS,
  /** Area of the largest depot, m². */
  LARGEST_DEPOT_M2,
  /** The smallest over the townships of their largest depot's area, m²; 0 where one has none. */
  TOWNSHIP_DEPOT_M2,
  REGISTERED_POINTS,
  MONITORED_POINTS;

  /** The code in method files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The figure of a code, if it is one. */
  public static Optional<KpiFigure> find(String code) {
    return Arrays.stream(values()).filter(figure -> figure.code().equals(code)).findFirst();
  }
}
