package org.riskcensus.pipeline.job.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.riskcensus.pipeline.job.losses.Given.row;

import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.grid.CellGrid;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.pipeline.config.CellSizes;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.LakeConfig;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/** The job on a lake of its own: a county with two reports, an annual figure and a danger. */
class LossesJobTest {
  private static final String LINEAGE =
      ", source_id string, submission_id string, file string, row_number bigint,"
          + " qc_status string, sensitivity string";
  private static final Run RUN =
      new Run("r1", "test", 2025, LocalDate.of(2025, 12, 31), List.of("370321"), "m1");
  private static final List<String> TABLES =
      List.of(
          "marts.loss_by_unit_year",
          "marts.loss_by_event",
          "marts.loss_by_kind_month",
          "marts.loss_measure",
          "marts.reporting_status",
          "marts.loss_exceedance",
          "marts.loss_indicator",
          "marts.kpi_status",
          "marts.responsibility_item");
  private static final long FINE_CELL = Cells.of(1_000_133, 4_000_171, 20);

  @TempDir private static Path folder;
  private static Lake lake;

  @BeforeAll
  static void fillTheLakeAndRun() {
    stopSession();
    Given.spark();
    lake = Lake.open(SparkSessions.open(LakeConfig.of(folder)), Contracts.load(), RUN);
    fillStaging();
    LossesJob.run(lake, config(), Progress.SILENT);
    lake.publish();
  }

  @AfterAll
  static void stopSession() {
    if (SparkSession.getDefaultSession().isDefined()) {
      SparkSession.getDefaultSession().get().stop();
    }
  }

  @Test
  void statisticsTargetsAndResponsibilitiesAreInTheirTables() {
    assertThat(told("marts.loss_by_unit_year", "unit_level", "basis", "hazard_kind", "deaths"))
        .contains(
            "city event_sum all 1",
            "province annual_final flood 1",
            "township event_sum flood 1",
            "township event_sum all 1",
            "county event_sum flood 1",
            "county event_sum all 1",
            "county annual_final flood 1",
            "county annual_final all 1");
    // 100 of 50,000 万元
    assertThat(told("marts.loss_by_unit_year", "basis", "hazard_kind", "loss_gdp_pct"))
        .contains("annual_final all 0.2");
    assertThat(
            told("marts.loss_by_event", "unit_level", "stage", "counts", "deaths", "deaths_change"))
        .contains("county initial false 4 null", "county final true 1 -3");
    assertThat(
            told(
                "marts.loss_measure",
                "unit_level",
                "hazard_kind",
                "measure",
                "state",
                "value",
                "basis",
                "reconciliation"))
        .contains(
            "county all deaths reported 1.0 annual_final agrees",
            "county all direct_loss_wan reported 100.0 annual_final differs",
            "county all missing not_reported null null none",
            "township flood deaths reported 1.0 event_sum event_only");
    assertThat(told("marts.loss_by_kind_month", "unit_level", "month", "hazard_kind", "events"))
        .contains("county 7 all 1", "township 7 flood 1");
    assertThat(
            told(
                "marts.reporting_status",
                "unit_level",
                "basis",
                "reports",
                "status",
                "timeliness_pct"))
        .contains("county event_sum 2 complete null", "county annual_final 1 complete null");
    // 2 deaths a million of 500,000 residents is one
    assertThat(told("marts.loss_indicator", "unit_level", "indicator", "year", "value", "status"))
        .contains(
            "county deaths_per_million 2021 2.0 computed",
            "county loss_gdp_pct 2021 0.2 computed",
            "county sendai_c6 2021 null not_computable");
    assertThat(told("marts.kpi_status", "plan").stream().distinct())
        .as("plans without data are listed too")
        .containsExactly("H", "J", "W", "Z");
    assertThat(told("marts.kpi_status", "indicator", "target_year", "value", "status"))
        .contains("loss_gdp_pct 2025 0.2 met", "death_rate_per_million 2025 2.0 missed");
    assertThat(told("marts.responsibility_item", "item_id", "overdue"))
        .containsExactly("hidden_danger:370321:D1 true");
  }

  @Test
  void theTraceOfATargetListsTheRowsItsValueComesFrom() {
    Row target =
        lake.spark()
            .table("marts.kpi_status")
            .where("plan = 'H' AND indicator = 'loss_gdp_pct' AND target_year = 2025")
            .first();
    assertThat(Given.told(lake.spark().sql(target.getAs("trace")), "figure", "year", "value"))
        .containsExactly("direct_loss_wan 2021 100.0", "gdp_wan 2021 50000.0");
    assertThat(target.<String>getAs("inputs"))
        .isEqualTo("direct_loss_wan / gdp_wan: 2021 100/50000");
    assertThat(target.<String>getAs("trend_note")).isEqualTo("1 years, a trend needs 3");
  }

  @Test
  void everyRowIsAsItsContractRequires() {
    for (String table : TABLES) {
      List<String> required =
          Contracts.load().get(table).columns().stream()
              .filter(ColumnContract::required)
              .map(ColumnContract::name)
              .toList();
      for (Row row : lake.spark().table(table).collectAsList()) {
        assertThat(required)
            .as(table + " " + row)
            .allSatisfy(column -> assertThat(row.<Object>getAs(column)).isNotNull());
      }
    }
  }

  @Test
  void equalRunWritesNothing() {
    List<Long> before = snapshots();
    LossesJob.run(lake, config(), Progress.SILENT);
    assertThat(lake.publish()).isZero();
    assertThat(snapshots()).isEqualTo(before);
  }

  private static List<Long> snapshots() {
    return TABLES.stream().map(name -> lake.table(name).currentSnapshot().snapshotId()).toList();
  }

  private static LossesConfig config() {
    Problems problems = new Problems();
    LossesConfig config =
        LossesConfig.of(RUN.year(), RUN.logicalDate(), RUN.counties(), CellSizes.of(200), problems);
    problems.refuse();
    return config;
  }

  private static List<String> told(String table, String... columns) {
    return Given.told(lake.spark().table(table), columns);
  }

  private static void fillStaging() {
    put(
        "staging.loss_event",
        "object_id string, admin_code string, event_id string, hazard_kind string,"
            + " start_date date, end_date date, report_type string, deaths bigint,"
            + " direct_loss_wan double",
        event("1", "initial", 4L, 250.0),
        event("2", "final", 1L, 90.0));
    put(
        "staging.loss_annual",
        "object_id string, admin_code string, year int, hazard_kind string, deaths bigint,"
            + " direct_loss_wan double",
        row("Y1", "370321000000", 2021, "flood", 1L, 100.0));
    put(
        "staging.statistics_yearbook",
        "object_id string, admin_code string, year int, population bigint,"
            + " urban_population bigint, gdp_wan double, cpi_prev_100 double",
        row("B1", "370321000000", 2021, 500_000L, 250_000L, 50_000.0, 100.9));
    put(
        "staging.hidden_danger",
        "object_id string, admin_code string, name string, kind string, grade string,"
            + " responsible_unit string, administrative_post string, technical_post string,"
            + " patrol_post string, deadline date, status string, geometry binary,"
            + " xmin double, ymin double, xmax double, ymax double, cell bigint",
        danger());
    lake.replaceYear(
        "marts.cell_risk",
        2025,
        lake.spark()
            .createDataFrame(
                List.of(
                    row("370321", CellGrid.ofSide(200).parent(FINE_CELL), "flood", 0.3, 4, "key")),
                StructType.fromDDL(
                    "county_code string, cell bigint, hazard string, risk_index double,"
                        + " risk_level int, zone_class string")));
  }

  private static Row event(String id, String type, long deaths, double loss) {
    return row(
        id,
        "370321101000",
        "E1",
        "flood",
        Date.valueOf("2021-07-01"),
        Date.valueOf("2021-07-02"),
        type,
        deaths,
        loss);
  }

  private static Row danger() {
    return row(
        "D1",
        "370321101000",
        "险工段",
        "flood",
        "medium",
        "县水利局",
        "副县长",
        "总工",
        "巡查员",
        Date.valueOf("2025-06-30"),
        "open",
        new byte[] {1},
        118.0,
        37.0,
        118.0,
        37.0,
        FINE_CELL);
  }

  private static void put(String table, String columns, Row... rows) {
    List<Row> filed =
        Stream.of(rows)
            .map(
                row -> {
                  Object[] values = java.util.Arrays.copyOf(cells(row), row.size() + 6);
                  Object[] lineage = {"s", "sha", "f.csv", 1L, "ok", "L1"};
                  System.arraycopy(lineage, 0, values, row.size(), lineage.length);
                  return row(values);
                })
            .toList();
    lake.replaceYear(
        table, 2025, lake.spark().createDataFrame(filed, StructType.fromDDL(columns + LINEAGE)));
  }

  private static Object[] cells(Row row) {
    Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    return cells;
  }
}
