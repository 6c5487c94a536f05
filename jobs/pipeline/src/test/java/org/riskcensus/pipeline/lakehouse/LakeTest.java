package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    long snapshot = first.table(TABLE).currentSnapshot().snapshotId();

    assertThat(first.replaceYear(TABLE, 2025, account("370321", 99))).isEqualTo(1);
    assertThat(first.table(TABLE).currentSnapshot().snapshotId()).isEqualTo(snapshot);

    Lake neighbour = TestLake.open(spark, "run-b", "500237");
    neighbour.replaceYear(TABLE, 2025, account("500237", 7));
    Lake corrected = TestLake.open(spark, "run-c", "370321");
    corrected.replaceYear(TABLE, 2025, account("370321", 11));

    List<Row> rows = spark.table(TABLE).orderBy("county_code").collectAsList();
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
    assertThat(lake.tag(table)).isTrue();
    TestLake.open(spark, "run-u", "370306").replaceYear(table, 2025, hazard(0.75));

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
