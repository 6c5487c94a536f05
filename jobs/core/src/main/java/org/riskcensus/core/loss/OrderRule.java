package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * Fields of which each is a part of the next, as lost ≤ damaged ≤ affected crop area: every
 * reported one is compared with the next reported one, so a gap in the chain hides nothing.
 *
 * @param rule id of the rule
 * @param ascending the fields, the narrowest first
 */
record OrderRule(String rule, List<LossField> ascending) implements LossRule {

  static OrderRule of(String rule, LossField... ascending) {
    return new OrderRule(rule, List.of(ascending));
  }

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    List<LossField> reported =
        ascending.stream().filter(field -> row.find(field).isPresent()).toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i < reported.size(); i++) {
      BigDecimal part = row.find(reported.get(i - 1)).orElseThrow();
      BigDecimal whole = row.find(reported.get(i)).orElseThrow();
      if (part.compareTo(whole) > 0) {
        Wording expected =
            Wording.phrase("at_most_field", reported.get(i).column(), RuleFinding.plain(whole));
        findings.add(RuleFinding.of(rule, reported.get(i - 1), part, expected));
      }
    }
    return findings;
  }
}
