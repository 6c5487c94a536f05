package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * W7: collapsed dwelling rooms 间 a household 户 outside a plausible range; the range is inclusive.
 */
record RoomsRule(BigDecimal min, BigDecimal max) implements LossRule {

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    Optional<BigDecimal> rooms = row.find(LossField.COLLAPSED_DWELLING_ROOMS);
    Optional<BigDecimal> households = row.find(LossField.COLLAPSED_DWELLING_HOUSEHOLDS);
    if (rooms.isEmpty() || households.isEmpty() || households.get().signum() <= 0) {
      return List.of();
    }
    BigDecimal fewest = households.get().multiply(min);
    BigDecimal most = households.get().multiply(max);
    if (rooms.get().compareTo(fewest) >= 0 && rooms.get().compareTo(most) <= 0) {
      return List.of();
    }
    Wording expected =
        Wording.phrase(
            "rooms_of_households",
            RuleFinding.plain(fewest),
            RuleFinding.plain(most),
            RuleFinding.plain(households.get()));
    return List.of(RuleFinding.of("W7", LossField.COLLAPSED_DWELLING_ROOMS, rooms.get(), expected));
  }
}
