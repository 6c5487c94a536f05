package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.expected.ExpectedTable;
import org.riskcensus.pipeline.job.sample.ProvinceConfig;
import org.riskcensus.pipeline.job.sample.ProvinceJob;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;

/**
 * A made-up province from its files to its statistics, held against what its generator came to
 * while it wrote them.
 */
@Tag("long")
class ProvinceCensusTest {

  /** With it a loss stands out, so that not all rows pass without a finding. */
  private static final long SEED = 2020;

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void fileIngestAndSum() throws IOException {
    ProvinceConfig.Size size = new ProvinceConfig.Size(2, 4, 3, 4);
    ProvinceJob.run(new ProvinceConfig("37", size, SEED, directory));
    spark = TestLake.session(directory.resolve("lake"));
    CensusRun run = CensusRun.check(directory.resolve("census.yaml"), Map.of(), Progress.SILENT);
    run.execute(spark, Step.INGEST, Step.INGEST, directory);
    run.execute(spark, Step.LOSSES, Step.LOSSES, directory);
  }

  @Test
  void everyFiledRowIsAccepted() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(expected("row_account.csv"), "census_year", "source_id");
    assertThat(expected.differences(rows("SELECT * FROM ops.row_account WHERE scope = 'file'")))
        .isEmpty();
  }

  @Test
  void onlyLossesThatStandOutAreWarnedOf() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            expected("findings.csv"),
            "census_year",
            "source_id",
            "row_number",
            "rule",
            "severity",
            "field");
    assertThat(expected.size()).isPositive();
    assertThat(
            expected.differences(
                rows(
                    "SELECT census_year, source_id, row_number, rule, severity, field"
                        + " FROM ops.finding")))
        .isEmpty();
  }

  @Test
  void lossesOfAllLevelsAreThoseOfTheGenerator() throws IOException {
    ExpectedTable expected =
        ExpectedTable.read(
            expected("loss_by_unit_year.csv"),
            "census_year",
            "admin_code",
            "unit_level",
            "year",
            "hazard_kind",
            "basis");
    assertThat(expected.where("unit_level", "province").size()).isPositive();
    assertThat(expected.differences(rows("SELECT * FROM marts.loss_by_unit_year"))).isEmpty();
  }

  @Test
  void unitsAreTheSumsOfThoseBelow() {
    for (String[] levels : new String[][] {{"province", "2"}, {"city", "4"}, {"county", "6"}}) {
      String sums =
          "SELECT year, hazard_kind, substring(admin_code, 1, %s) AS unit,"
              + " sum(deaths) AS deaths, round(sum(direct_loss_wan), 2) AS loss"
              + " FROM marts.loss_by_unit_year WHERE basis = 'event_sum' AND unit_level = '%s'"
              + " GROUP BY ALL";
      List<Row> own = rows(sums.formatted(levels[1], levels[0]));
      List<Row> below = rows(sums.formatted(levels[1], "township"));
      assertThat(own).as(levels[0]).isNotEmpty().containsExactlyInAnyOrderElementsOf(below);
    }
  }

  private static Path expected(String file) {
    return directory.resolve("expected").resolve(file);
  }

  private static List<Row> rows(String sql) {
    return spark.sql(sql).collectAsList();
  }
}
