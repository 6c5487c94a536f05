package org.riskcensus.pipeline.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRowsTest {

  private static final String TABLE = "ops.row_account";

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void openSession() {
    spark = TestLake.session(directory);
  }

  /** Both begin with the same 16 characters, all that the bounds of a file keep of a text. */
  @Test
  void namesThatBeginAlikeAreSourcesOfTheirOwn() {
    write("run-1", "file:test_geometry_null.gpkg", "500001", 1);
    write("run-2", "file:test_geometry_valid.gpkg", "500001", 2);
    write("run-3", "file:test_geometry_null.gpkg", "500001", 3);
    assertThat(rows("500001")).containsExactly("null 3", "valid 2");
  }

  @Test
  void oneSourceIsReplacedAmongOthersInTheSameFileAndNothingElseChanges() {
    Lake whole = TestLake.open(spark, "run-w", "500002");
    whole.replaceYear(
        TABLE, 2025, account("500002", "a'b", 1).unionByName(account("500002", "geometry_c", 2)));
    whole.publish();
    write("run-x", "a'b", "500002", 7);
    assertThat(rows("500002")).containsExactly("a'b 7", "c 2");
  }

  @Test
  void theSameWriteIsDoneOnce() {
    write("run-a", "s_1", "500003", 1);
    Lake again = TestLake.open(spark, "run-a", "500003");
    Slice slice = new Slice(2025, List.of("500003"), Optional.of("s_1"));
    assertThat(again.holds(TABLE, slice, "run-a")).isTrue();
    assertThat(again.replace(TABLE, slice, "run-a", account("500003", "s_1", 9))).isEqualTo(1);
    assertThat(rows("500003")).containsExactly("1 1");
  }

  private static void write(String run, String source, String county, int read) {
    Lake lake = TestLake.open(spark, run, county);
    Slice slice = new Slice(2025, List.of(county), Optional.of(source));
    assertThat(lake.replace(TABLE, slice, run, account(county, source, read))).isEqualTo(1);
    lake.publish();
  }

  private static List<String> rows(String county) {
    return spark
        .table(TABLE)
        .where("county_code = '" + county + "'")
        .orderBy("source_id")
        .selectExpr("regexp_replace(source_id, '.*_|[.].*', '') || ' ' || rows_read")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Dataset<Row> account(String county, String source, int read) {
    return spark.sql(
        ("SELECT '%s' AS county_code, 'file' AS scope, 'building' AS dataset, \"%s\" AS source_id,"
                + " 'f' AS file, %dL AS rows_read, %dL AS rows_accepted, 0L AS rows_quarantined,"
                + " 0L AS rows_duplicate, true AS balanced")
            .formatted(county, source, read, read));
  }
}
