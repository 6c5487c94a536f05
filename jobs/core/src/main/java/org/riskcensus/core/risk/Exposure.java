package org.riskcensus.core.risk;

import java.util.Arrays;

/** What is exposed; {@link #code()} and {@link #unit()} are how tables name and count it. */
public enum Exposure {
  POPULATION("population", "人", true),
  GDP("gdp_wan", "万元", true),
  ROAD("road_m", "m", true),
  FARMLAND("farmland_m2", "m2", true),
  BUILDINGS("buildings", "栋", false),
  FLOOR_AREA("floor_area_m2", "m2", false),
  BUILDING_VALUE("building_value_wan", "万元", false),
  FACILITIES("facilities", "处", false);

  private final String code;
  private final String unit;
  private final boolean divisible;

  Exposure(String code, String unit, boolean divisible) {
    this.code = code;
    this.unit = unit;
    this.divisible = divisible;
  }

  /** The name used in tables. */
  public String code() {
    return code;
  }

  /** The unit of the quantity. */
  public String unit() {
    return unit;
  }

  /** Whether the quantity splits by area or length; otherwise the object counts as a whole. */
  public boolean divisible() {
    return divisible;
  }

  /**
   * The exposure of a code.
   *
   * @throws IllegalArgumentException when no exposure has this code
   */
  public static Exposure of(String code) {
    return Arrays.stream(values())
        .filter(exposure -> exposure.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no exposure is called '" + code + "'"));
  }
}
