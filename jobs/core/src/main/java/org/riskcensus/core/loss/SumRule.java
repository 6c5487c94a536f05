package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * Parts that make a total, within a tolerance that still passes at its edge.
 *
 * @param rule id of the rule
 * @param parts the fields that add up
 * @param total the field they add up to
 * @param tolerance largest allowed difference, in the unit of the total
 */
record SumRule(String rule, List<LossField> parts, LossField total, BigDecimal tolerance)
    implements LossRule {

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    Optional<BigDecimal> sum = findSum(row, parts);
    Optional<BigDecimal> stated = row.find(total);
    if (sum.isEmpty() || stated.isEmpty()) {
      return List.of();
    }
    if (stated.get().subtract(sum.get()).abs().compareTo(tolerance) <= 0) {
      return List.of();
    }
    String columns = String.join(" ", parts.stream().map(LossField::column).toList());
    Wording expected = Wording.phrase("sum_of_fields", columns, RuleFinding.plain(sum.get()));
    return List.of(RuleFinding.of(rule, total, stated.get(), expected));
  }

  /** The sum of fields that are all reported, else empty. */
  static Optional<BigDecimal> findSum(LossRecord row, List<LossField> fields) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LossField field : fields) {
      Optional<BigDecimal> value = row.find(field);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(value.get());
    }
    return Optional.of(sum);
  }
}
