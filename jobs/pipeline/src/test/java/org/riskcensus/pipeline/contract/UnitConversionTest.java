package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionTest {

  /** 15000 亩 are 1000 ha: the reed wetland of the county plan. */
  @ParameterizedTest
  @CsvSource({
    "mu, ha, 15000, 1000",
    "亩, ha, 1, 0.06666666666666667",
    "亩, km2, 1500, 1",
    "yuan, 万元, 12345, 1.2345",
    "亿元, 万元, 1.5, 15000",
    "m, km, 250, 0.25",
    "km, m, 1.2, 1200",
    "ha, m2, 0.5, 5000",
    "m2, ha, 5000, 0.5",
    "cm, m, 45, 0.45",
    "万人, 人, 49.7, 497000",
    "0.001, kg, 250, 0.25",
    "ha, ha, 7, 7"
  })
  void valuesMoveToTheUnitOfTheColumn(
      String from, String to, BigDecimal filed, BigDecimal expected) {
    assertThat(UnitConversion.find(from, to).orElseThrow().apply(filed))
        .isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"mu, m", "yuan, ha", "furlong, m", "m, furlong", "0, m", "-1, m", "'', m"})
  void unitsThatMeasureOtherThingsAreRefused(String from, String to) {
    assertThat(UnitConversion.find(from, to)).isEmpty();
  }
}
