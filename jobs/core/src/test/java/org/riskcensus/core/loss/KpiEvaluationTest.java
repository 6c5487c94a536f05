package org.riskcensus.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.riskcensus.core.loss.KpiFigure.DEATHS;
import static org.riskcensus.core.loss.KpiFigure.DIRECT_LOSS_WAN;
import static org.riskcensus.core.loss.KpiFigure.FOREST_FIRES;
import static org.riskcensus.core.loss.KpiFigure.FOREST_FIRES_24H;
import static org.riskcensus.core.loss.KpiFigure.GDP_WAN;
import static org.riskcensus.core.loss.KpiFigure.POPULATION;
import static org.riskcensus.core.loss.KpiFigure.RELIEF_HOURS;
import static org.riskcensus.core.loss.KpiFigure.SHELTER_M2;
import static org.riskcensus.core.loss.KpiFigure.URBAN_POPULATION;
import static org.riskcensus.core.loss.KpiMeasure.Kind.LATEST;
import static org.riskcensus.core.loss.KpiMeasure.Kind.LATEST_RATIO;
import static org.riskcensus.core.loss.KpiMeasure.Kind.MEAN_OF_RATIOS;
import static org.riskcensus.core.loss.KpiMeasure.Kind.RATIO_OF_SUMS;
import static org.riskcensus.core.loss.KpiMeasure.Kind.UNAVAILABLE;
import static org.riskcensus.core.loss.KpiMeasure.Kind.WORST;
import static org.riskcensus.core.loss.KpiStatus.MET;
import static org.riskcensus.core.loss.KpiStatus.MISSED;
import static org.riskcensus.core.loss.KpiStatus.NOT_COMPUTABLE;

import org.junit.jupiter.api.Test;

/** Each form of indicator, worked by hand. */
class KpiEvaluationTest {
  private static final KpiMeasure LOSS_TO_GDP =
      new KpiMeasure(MEAN_OF_RATIOS, DIRECT_LOSS_WAN, GDP_WAN, "");
  private static final KpiMeasure DEATH_RATE =
      new KpiMeasure(MEAN_OF_RATIOS, DEATHS, POPULATION, "");

  @Test
  void annualAverageIsTheMeanOfTheYearsOfThePlanAlone() {
    // 2020 is before the plan; 2021: 1%, 2022: 2%
    CountyFigures figures = new CountyFigures();
    figures.put(2020, DIRECT_LOSS_WAN, 5000.0).put(2020, GDP_WAN, 10_000.0);
    figures.put(2021, DIRECT_LOSS_WAN, 100.0).put(2021, GDP_WAN, 10_000.0);
    figures.put(2022, DIRECT_LOSS_WAN, 400.0).put(2022, GDP_WAN, 20_000.0);
    KpiResult result = evaluate(figures, 2024, target(LOSS_TO_GDP, 100, KpiComparator.AT_MOST, 1));
    assertThat(result.value()).isEqualTo(1.5);
    assertThat(result.status()).isEqualTo(MISSED);
    assertThat(result.period()).isEqualTo("2021-2022");
    assertThat(result.reason()).contains("ratio of sums 1.666667");
  }

  @Test
  void yearsAfterTheTargetYearOrTheCensusDoNotCount() {
    CountyFigures figures = new CountyFigures();
    figures.put(2021, DIRECT_LOSS_WAN, 1.0).put(2021, GDP_WAN, 100.0);
    figures.put(2022, DIRECT_LOSS_WAN, 9.0).put(2022, GDP_WAN, 100.0);
    KpiTarget target = target(LOSS_TO_GDP, 100, KpiComparator.AT_MOST, 1);
    assertThat(evaluate(figures, 2021, target).value()).isEqualTo(1.0);
    KpiTarget checkpoint =
        new KpiTarget(
            "H", target.indicator(), target.comparator(), 1.0, "", "", 2021, null, "[S]", "");
    assertThat(evaluate(figures, 2024, checkpoint).value()).isEqualTo(1.0);
  }

  @Test
  void yearMissingInsideThePeriodIsNamedAndNothingIsComputed() {
    CountyFigures figures = new CountyFigures();
    figures.put(2021, DEATHS, 0.0).put(2021, POPULATION, 500_000.0);
    figures.put(2022, POPULATION, 500_000.0);
    figures.put(2023, DEATHS, 1.0).put(2023, POPULATION, 500_000.0);
    KpiResult result = evaluate(figures, 2024, target(DEATH_RATE, 1e6, KpiComparator.AT_MOST, 1));
    assertThat(result.status()).isEqualTo(NOT_COMPUTABLE);
    assertThat(result.value()).isNull();
    assertThat(result.reason()).isEqualTo("not reported: deaths of 2022");
  }

  @Test
  void oneDeathOfHalfAMillionIsTwoPerMillionAndAFifthPerHundredThousand() {
    CountyFigures figures = new CountyFigures();
    figures.put(2021, DEATHS, 1.0).put(2021, POPULATION, 500_000.0);
    KpiTarget perMillion = target(DEATH_RATE, 1e6, KpiComparator.AT_MOST, 2);
    KpiTarget perHundredThousand = target(DEATH_RATE, 1e5, KpiComparator.BELOW, 0.2);
    assertThat(evaluate(figures, 2021, perMillion).value()).isEqualTo(2.0);
    assertThat(evaluate(figures, 2021, perMillion).status()).isEqualTo(MET);
    assertThat(evaluate(figures, 2021, perHundredThousand).value()).isEqualTo(0.2);
    assertThat(evaluate(figures, 2021, perHundredThousand).status()).isEqualTo(MISSED);
  }

  @Test
  void firesOutWithinADayArePooledSoThatAYearWithoutFiresDoesNoHarm() {
    CountyFigures figures = new CountyFigures();
    figures.put(2021, FOREST_FIRES, 0.0).put(2021, FOREST_FIRES_24H, 0.0);
    figures.put(2022, FOREST_FIRES, 8.0).put(2022, FOREST_FIRES_24H, 7.0);
    KpiMeasure measure = new KpiMeasure(RATIO_OF_SUMS, FOREST_FIRES_24H, FOREST_FIRES, "");
    KpiTarget target = target(measure, 100, KpiComparator.AT_LEAST, 95);
    assertThat(evaluate(figures, 2022, target).value()).isEqualTo(87.5);
    assertThat(evaluate(figures, 2021, target).reason()).isEqualTo("forest_fires is zero");
  }

  @Test
  void shelterPerResidentTakesTheLatestYearOfEach() {
    CountyFigures figures = new CountyFigures();
    figures.put(2025, SHELTER_M2, 500_000.0);
    figures.put(2023, URBAN_POPULATION, 1.0).put(2024, URBAN_POPULATION, 200_000.0);
    KpiMeasure measure = new KpiMeasure(LATEST_RATIO, SHELTER_M2, URBAN_POPULATION, "");
    KpiResult result = evaluate(figures, 2025, target(measure, 1, KpiComparator.AT_LEAST, 2.5));
    assertThat(result.value()).isEqualTo(2.5);
    assertThat(result.status()).isEqualTo(MET);
    assertThat(result.reason()).isEqualTo("shelter_m2 of 2025 / urban_population of 2024");
  }

  @Test
  void missingFigureIsNamed() {
    KpiTarget area =
        target(new KpiMeasure(LATEST, SHELTER_M2, null, ""), 1, KpiComparator.ABOVE, 1);
    KpiResult result = evaluate(new CountyFigures(), 2025, area);
    assertThat(result.status()).isEqualTo(NOT_COMPUTABLE);
    assertThat(result.reason()).isEqualTo("shelter_m2 is not reported");
  }

  @Test
  void slowestReliefOfThePeriodDecides() {
    CountyFigures figures = new CountyFigures();
    figures.put(2020, RELIEF_HOURS, 30.0).put(2021, RELIEF_HOURS, 4.0);
    figures.put(2023, RELIEF_HOURS, 9.5);
    KpiMeasure measure = new KpiMeasure(WORST, RELIEF_HOURS, null, "");
    KpiResult result = evaluate(figures, 2024, target(measure, 1, KpiComparator.AT_MOST, 10));
    assertThat(result.value()).isEqualTo(9.5);
    assertThat(result.period()).isEqualTo("2021-2024");
  }

  @Test
  void whatTheCensusDoesNotRecordSaysWhy() {
    KpiMeasure measure = new KpiMeasure(UNAVAILABLE, null, null, "no filing times");
    KpiResult result =
        evaluate(new CountyFigures(), 2024, target(measure, 100, KpiComparator.AT_LEAST, 100));
    assertThat(result.status()).isEqualTo(NOT_COMPUTABLE);
    assertThat(result.reason()).isEqualTo("no filing times");
  }

  @Test
  void measureWithTooFewFiguresIsRefused() {
    assertThatThrownBy(() -> new KpiMeasure(LATEST_RATIO, SHELTER_M2, null, ""))
        .hasMessageContaining("latest_ratio needs 2 figures");
  }

  private static KpiResult evaluate(CountyFigures figures, int censusYear, KpiTarget target) {
    return new KpiEvaluation(figures, 2021, censusYear).evaluate(target);
  }

  private static KpiTarget target(
      KpiMeasure measure, double base, KpiComparator comparator, double target) {
    KpiIndicator indicator =
        new KpiIndicator("indicator", "指标", "indicator", "1", base, "", measure);
    return new KpiTarget("H", indicator, comparator, target, "", "", 2025, null, "[S]", "");
  }
}
