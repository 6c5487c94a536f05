package org.riskcensus.core.loss;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.riskcensus.core.finding.Wording;

/**
 * A value filed in a smaller unit than its column has: yuan for 万元 (10⁴) or mu 亩 for hectares (15).
 *
 * @param factor how many of the smaller unit make the column's unit
 * @param tolerance relative distance from the factor that still counts
 */
record UnitSlip(BigDecimal factor, BigDecimal tolerance) implements Serializable {

  static UnitSlip yuan(double tolerance) {
    return new UnitSlip(BigDecimal.valueOf(10_000), BigDecimal.valueOf(tolerance));
  }

  static UnitSlip mu(double tolerance) {
    return new UnitSlip(BigDecimal.valueOf(15), BigDecimal.valueOf(tolerance));
  }

  /** Whether {@code filed} is about {@code factor} times {@code right}; the edge counts. */
  boolean between(BigDecimal filed, BigDecimal right) {
    if (filed.signum() <= 0 || right.signum() <= 0) {
      return false;
    }
    BigDecimal expected = right.multiply(factor);
    BigDecimal distance = filed.subtract(expected).abs();
    return distance.compareTo(expected.multiply(tolerance)) <= 0;
  }

  /** The repair to propose: the filed value in the column's unit. */
  Wording proposal(LossField field, BigDecimal filed) {
    BigDecimal converted = filed.divide(factor, MathContext.DECIMAL64);
    return Wording.phrase("field_is", field.column(), RuleFinding.plain(converted));
  }
}
