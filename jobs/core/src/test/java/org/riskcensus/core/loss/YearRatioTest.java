package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class YearRatioTest {
  // 2021: 100 of 10,000 = 1%; 2022: 900 of 30,000 = 3%
  private static final List<YearRatio> YEARS =
      List.of(new YearRatio(2021, 100, 10_000), new YearRatio(2022, 900, 30_000));

  @Test
  void meanOfRatiosWeighsYearsAlikeAndRatioOfSumsByTheirBase() {
    assertThat(YearRatio.meanOfRatios(YEARS, 100)).isEqualTo(2.0, within(1e-12));
    // 1000 / 40,000
    assertThat(YearRatio.ratioOfSums(YEARS, 100)).isEqualTo(2.5, within(1e-12));
  }

  @Test
  void deathRateDependsOnItsBase() {
    // 2 deaths of 500,000 people: 4 per million, 0.4 per hundred thousand
    YearRatio year = new YearRatio(2021, 2, 500_000);
    assertThat(year.per(1_000_000)).isEqualTo(4.0, within(1e-12));
    assertThat(year.per(100_000)).isEqualTo(0.4, within(1e-12));
  }

  @Test
  void orderOfYearsChangesNothing() {
    List<YearRatio> reversed = List.of(YEARS.get(1), YEARS.get(0));
    assertThat(YearRatio.meanOfRatios(reversed, 100)).isEqualTo(YearRatio.meanOfRatios(YEARS, 100));
    assertThat(YearRatio.ratioOfSums(reversed, 100)).isEqualTo(YearRatio.ratioOfSums(YEARS, 100));
  }

  @Test
  void noYearOrAYearTwiceOrAnEmptyBaseIsRefused() {
    assertThatThrownBy(() -> YearRatio.meanOfRatios(List.of(), 100))
        .hasMessageContaining("no year");
    assertThatThrownBy(() -> YearRatio.ratioOfSums(List.of(YEARS.get(0), YEARS.get(0)), 100))
        .hasMessageContaining("2021 is given twice");
    assertThatThrownBy(() -> new YearRatio(2021, 5, 0)).hasMessageContaining("2021");
  }
}
