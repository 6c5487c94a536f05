package org.riskcensus.core.loss;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One target of a local emergency-management plan 应急管理规划指标. It has a component per column of the
 * target register, hence so many.
 *
 * <p>The base belongs to the target: a death rate per million is never compared with one per
 * hundred thousand.
 *
 * @param plan letter of the plan: H, Z, J or W
 * @param indicator id of the indicator, which names its formula
 * @param indicatorName Chinese name as in the plan
 * @param comparator how value and target compare
 * @param target the number to reach; null when the document is garbled
 * @param asFiled the target as the document has it
 * @param unit unit of value and target
 * @param base what the ratio is scaled to: 100, 1000, 100000, 1000000; 1 for plain quantities
 * @param targetYear year by which it is to be reached
 * @param nature binding 约束性 or expected 预期性; null where the plan does not say
 * @param formula the formula, in words
 * @param evidence evidence mark and place
 * @param note what a reader must know, empty when nothing
 */
public record KpiTarget(
    String plan,
    String indicator,
    String indicatorName,
    KpiComparator comparator,
    @Nullable Double target,
    String asFiled,
    String unit,
    double base,
    int targetYear,
    @Nullable String nature,
    String formula,
    String evidence,
    String note)
    implements Serializable {

  public KpiTarget {
    if (!(base > 0)) {
      throw new IllegalArgumentException("base of %s %s is %s".formatted(plan, indicator, base));
    }
  }

  /**
   * Judges a value in the target's unit and base; {@code remark} says how it came about. The value
   * is rounded to nine decimals first, so that one at the target is not off it by floating point.
   */
  public KpiResult judge(double measured, String remark) {
    double value = BigDecimal.valueOf(measured).setScale(9, RoundingMode.HALF_UP).doubleValue();
    if (target == null) {
      String reason = "the plan's target is unreadable: '%s'; %s".formatted(asFiled, note);
      return new KpiResult(this, value, KpiStatus.NOT_COMPUTABLE, reason);
    }
    boolean met = comparator.met(value, target);
    return new KpiResult(this, value, met ? KpiStatus.MET : KpiStatus.MISSED, remark);
  }

  /** The result for a target whose value cannot be had. */
  public KpiResult notComputable(String reason) {
    return new KpiResult(this, null, KpiStatus.NOT_COMPUTABLE, reason);
  }
}
