package org.riskcensus.core.loss;

import java.util.Locale;

/** Where a plan target stands. */
public enum KpiStatus {
  MET,
  MISSED,
  /** The value, or the target itself, is not known; the reason says which. */
  NOT_COMPUTABLE;

  /** The code in tables, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
