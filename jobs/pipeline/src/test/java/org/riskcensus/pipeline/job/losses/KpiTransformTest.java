package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.job.losses.Given.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

/** The plans of 桓台 and 巫山 on figures small enough to work by hand. */
class KpiTransformTest {
  private static final String H = "370321000000";
  private static final String W = "500237000000";

  @Test
  void plansOfTheCountiesAreEvaluatedOnTheirOwnFigures() {
    List<Row> rows = evaluate(List.of("370321", "500237"));
    // H 2021: 100/10,000 = 1%, 2022: 40/20,000 = 0.2%; mean 0.6%
    assertThat(told(rows, "H", "loss_gdp_pct", 2025)).isEqualTo("0.6 met 2021-2022");
    assertThat(told(rows, "H", "loss_gdp_pct", 2022)).isEqualTo("0.6 met 2021-2022");
    // 1 of 500,000 in 2021, none in 2022: (2 + 0) / 2 per million
    assertThat(told(rows, "H", "death_rate_per_million", 2025)).isEqualTo("1.0 missed 2021-2022");
    // 5000 and 0 of 500,000: (1000 + 0) / 2
    assertThat(told(rows, "H", "affected_per_100k", 2025)).isEqualTo("500.0 met 2021-2022");
    // nothing is filed on forest fires of 2022
    assertThat(told(rows, "H", "forest_fires_24h_pct", 2025)).isEqualTo("75.0 missed 2021");
    // 500,000 m² for 250,000 urban residents
    assertThat(told(rows, "H", "shelter_m2_per_urban", 2025)).isEqualTo("2.0 missed 2025");
    assertThat(told(rows, "H", "information_coverage_pct", 2025)).isEqualTo("90.0 missed 2022");
    assertThat(told(rows, "H", "reserve_persons", 2025)).isEqualTo("5000.0 met 2025");
    assertThat(told(rows, "H", "relief_hours", 2025)).isEqualTo("9.5 met 2021-2025");
    assertThat(told(rows, "H", "report_timeliness_pct", 2025))
        .isEqualTo("null not_computable 2021-2025");
    // two of three registered points are monitored; the treated one does not count
    assertThat(told(rows, "W", "geohazard_monitored_pct", 2025))
        .isEqualTo("66.666666667 missed 2025");
    assertThat(told(rows, "W", "loss_gdp_pct", 2025)).isEqualTo("null not_computable 2021-2025");
  }

  @Test
  void countyWithoutAPlanHasNoRows() {
    assertThat(evaluate(List.of("110101"))).isEmpty();
  }

  @Test
  void rowsHaveTheColumnsOfTheContractAndEveryReasonIsGiven() {
    List<String> contract =
        Contracts.load().get("marts.kpi_status").columns().stream()
            .map(column -> column.name())
            .filter(
                name ->
                    !List.of("census_year", "run_id", "input_snapshots", "method_version")
                        .contains(name))
            .toList();
    assertThat(KpiTransform.SCHEMA.fieldNames()).containsExactlyInAnyOrderElementsOf(contract);
    assertThat(evaluate(List.of("370321", "500237")))
        .hasSize(23)
        .allSatisfy(row -> assertThat(value(row, "reason")).asString().isNotBlank());
  }

  private static String told(List<Row> rows, String plan, String indicator, int year) {
    return rows.stream()
        .filter(row -> plan.equals(value(row, "plan")))
        .filter(row -> indicator.equals(value(row, "indicator")))
        .filter(row -> Integer.valueOf(year).equals(value(row, "target_year")))
        .map(row -> value(row, "value") + " " + value(row, "status") + " " + value(row, "period"))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Object value(Row row, String column) {
    return row.get(KpiTransform.SCHEMA.fieldIndex(column));
  }

  private static List<Row> evaluate(List<String> counties) {
    Problems problems = new Problems();
    LossesConfig config =
        LossesConfig.of(2025, LocalDate.of(2025, 12, 31), counties, CellSizes.of(200), problems);
    problems.refuse();
    Map<String, Dataset<Row>> tables = tables();
    return KpiTransform.apply(
        KpiFigures.collect(tables::get, 2025, config.method()), counties, config);
  }

  private static Map<String, Dataset<Row>> tables() {
    return Map.of(
        "statistics_yearbook",
        Given.yearbook(
            Given.yearbookRow("370321", 2021, 500_000, 10_000),
            Given.yearbookRow("370321", 2022, 500_000, 20_000)),
        "loss_annual",
        Given.annual(
            row(H, 2021, "flood", 5000L, 1L, 100.0, null, null, null, "a", 1L),
            row(H, 2021, "wildfire", null, null, 0.0, 0.5, 4, 3, "a", 2L),
            row(H, 2022, "flood", 0L, 0L, 40.0, null, null, null, "a", 3L)),
        "loss_event",
        Given.inputs(
                Given.events(
                    relief("1", "E1", "2021-07-01", 9.5),
                    relief("2", "E2", "2022-07-01", 4.0),
                    relief("3", "E3", "2019-07-01", 48.0)),
                Given.annual(),
                Given.yearbook())
            .events(),
        "shelter",
        Given.rows(
            "admin_code string, area_m2 double, capacity_persons int",
            row("370321101000", 300_000.0, 1000),
            row("370321102000", 200_000.0, 1000)),
        "material_depot",
        Given.rows(
            "admin_code string, area_m2 double, stock_persons int",
            row("370321101000", 900.0, 5000)),
        "admin_unit",
        Given.rows(
            "admin_code string, level string",
            row(H, "county"),
            row("370321101000", "township"),
            row("370321102000", "township")),
        "geohazard_point",
        Given.rows(
            "admin_code string, status string, monitoring string",
            row(W, "registered", "group"),
            row(W, "registered", "smart"),
            row(W, "registered", "none"),
            row(W, "treated", "none")));
  }

  private static Row relief(String id, String event, String start, double hours) {
    return row(
        id,
        event,
        "370321101000",
        "flood",
        java.sql.Date.valueOf(start),
        "final",
        java.sql.Date.valueOf(start),
        hours,
        null,
        null,
        1.0,
        "events",
        1L);
  }
}
