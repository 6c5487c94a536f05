package org.riskcensus.core.loss;

import java.io.Serializable;

/**
 * What a plan target is about. Indicators that differ in base are different indicators: a death
 * rate per million is never compared with one per hundred thousand.
 *
 * @param id identifier, snake_case
 * @param name Chinese name
 * @param nameEn English name
 * @param unit unit of value and target
 * @param base what a ratio is scaled to: 100, 1000, 100000, 1000000; 1 for plain quantities
 * @param formula the formula in words
 * @param measure the formula as computed
 */
public record KpiIndicator(
    String id,
    String name,
    String nameEn,
    String unit,
    double base,
    String formula,
    KpiMeasure measure)
    implements Serializable {

  public KpiIndicator {
    if (!(base > 0)) {
      throw new IllegalArgumentException("base of %s is %s".formatted(id, base));
    }
  }
}
