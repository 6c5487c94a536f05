package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * The direct loss against its six parts: {@code unit_slip_yuan} when the total is ten thousand
 * times their sum — it was filed in yuan —, else E4 when it misses the sum. One cause, one finding.
 */
record LossTotalRule(UnitSlip yuan, SumRule sums) implements LossRule {

  static LossTotalRule of(LossThresholds thresholds) {
    return new LossTotalRule(
        UnitSlip.yuan(thresholds.slipTolerance()),
        new SumRule(
            "E4",
            LossField.LOSS_PARTS,
            LossField.DIRECT_LOSS_WAN,
            BigDecimal.valueOf(thresholds.sumToleranceWan())));
  }

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    Optional<BigDecimal> sum = SumRule.findSum(row, LossField.LOSS_PARTS);
    Optional<BigDecimal> total = row.find(LossField.DIRECT_LOSS_WAN);
    if (sum.isEmpty() || total.isEmpty() || !yuan.between(total.get(), sum.get())) {
      return sums.check(row, context);
    }
    return List.of(
        RuleFinding.of(
            "unit_slip_yuan",
            LossField.DIRECT_LOSS_WAN,
            total.get(),
            Wording.phrase("total_filed_in_yuan", RuleFinding.plain(sum.get())),
            yuan.proposal(LossField.DIRECT_LOSS_WAN, total.get())));
  }
}
