package org.riskcensus.core.loss;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

/** How the loss rules word their findings: rule, column, the plain decimal seen, what is wanted. */
final class RuleFinding {
  private RuleFinding() {}

  /** A finding whose rule id tells its severity: {@code W…} warns, any other is an error. */
  static Finding of(String rule, LossField field, BigDecimal observed, Wording expected) {
    return of(rule, field, observed, expected, null);
  }

  static Finding of(
      String rule,
      LossField field,
      BigDecimal observed,
      Wording expected,
      @Nullable Wording proposal) {
    Severity severity = rule.startsWith("W") ? Severity.WARNING : Severity.ERROR;
    return new Finding(
        rule, severity, field.column(), Wording.of(plain(observed)), expected, proposal);
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
