package org.riskcensus.core.loss;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One target of a local emergency-management plan 应急管理规划指标; a component per entry of the register,
 * hence so many.
 *
 * @param plan letter of the plan: H, Z, J or W
 * @param indicator what it is about
 * @param comparator how value and target compare
 * @param target the number to reach; null when the document is garbled
 * @param asFiled the target in the words of the document
 * @param asFiledEn the same in English
 * @param targetYear year by which it is to be reached
 * @param nature {@code binding} 约束性 or {@code expected} 预期性; null where the plan does not say
 * @param evidence evidence mark and place in the document
 * @param note what a reader must know, empty when nothing
 */
public record KpiTarget(
    String plan,
    KpiIndicator indicator,
    KpiComparator comparator,
    @Nullable Double target,
    String asFiled,
    String asFiledEn,
    int targetYear,
    @Nullable String nature,
    String evidence,
    String note)
    implements Serializable {

  /**
   * Judges a value in the indicator's unit and base; {@code remark} says how it came about. The
   * value is rounded to nine decimals first, so that one at the target is not off it by floating
   * point.
   */
  KpiResult judge(String period, double measured, String remark) {
    double value = BigDecimal.valueOf(measured).setScale(9, RoundingMode.HALF_UP).doubleValue();
    if (target == null) {
      String reason = "the plan's target cannot be read: '%s'; %s".formatted(asFiled, note);
      return new KpiResult(this, period, value, KpiStatus.NOT_COMPUTABLE, reason);
    }
    boolean met = comparator.met(value, target);
    return new KpiResult(this, period, value, met ? KpiStatus.MET : KpiStatus.MISSED, remark);
  }

  /** The result for a target whose value cannot be had. */
  KpiResult notComputable(String period, String reason) {
    return new KpiResult(this, period, null, KpiStatus.NOT_COMPUTABLE, reason);
  }
}
