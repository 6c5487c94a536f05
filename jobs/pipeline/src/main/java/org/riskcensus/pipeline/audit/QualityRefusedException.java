package org.riskcensus.pipeline.audit;

import java.util.List;

/** Data refused by a quality gate: says what failed and where to look. */
public final class QualityRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal for the reasons given, one a line. */
  public QualityRefusedException(List<String> reasons) {
    super("data refused by a quality gate:\n  " + String.join("\n  ", reasons));
  }
}
