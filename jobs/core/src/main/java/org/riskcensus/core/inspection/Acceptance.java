package org.riskcensus.core.inspection;

import java.util.Locale;

/** What an inspection says of the whole it was drawn from. */
public enum Acceptance {
  /** The error rate is within the limit. */
  PASSED("合格"),
  /** It is above the limit. */
  FAILED("不合格"),
  /** Too much could not be verified to tell. */
  UNDECIDED("不能判定");

  private final String label;

  Acceptance(String label) {
    this.label = label;
  }

  /** The word in reports. */
  public String label() {
    return label;
  }

  /** The value of a column {@code acceptance}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
