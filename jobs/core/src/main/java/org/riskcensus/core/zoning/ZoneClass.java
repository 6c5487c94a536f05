package org.riskcensus.core.zoning;

/** The classes of prevention zones, the gravest first. */
public enum ZoneClass {
  KEY("key", "重点防治区"),
  SECONDARY("secondary", "次重点防治区"),
  GENERAL("general", "一般防治区");

  private final String code;
  private final String label;

  ZoneClass(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** The name used in tables. */
  public String code() {
    return code;
  }

  /** The Chinese name on maps. */
  public String label() {
    return label;
  }
}
