package org.riskcensus.core.zoning;

import java.util.Arrays;

/** The four risk levels of the four-colour map 红橙黄蓝四色图, the highest first. */
public enum RiskLevel {
  HIGH(4, "高风险"),
  RATHER_HIGH(3, "较高风险"),
  MEDIUM(2, "中风险"),
  LOW(1, "低风险");

  private final int number;
  private final String label;

  RiskLevel(int number, String label) {
    this.number = number;
    this.label = label;
  }

  /** 1 to 4, 4 the highest. */
  public int number() {
    return number;
  }

  /** The Chinese name on maps. */
  public String label() {
    return label;
  }

  /**
   * The level of a number.
   *
   * @throws IllegalArgumentException outside 1 to 4
   */
  public static RiskLevel of(int number) {
    return Arrays.stream(values())
        .filter(level -> level.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no risk level " + number));
  }
}
