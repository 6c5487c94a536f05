package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/** The rules that judge a row against the unit's residents, its GDP or the kind of disaster. */
final class ContextRules {
  private ContextRules() {}

  /** W1: more people affected in one row than the unit has residents. */
  static List<Finding> affectedAboveResidents(LossRecord row, LossContext context) {
    Optional<BigDecimal> affected = row.find(LossField.AFFECTED_POPULATION);
    if (affected.isEmpty() || context.residents() == null) {
      return List.of();
    }
    BigDecimal residents = BigDecimal.valueOf(context.residents());
    if (affected.get().compareTo(residents) <= 0) {
      return List.of();
    }
    Wording expected = Wording.phrase("at_most_residents", RuleFinding.plain(residents));
    return List.of(RuleFinding.of("W1", LossField.AFFECTED_POPULATION, affected.get(), expected));
  }

  /** W4: a direct loss above a share of the unit's GDP. */
  static LossRule lossAboveGdp(double maxRatio) {
    return (row, context) -> {
      Optional<BigDecimal> loss = row.find(LossField.DIRECT_LOSS_WAN);
      if (loss.isEmpty() || context.gdpWan() == null || context.gdpWan() <= 0) {
        return List.of();
      }
      BigDecimal limit =
          BigDecimal.valueOf(context.gdpWan()).multiply(BigDecimal.valueOf(maxRatio));
      if (loss.get().compareTo(limit) <= 0) {
        return List.of();
      }
      Wording expected = Wording.phrase("at_most_of_gdp", RuleFinding.plain(limit), maxRatio);
      return List.of(RuleFinding.of("W4", LossField.DIRECT_LOSS_WAN, loss.get(), expected));
    };
  }

  /** W8: a drought that killed. */
  static List<Finding> droughtWithDeaths(LossRecord row, LossContext context) {
    Optional<BigDecimal> deaths = row.find(LossField.DEATHS);
    if (!"drought".equals(context.hazardKind()) || deaths.isEmpty() || deaths.get().signum() <= 0) {
      return List.of();
    }
    return List.of(
        RuleFinding.of("W8", LossField.DEATHS, deaths.get(), Wording.phrase("none_in_drought")));
  }
}
