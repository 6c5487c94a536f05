package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.maintain.MaintainJob;

class LakeTest {

  private static final String TABLE = "ops.exposure_account";

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void openSession() {
    spark = TestLake.session(directory);
  }

  @Test
  void anEqualRunWritesOnceAndAnotherReplacesOnlyItsOwnRows() {
    Lake first = TestLake.open(spark, "run-a", "370321");
    assertThat(first.replaceYear(TABLE, 2025, account("370321", 10))).isEqualTo(1);
    first.publish();
    long snapshot = first.table(TABLE).currentSnapshot().snapshotId();

    assertThat(first.replaceYear(TABLE, 2025, account("370321", 99))).isEqualTo(1);
    assertThat(first.table(TABLE).currentSnapshot().snapshotId()).isEqualTo(snapshot);

    Lake neighbour = TestLake.open(spark, "run-b", "500237");
    neighbour.replaceYear(TABLE, 2025, account("500237", 7));
    neighbour.publish();
    Lake corrected = TestLake.open(spark, "run-c", "370321");
    corrected.replaceYear(TABLE, 2025, account("370321", 11));
    corrected.publish();

    List<Row> rows =
        spark
            .table(TABLE)
            .where("county_code IN ('370321', '500237')")
            .orderBy("county_code")
            .collectAsList();
    assertThat(rows)
        .extracting(r -> r.<String>getAs("county_code"))
        .containsExactly("370321", "500237");
    assertThat(rows).extracting(r -> r.<Double>getAs("total")).containsExactly(11.0, 7.0);
    assertThat(rows).extracting(r -> r.<String>getAs("run_id")).containsExactly("run-c", "run-b");
    assertThat(neighbour.holds(TABLE)).isTrue();
    assertThat(first.holds(TABLE)).isFalse();
  }

  @Test
  void aTagKeepsTheReleaseReadable() {
    String table = "marts.cell_hazard";
    Lake lake = TestLake.open(spark, "run-t", "370306");
    lake.replaceYear(table, 2025, hazard(0.25));
    lake.publish();
    assertThat(lake.tag(table)).isTrue();
    Lake later = TestLake.open(spark, "run-u", "370306");
    later.replaceYear(table, 2025, hazard(0.75));
    later.publish();

    Row released =
        spark
            .sql("SELECT hazard_index FROM " + table + " VERSION AS OF 'census-2025'")
            .collectAsList()
            .get(0);
    assertThat(released.getDouble(0)).isEqualTo(0.25);
    assertThat(spark.table(table).collectAsList().get(0).<Double>getAs("hazard_index"))
        .isEqualTo(0.75);
  }

  @Test
  void nobodySeesARunBeforeItIsPublishedButTheRunItselfAndWhoNamesItsBranch() {
    Lake run = TestLake.open(spark, "run-w", "411521");
    run.replaceYear(TABLE, 2025, account("411521", 5));

    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code = '411521'")).isEmpty();
    assertThat(run.read(TABLE, 2025).count()).isEqualTo(1);
    assertThat(rows("SELECT * FROM " + TABLE + " VERSION AS OF '" + run.branch() + "'"))
        .anyMatch(row -> row.getAs("county_code").equals("411521"));

    Lake startedAgain = TestLake.open(spark, "run-w", "411521");
    assertThat(startedAgain.holds(TABLE)).isTrue();
    assertThat(startedAgain.publish()).isEqualTo(1);
    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code = '411521'")).hasSize(1);
    assertThat(run.table(TABLE).refs()).doesNotContainKey(run.branch());
  }

  @Test
  void ofTwoRunsAtOnceTheSecondIsMovedBehindTheFirstWhenTheirCountiesDiffer() {
    Lake first = TestLake.open(spark, "run-y", "110101");
    Lake second = TestLake.open(spark, "run-z", "110102");
    first.replaceYear(TABLE, 2025, account("110101", 1));
    second.replaceYear(TABLE, 2025, account("110102", 2));
    second.replaceYear(TABLE, 2025, account("110102", 2));
    first.publish();

    assertThat(second.publish()).isEqualTo(1);
    assertThat(second.holds(TABLE)).isTrue();
    assertThat(first.holds(TABLE)).isTrue();
    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code LIKE '1101%'")).hasSize(2);
    assertThat(second.table(TABLE).refs()).doesNotContainKey(second.branch());
    assertThat(second.written(TABLE, Slice.of(second.run()), "run-z")).containsEntry("110102", 1L);
  }

  @Test
  void ofTwoRunsOfOneCountyTheSecondIsRefusedWholeAndSucceedsWhenStartedAgain() {
    Lake first = TestLake.open(spark, "run-1", "130101");
    Lake second = TestLake.open(spark, "run-2", "130101");
    first.replaceYear(TABLE, 2025, account("130101", 1));
    second.replaceYear(TABLE, 2025, account("130101", 2));
    second.replaceYear("marts.cell_hazard", 2025, hazard(0.5));
    first.publish();

    assertThatThrownBy(second::publish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run-2")
        .hasMessageContaining("start it again");
    assertThat(second.table("marts.cell_hazard").refs()).doesNotContainKey(second.branch());

    Lake again = TestLake.open(spark, "run-2", "130101");
    assertThat(again.holds(TABLE)).isFalse();
    again.replaceYear(TABLE, 2025, account("130101", 2));
    again.publish();
    assertThat(rows("SELECT total FROM " + TABLE + " WHERE county_code = '130101'"))
        .extracting(row -> row.getDouble(0))
        .containsExactly(2.0);
  }

  @Test
  void aStateIsPublishedWholeAlsoWhenItsPublisherDiesAfterRecordingIt() {
    Lake killed = TestLake.open(spark, "run-d", "140101");
    killed.replaceYear(TABLE, 2025, account("140101", 1));
    killed.replaceYear(
        "marts.cell_hazard",
        2025,
        hazard(0.5)
            .selectExpr(
                "'140101' AS county_code",
                "cell",
                "hazard",
                "hazard_index",
                "hazard_level",
                "area_m2"));
    Releases releases = Releases.of(spark);
    long before = releases.newest().map(Release::number).orElse(0L);
    Release state = killed.publication().next(releases.newest(), Optional.of("census-1999"));
    assertThat(releases.record(state, killed.publication().releaseRow(state))).isTrue();
    assertThat(releases.record(state, killed.publication().releaseRow(state))).isFalse();
    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code = '140101'")).isEmpty();

    TestLake.open(spark, "run-e", "140102");
    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code = '140101'")).hasSize(1);
    assertThat(rows("SELECT * FROM marts.cell_hazard WHERE county_code = '140101'")).hasSize(1);
    assertThat(killed.table(TABLE).refs()).doesNotContainKey(killed.branch());
    assertThat(releases.find("census-1999").map(Release::number)).contains(before + 1);
    assertThat(releases.find("census-1999").flatMap(s -> s.findSnapshot(TABLE)))
        .contains(killed.table(TABLE).currentSnapshot().snapshotId());
    assertThat(rows("SELECT snapshots['" + TABLE + "'] FROM ops.release WHERE tag = 'census-1999'"))
        .hasSize(1);
  }

  @Test
  void theBranchOfARunGivenUpIsRemovedAndWhatIsPublishedStays() {
    Lake published = TestLake.open(spark, "run-k", "120101");
    published.replaceYear(TABLE, 2025, account("120101", 1));
    published.publish();
    Lake givenUp = TestLake.open(spark, "run-l", "120102");
    givenUp.replaceYear(TABLE, 2025, account("120102", 2));

    MaintainJob.run(spark, Contracts.load(), Instant.EPOCH);
    assertThat(givenUp.table(TABLE).refs()).containsKey(givenUp.branch());
    assertThat(MaintainJob.run(spark, Contracts.load(), Instant.now()).branches()).isPositive();
    assertThat(givenUp.table(TABLE).refs()).doesNotContainKey(givenUp.branch());
    assertThat(rows("SELECT * FROM " + TABLE + " WHERE county_code LIKE '1201%'")).hasSize(1);
  }

  private static List<Row> rows(String sql) {
    return spark.sql(sql).collectAsList();
  }

  @Test
  void rowsWithoutAMandatoryColumnAreRefused() {
    Lake lake = TestLake.open(spark, "run-x", "370321");
    assertThatThrownBy(
            () -> lake.replaceYear("ops.run", 2025, spark.sql("SELECT '370321' AS county_code")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ops.run");
  }

  private static Dataset<Row> account(String county, double total) {
    return spark.sql(
        "SELECT '%s' AS county_code, 'population' AS exposure, %sD AS total, %sD AS in_units, 0D AS outside_units, 0D AS difference"
            .formatted(county, total, total));
  }

  private static Dataset<Row> hazard(double index) {
    return spark.sql(
        "SELECT '370306' AS county_code, 1L AS cell, 'flood' AS hazard, %sD AS hazard_index, 1 AS hazard_level, 1D AS area_m2"
            .formatted(index));
  }
}
