package org.riskcensus.core.loss;

import static org.riskcensus.core.loss.LossField.COLLAPSED_DWELLING_ROOMS;
import static org.riskcensus.core.loss.LossField.COLLAPSED_ROOMS;
import static org.riskcensus.core.loss.LossField.CROP_AFFECTED_HA;
import static org.riskcensus.core.loss.LossField.CROP_DAMAGED_HA;
import static org.riskcensus.core.loss.LossField.CROP_LOST_HA;
import static org.riskcensus.core.loss.LossField.DEATHS;
import static org.riskcensus.core.loss.LossField.DRINKING_WATER_NEED;
import static org.riskcensus.core.loss.LossField.DROUGHT_NEED;
import static org.riskcensus.core.loss.LossField.GRAIN_AFFECTED_HA;
import static org.riskcensus.core.loss.LossField.GRAIN_DAMAGED_HA;
import static org.riskcensus.core.loss.LossField.GRAIN_LOST_HA;
import static org.riskcensus.core.loss.LossField.INJURED;
import static org.riskcensus.core.loss.LossField.INJURED_SERIOUSLY;
import static org.riskcensus.core.loss.LossField.LISTED_DEAD;
import static org.riskcensus.core.loss.LossField.LISTED_MISSING;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_DEAD;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_LARGE_DEAD;
import static org.riskcensus.core.loss.LossField.LIVESTOCK_SMALL_DEAD;
import static org.riskcensus.core.loss.LossField.LOSS_AGRICULTURE_WAN;
import static org.riskcensus.core.loss.LossField.MISSING;
import static org.riskcensus.core.loss.LossField.RELOCATED;
import static org.riskcensus.core.loss.LossField.RELOCATED_CONCENTRATED;
import static org.riskcensus.core.loss.LossField.RELOCATED_CURRENT;
import static org.riskcensus.core.loss.LossField.RELOCATED_DISPERSED;
import static org.riskcensus.core.loss.LossField.SERIOUSLY_DAMAGED_DWELLING_ROOMS;
import static org.riskcensus.core.loss.LossField.SERIOUSLY_DAMAGED_ROOMS;
import static org.riskcensus.core.loss.LossField.SLIGHTLY_DAMAGED_DWELLING_ROOMS;
import static org.riskcensus.core.loss.LossField.SLIGHTLY_DAMAGED_ROOMS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.riskcensus.core.finding.Finding;

/**
 * The audit of one loss row 灾情审核: errors E1–E11, {@code unit_slip_yuan}, and the warnings W1–W4,
 * W6–W8 that a row and its context can decide. Rules over several rows (parents and children,
 * earlier reports and years) are not here.
 *
 * <p>The logic follows the statistical system 自然灾害情况统计调查制度 (2020); thresholds are given. Findings
 * come in the order of the rules, independent of the order of a row's columns.
 */
public final class LossRules implements Serializable {
  private final List<LossRule> rules;

  public LossRules(LossThresholds thresholds) {
    List<LossRule> all = new ArrayList<>(orders());
    all.add(LossTotalRule.of(thresholds));
    all.add(sum("E5", RELOCATED, RELOCATED_CONCENTRATED, RELOCATED_DISPERSED));
    all.add(OrderRule.of("E6", RELOCATED_CURRENT, RELOCATED));
    all.add(OrderRule.of("E7", DRINKING_WATER_NEED, DROUGHT_NEED));
    all.add(OrderRule.of("E8", INJURED_SERIOUSLY, INJURED));
    all.add(sum("E9", LIVESTOCK_DEAD, LIVESTOCK_LARGE_DEAD, LIVESTOCK_SMALL_DEAD));
    all.add(sum("E10", DEATHS, LISTED_DEAD));
    all.add(sum("E10", MISSING, LISTED_MISSING));
    all.add(new CountRule());
    all.addAll(warnings(thresholds));
    this.rules = List.copyOf(all);
  }

  /** What the rules say of a row; nothing when it is sound. */
  public List<Finding> check(LossRecord row, LossContext context) {
    List<Finding> findings = new ArrayList<>();
    for (LossRule rule : rules) {
      findings.addAll(rule.check(row, context));
    }
    return findings;
  }

  private static List<LossRule> orders() {
    return List.of(
        OrderRule.of("E1", CROP_LOST_HA, CROP_DAMAGED_HA, CROP_AFFECTED_HA),
        OrderRule.of("E2", GRAIN_AFFECTED_HA, CROP_AFFECTED_HA),
        OrderRule.of("E2", GRAIN_DAMAGED_HA, CROP_DAMAGED_HA),
        OrderRule.of("E2", GRAIN_LOST_HA, CROP_LOST_HA),
        OrderRule.of("E3", COLLAPSED_DWELLING_ROOMS, COLLAPSED_ROOMS),
        OrderRule.of("E3", SERIOUSLY_DAMAGED_DWELLING_ROOMS, SERIOUSLY_DAMAGED_ROOMS),
        OrderRule.of("E3", SLIGHTLY_DAMAGED_DWELLING_ROOMS, SLIGHTLY_DAMAGED_ROOMS));
  }

  private static List<LossRule> warnings(LossThresholds thresholds) {
    double slip = thresholds.slipTolerance();
    return List.of(
        ContextRules::affectedAboveResidents,
        new WithoutRule("W2", CROP_LOST_HA, LOSS_AGRICULTURE_WAN),
        new WithoutRule("W3", COLLAPSED_DWELLING_ROOMS, RELOCATED),
        ContextRules.lossAboveGdp(thresholds.maxLossToGdp()),
        new SlipRule(UnitSlip.yuan(slip), UnitSlip.mu(slip)),
        new RoomsRule(
            BigDecimal.valueOf(thresholds.minRoomsPerHousehold()),
            BigDecimal.valueOf(thresholds.maxRoomsPerHousehold())),
        ContextRules::droughtWithDeaths);
  }

  private static SumRule sum(String rule, LossField total, LossField... parts) {
    return new SumRule(rule, List.of(parts), total, BigDecimal.ZERO);
  }
}
