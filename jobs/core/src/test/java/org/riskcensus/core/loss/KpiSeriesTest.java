package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.riskcensus.core.loss.KpiFigure.DIRECT_LOSS_WAN;
import static org.riskcensus.core.loss.KpiFigure.GDP_WAN;

import org.junit.jupiter.api.Test;

class KpiSeriesTest {
  private static final KpiTarget TARGET =
      new KpiTarget(
          "H",
          new KpiIndicator(
              "loss_gdp_pct",
              "损失占比",
              "share of losses",
              "%",
              100,
              "f",
              new KpiMeasure(KpiMeasure.Kind.MEAN_OF_RATIOS, DIRECT_LOSS_WAN, GDP_WAN, "")),
          KpiComparator.AT_MOST,
          1.0,
          "≤1%",
          "≤ 1%",
          2025,
          null,
          "[S]",
          "");

  @Test
  void theExpectedAverageIsThatOfTheYearsKnownAndThoseOfTheTrend() {
    // 0.2, 0.4, 0.6%: 0.2 a year; 2024 and 2025 are expected at 0.8 and 1.0; the mean of all is 0.6
    KpiSeries series = KpiSeries.of(TARGET, evaluation(2023, 20, 40, 60));
    KpiSeries.Trend trend = series.trend(2021);
    assertThat(trend.perYear()).isCloseTo(0.2, within(1e-12));
    assertThat(trend.projected()).isCloseTo(0.6, within(1e-12));
    assertThat(trend.status()).isEqualTo(KpiStatus.MET);
    assertThat(series.numerator()).isEqualTo(120);
    assertThat(series.denominator()).isEqualTo(30_000);
    assertThat(series.inputs())
        .isEqualTo("direct_loss_wan / gdp_wan: 2021 20/10000; 2022 40/10000; 2023 60/10000");
  }

  @Test
  void nothingIsExpectedOfAYearThatIsReachedOrOfTwoYears() {
    KpiSeries.Trend reached =
        KpiSeries.of(TARGET, evaluation(2025, 20, 40, 60, 80, 100)).trend(2021);
    assertThat(reached.projected()).isNull();
    assertThat(reached.note()).contains("the target year is reached");
    assertThat(KpiSeries.of(TARGET, evaluation(2022, 20, 40)).trend(2021).perYear()).isNull();
    assertThat(KpiSeries.of(TARGET, evaluation(2022)).inputs()).contains("none reported");
  }

  private static KpiEvaluation evaluation(int censusYear, double... losses) {
    CountyFigures figures = new CountyFigures();
    for (int i = 0; i < losses.length; i++) {
      figures.put(2021 + i, DIRECT_LOSS_WAN, losses[i]).put(2021 + i, GDP_WAN, 10_000.0);
    }
    return new KpiEvaluation(figures, 2021, censusYear);
  }
}
