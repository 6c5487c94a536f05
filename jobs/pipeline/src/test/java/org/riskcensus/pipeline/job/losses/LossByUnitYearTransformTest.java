package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.job.losses.Given.report;
import static org.riskcensus.pipeline.job.losses.Given.row;
import static org.riskcensus.pipeline.job.losses.Given.told;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.loss.LossField;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;

/** Sums worked by hand: two townships of one county, two events. */
class LossByUnitYearTransformTest {
  private static final String A = "370321101000";
  private static final String B = "370321102000";
  private static final String COUNTY = "370321000000";
  private static final String[] SUMS = {
    "basis",
    "admin_code",
    "year",
    "hazard_kind",
    "reports",
    "deaths",
    "crop_affected_ha",
    "direct_loss_wan"
  };

  private static final Row[] EVENTS = {
    // township A: the final report replaces the others, though it is not the highest
    report("1", "E1", A, "initial", 9L, 50.0, 900.0),
    report("2", "E1", A, "followup", 5L, 40.0, 500.0),
    report("3", "E1", A, "final", 1L, null, 100.1),
    // township B: the later follow-up counts while there is no final report
    report("4", "E1", B, "followup", null, 7.0, 10.0),
    report("5", "E1", B, "followup", null, 8.5, 20.2),
    // another event of another kind in A
    report("6", "E2", A, "hail", "2021-09-01", "initial", null, 1.5, 5.0)
  };

  @Test
  void latestReportOfAnEventAndUnitCountsAndKindsAddUp() {
    assertThat(told(losses(EVENTS), SUMS))
        .containsExactly(
            "event_sum 370321000000 2021 all 3 1 10.0 125.3",
            "event_sum 370321000000 2021 flood 2 1 8.5 120.3",
            "event_sum 370321000000 2021 hail 1 null 1.5 5.0",
            "event_sum 370321101000 2021 all 2 1 1.5 105.1",
            "event_sum 370321101000 2021 flood 1 1 null 100.1",
            "event_sum 370321101000 2021 hail 1 null 1.5 5.0",
            "event_sum 370321102000 2021 all 1 null 8.5 20.2",
            "event_sum 370321102000 2021 flood 1 null 8.5 20.2");
  }

  @Test
  void orderOfTheReportsChangesNothing() {
    List<String> expected = told(losses(EVENTS), SUMS);
    List<Row> shuffled = new ArrayList<>(Arrays.asList(EVENTS));
    Collections.shuffle(shuffled, new Random(5));
    assertThat(told(losses(shuffled.toArray(new Row[0])), SUMS)).isEqualTo(expected);
  }

  @Test
  void reportForTheCountyAsAWholeCountsForTheCountyAlone() {
    Row whole = report("7", "E3", COUNTY, "final", 2L, null, 3.0);
    assertThat(told(losses(whole), SUMS))
        .containsExactly(
            "event_sum 370321000000 2021 all 1 2 null 3.0",
            "event_sum 370321000000 2021 flood 1 2 null 3.0");
  }

  @Test
  void eventBelongsToTheYearItStartedIn() {
    Row event = report("8", "E4", A, "snow", "2020-12-31", "final", 0L, null, 1.0);
    assertThat(told(losses(event), "year")).containsOnly("2020");
  }

  @Test
  void annualFiguresStayApartFromEventSums() {
    Dataset<Row> annual =
        Given.annual(
            row(COUNTY, 2021, "flood", 500L, 0L, 130.0, null, null, null, "annual", 1L),
            row(COUNTY, 2021, "hail", null, 1L, 6.5, null, null, null, "annual", 2L));
    Dataset<Row> losses =
        LossByUnitYearTransform.apply(Given.events(EVENTS), annual, Given.yearbook(), noFindings());
    Dataset<Row> final2021 = losses.where("basis = 'annual_final'");
    assertThat(told(final2021, "hazard_kind", "affected_population", "deaths", "direct_loss_wan"))
        .containsExactly("all 500 1 136.5", "flood 500 0 130.0", "hail null 1 6.5");
    assertThat(told(final2021, "crop_affected_ha")).containsOnly("null");
    assertThat(losses.where("basis = 'event_sum'").count()).isEqualTo(8);
  }

  @Test
  void lossOverGdpTakesTheSameYearAndCountiesAlone() {
    // 125.3 of 250,600 = 0.05%; there is no yearbook of 2020
    Row old = report("8", "E4", A, "snow", "2020-02-01", "final", 0L, null, 1.0);
    List<Row> events = new ArrayList<>(Arrays.asList(EVENTS));
    events.add(old);
    Dataset<Row> yearbook = Given.yearbook(Given.yearbookRow("370321", 2021, 500_000, 250_600));
    Dataset<Row> losses =
        LossByUnitYearTransform.apply(
            Given.events(events.toArray(new Row[0])), Given.annual(), yearbook, noFindings());
    assertThat(told(losses.where("hazard_kind = 'all'"), "admin_code", "year", "loss_gdp_pct"))
        .containsExactly(
            "370321000000 2020 null",
            "370321000000 2021 0.05",
            "370321101000 2020 null",
            "370321101000 2021 null",
            "370321102000 2021 null");
  }

  @Test
  void everyLossColumnOfTheContractIsALossField() {
    assertThat(Contracts.load().get("marts.loss_by_unit_year").columns())
        .filteredOn(column -> column.unit().equals("万元") || column.label().contains("间数"))
        .hasSizeGreaterThan(8)
        .extracting(ColumnContract::name)
        .allSatisfy(name -> assertThat(LossField.find(name)).isPresent());
  }

  private static Dataset<Row> losses(Row... events) {
    return LossByUnitYearTransform.apply(
        Given.events(events), Given.annual(), Given.yearbook(), noFindings());
  }

  private static Dataset<Row> noFindings() {
    return Given.rows(
        "admin_code string, year int, hazard_kind string, basis string, open_errors bigint,"
            + " open_warnings bigint");
  }
}
