package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * From the unit a value is filed in to the unit of its column: times {@code multiplier}, divided by
 * {@code divisor}. Two whole numbers instead of one factor, because 1/15 (亩 to 公顷) has no exact
 * decimal.
 */
public record UnitConversion(BigDecimal multiplier, BigDecimal divisor) implements Serializable {

  /**
   * The conversion between two units of one dimension, or by a plain positive factor.
   *
   * @param filed filed unit such as {@code mu}, {@code 亩}, or a factor such as {@code 0.001}
   * @param unit unit of the column
   * @return empty when the units are unknown or measure different things
   */
  public static Optional<UnitConversion> find(String filed, String unit) {
    Optional<BigDecimal> factor = NumberText.parse(filed).filter(f -> f.signum() > 0);
    if (factor.isPresent()) {
      return factor.map(f -> new UnitConversion(f, BigDecimal.ONE));
    }
    Optional<MeasureUnit> from = MeasureUnit.find(filed.strip());
    Optional<MeasureUnit> to = MeasureUnit.find(unit);
    if (from.isEmpty() || to.isEmpty() || !from.get().measuresLike(to.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new UnitConversion(
            from.get().numerator().multiply(to.get().denominator()),
            from.get().denominator().multiply(to.get().numerator())));
  }

  /** The value in the unit of the column, to 16 digits. */
  BigDecimal apply(BigDecimal filed) {
    return filed.multiply(multiplier).divide(divisor, MathContext.DECIMAL64);
  }
}
