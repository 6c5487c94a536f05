package org.riskcensus.pipeline.audit;

import java.util.Locale;

/** What becomes of a filed row; each row gets exactly one, which is why accounts can balance. */
public enum Verdict {
  /** It goes to staging. */
  ACCEPTED,
  /** An error keeps it out. */
  QUARANTINED,
  /** Its key is there already. */
  DUPLICATE;

  /** The value of a column {@code verdict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
