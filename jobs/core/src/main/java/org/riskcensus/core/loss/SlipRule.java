package org.riskcensus.core.loss;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Wording;

/**
 * W6: slips of units inside a row. A part of the loss is ten thousand times what the total leaves
 * for it (元 for 万元), or a crop area is fifteen times the area it is a part of (亩 for 公顷). The total
 * itself in yuan is {@code unit_slip_yuan}.
 */
record SlipRule(UnitSlip yuan, UnitSlip mu) implements LossRule {
  private static final String RULE = "W6";

  private static final List<List<LossField>> PART_AND_WHOLE =
      List.of(
          List.of(LossField.CROP_LOST_HA, LossField.CROP_DAMAGED_HA),
          List.of(LossField.CROP_DAMAGED_HA, LossField.CROP_AFFECTED_HA),
          List.of(LossField.GRAIN_AFFECTED_HA, LossField.CROP_AFFECTED_HA),
          List.of(LossField.GRAIN_DAMAGED_HA, LossField.CROP_DAMAGED_HA),
          List.of(LossField.GRAIN_LOST_HA, LossField.CROP_LOST_HA));

  @Override
  public List<Finding> check(LossRecord row, LossContext context) {
    List<Finding> findings = new ArrayList<>(partsInYuan(row));
    for (List<LossField> pair : PART_AND_WHOLE) {
      Optional<BigDecimal> part = row.find(pair.get(0));
      Optional<BigDecimal> whole = row.find(pair.get(1));
      if (part.isPresent() && whole.isPresent() && mu.between(part.get(), whole.get())) {
        Wording expected =
            Wording.phrase(
                "looks_filed_in_mu", pair.get(1).column(), RuleFinding.plain(whole.get()));
        Wording proposal = mu.proposal(pair.get(0), part.get());
        findings.add(RuleFinding.of(RULE, pair.get(0), part.get(), expected, proposal));
      }
    }
    return findings;
  }

  private List<Finding> partsInYuan(LossRecord row) {
    Optional<BigDecimal> sum = SumRule.findSum(row, LossField.LOSS_PARTS);
    Optional<BigDecimal> total = row.find(LossField.DIRECT_LOSS_WAN);
    if (sum.isEmpty() || total.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (LossField field : LossField.LOSS_PARTS) {
      BigDecimal part = row.find(field).orElseThrow();
      BigDecimal left = total.get().subtract(sum.get().subtract(part));
      if (yuan.between(part, left)) {
        Wording expected = Wording.phrase("part_filed_in_yuan", RuleFinding.plain(left));
        Wording proposal = yuan.proposal(field, part);
        findings.add(RuleFinding.of(RULE, field, part, expected, proposal));
      }
    }
    return findings;
  }
}
