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
    assertThat(told(losses(EVENTS).where(below()), SUMS))
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
    assertThat(told(losses(whole).where(below()), SUMS))
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
        LossByUnitYearTransform.apply(
            Given.inputs(Given.events(EVENTS), annual, Given.yearbook()), noFindings());
    Dataset<Row> final2021 = losses.where("basis = 'annual_final'").where(below());
    assertThat(told(final2021, "hazard_kind", "affected_population", "deaths", "direct_loss_wan"))
        .containsExactly("all 500 1 136.5", "flood 500 0 130.0", "hail null 1 6.5");
    assertThat(told(final2021, "crop_affected_ha")).containsOnly("null");
    assertThat(losses.where("basis = 'event_sum'").where(below()).count()).isEqualTo(8);
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
            Given.inputs(Given.events(events.toArray(new Row[0])), Given.annual(), yearbook),
            noFindings());
    assertThat(
            told(
                losses.where("hazard_kind = 'all'").where(below()),
                "admin_code",
                "year",
                "loss_gdp_pct"))
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
        .filteredOn(
            column ->
                (column.unit().equals("万元")
                        && !List.of("gdp_wan", "direct_loss_real_wan").contains(column.name()))
                    || column.label().contains("间数"))
        .hasSizeGreaterThan(8)
        .extracting(ColumnContract::name)
        .allSatisfy(name -> assertThat(LossField.find(name)).isPresent());
  }

  @Test
  void everyUnitIsTheSumOfTheUnitsBelow() {
    Row village = report("9", "E5", "370321103201", "final", 2L, 4.0, 11.5);
    Row neighbour = report("10", "E5", "370306101000", "final", 1L, null, 8.25);
    List<Row> events = new ArrayList<>(Arrays.asList(EVENTS));
    events.add(village);
    events.add(neighbour);
    Dataset<Row> losses = losses(events.toArray(new Row[0]));
    assertThat(
            told(
                losses.where("hazard_kind = 'all'"),
                "unit_level",
                "admin_code",
                "deaths",
                "direct_loss_wan"))
        .contains(
            "village 370321103201 2 11.5",
            "township 370321103000 2 11.5",
            "county 370321000000 3 136.8",
            "county 370306000000 1 8.25",
            "city 370300000000 4 145.05",
            "province 370000000000 4 145.05");
  }

  @Test
  void aReportOfAUnitGivesWayToReportsOfUnitsBelow() {
    Row whole = report("7", "E1", COUNTY, "final", 50L, null, 9000.0);
    List<Row> events = new ArrayList<>(Arrays.asList(EVENTS));
    events.add(whole);
    assertThat(told(losses(events.toArray(new Row[0])), SUMS))
        .isEqualTo(told(losses(EVENTS), SUMS));
  }

  @Test
  void notReportedZeroAndNotApplicableAreThreeThings() {
    Row drought = report("8", "E6", A, "drought", "2021-06-01", "final", 0L, null, 4.0);
    Dataset<Row> reports =
        Given.events(drought, EVENTS[5])
            .withColumn("relocated", org.apache.spark.sql.functions.lit(null).cast("bigint"));
    Dataset<Row> losses =
        LossByUnitYearTransform.apply(
            Given.inputs(reports, Given.annual(), Given.yearbook()), noFindings());
    assertThat(
            told(
                losses.where("admin_code = '" + A + "'"),
                "hazard_kind",
                "deaths",
                "not_reported",
                "partly_reported",
                "not_applicable"))
        .containsExactly(
            // relocation is missing for the hail alone, which can have it
            "all 0 relocated,affected_population deaths,crop_affected_ha null",
            "drought 0 crop_affected_ha,affected_population null relocated",
            "hail null deaths,relocated,affected_population null null");
  }

  @Test
  void realLossesAreInPricesOfTheCensusYearAndEmptyAcrossAGap() {
    Dataset<Row> yearbook =
        Given.yearbook(
            priced(2021, 100),
            priced(2022, 102),
            priced(2023, 100),
            priced(2024, 105),
            priced(2025, 100));
    Dataset<Row> gap =
        Given.yearbook(priced(2021, 100), priced(2022, 102), priced(2024, 105), priced(2025, 100));
    Row event = report("8", "E4", A, "snow", "2021-02-01", "final", 0L, null, 100.0);
    // 1.02 · 1.05
    assertThat(told(real(event, yearbook), "direct_loss_real_wan")).containsOnly("107.1");
    assertThat(told(real(event, gap), "direct_loss_real_wan")).containsOnly("null");
  }

  private static Dataset<Row> real(Row event, Dataset<Row> yearbook) {
    return LossByUnitYearTransform.apply(
        Given.inputs(Given.events(event), Given.annual(), yearbook), noFindings());
  }

  private static Row priced(int year, double cpi) {
    Object[] cells = new Object[10];
    Row plain = Given.yearbookRow("370321", year, 500_000, 10_000);
    for (int i = 0; i < 9; i++) {
      cells[i] = plain.get(i);
    }
    cells[9] = cpi;
    return row(cells);
  }

  private static String below() {
    return "unit_level NOT IN ('city', 'province')";
  }

  private static Dataset<Row> losses(Row... events) {
    return LossByUnitYearTransform.apply(
        Given.inputs(Given.events(events), Given.annual(), Given.yearbook()), noFindings());
  }

  private static Dataset<Row> noFindings() {
    return Given.rows(
        "admin_code string, year int, hazard_kind string, basis string, open_errors bigint,"
            + " open_warnings bigint, rows_kept_out bigint");
  }
}
