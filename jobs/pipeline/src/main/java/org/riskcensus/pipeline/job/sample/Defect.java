package org.riskcensus.pipeline.job.sample;

import java.util.function.UnaryOperator;
import org.riskcensus.core.finding.Severity;

/**
 * One row spoilt on purpose, and what an audit must say of it.
 *
 * @param source id of the source
 * @param row its number among the data rows, from 1
 * @param rule the rule that must find it
 * @param severity of the finding
 * @param field column of the finding
 * @param story what happened, for readers; without commas
 * @param spoil makes the sound row wrong; the geometry is in the file's own coordinates
 */
record Defect(
    String source,
    long row,
    String rule,
    Severity severity,
    String field,
    String story,
    UnaryOperator<FiledRow> spoil) {

  static final String DUPLICATE = "duplicate_key";

  /** Where the row ends up. */
  enum Fate {
    ACCEPTED,
    QUARANTINED,
    DUPLICATE
  }

  Fate fate() {
    if (severity == Severity.WARNING) {
      return Fate.ACCEPTED;
    }
    return rule.equals(DUPLICATE) ? Fate.DUPLICATE : Fate.QUARANTINED;
  }
}
