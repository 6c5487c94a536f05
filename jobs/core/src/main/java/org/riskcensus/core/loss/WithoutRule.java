package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * A damage that should have brought another with it, as crop lost without agricultural loss. Fires
 * when the consequence is reported as zero; an unreported consequence is no contradiction.
 *
 * @param rule id of the rule
 * @param cause the damage
 * @param consequence what it should have brought
 */
record WithoutRule(String rule, LossField cause, LossField consequence) implements LossRule {

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    boolean caused = row.find(cause).filter(value -> value.signum() > 0).isPresent();
    Optional<BigDecimal> followed = row.find(consequence);
    if (!caused || followed.isEmpty() || followed.get().signum() != 0) {
      return List.of();
    }
    Wording expected =
        Wording.phrase(
            "some_because_of_field",
            cause.column(),
            RuleFinding.plain(row.find(cause).orElseThrow()));
    return List.of(RuleFinding.of(rule, consequence, followed.get(), expected));
  }
}
