package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/** E11: no loss is negative; persons, rooms, households and heads are whole. */
record CountRule() implements LossRule {
  private static final String RULE = "E11";

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    List<Finding> findings = new ArrayList<>();
    for (LossField field : LossField.values()) {
      Optional<BigDecimal> value = row.find(field);
      if (value.isPresent() && value.get().signum() < 0) {
        findings.add(RuleFinding.of(RULE, field, value.get(), Wording.of("≥ 0")));
      } else if (value.isPresent() && field.measure().whole() && !whole(value.get())) {
        findings.add(RuleFinding.of(RULE, field, value.get(), Wording.phrase("whole_number")));
      }
    }
    return findings;
  }

  private static boolean whole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
