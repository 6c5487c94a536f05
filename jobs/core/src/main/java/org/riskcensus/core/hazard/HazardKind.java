package org.riskcensus.core.hazard;

import java.util.Arrays;

/** The hazards that are assessed; {@link #code()} is how tables name them. */
public enum HazardKind {
  FLOOD("flood", "洪涝"),
  SUBSIDENCE("subsidence", "地面沉降"),
  REED_FIRE("reed_fire", "芦苇湿地火灾"),
  GEOHAZARD("geohazard", "地质灾害");

  /** How tables name the assessment of all hazards together (综合). */
  public static final String COMPREHENSIVE = "comprehensive";

  private final String code;
  private final String label;

  HazardKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The name used in tables. */
  public String code() {
    return code;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /**
   * The hazard of a code.
   *
   * @throws IllegalArgumentException when no hazard has this code
   */
  public static HazardKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no hazard is called '" + code + "'"));
  }
}
