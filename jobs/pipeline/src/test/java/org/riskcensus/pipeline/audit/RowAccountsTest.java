package org.riskcensus.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class RowAccountsTest {

  private static final String TERMS =
      "rows_read || ' ' || rows_accepted || ' ' || rows_quarantined || ' ' || rows_duplicate"
          + " || ' ' || coalesce(string(pixels), '-') || ' ' || coalesce(string(pixels_empty), '-') || ' ' || balanced";

  private final SparkSession spark = LocalSpark.session();

  /** The second raster lost a row: of its 6 pixels 2 carry no data, so that 4 had to be read. */
  @Test
  void eachFileIsAccountedForAndARasterByItsPixelsToo() {
    Dataset<Row> sources =
        spark.sql(
            "SELECT '370321' county_code, 'population' dataset, source_id, source_id || '.f' file,"
                + " pixels, pixels_empty FROM VALUES ('lost', 6L, 2L), ('nothing', 9L, 9L),"
                + " ('raster', 6L, 2L), ('table', null, null), ('without_rows', null, null)"
                + " AS (source_id, pixels, pixels_empty)");
    Dataset<Row> judged =
        spark.sql(
            "SELECT * FROM VALUES ('lost', 'accepted'), ('lost', 'accepted'), ('lost', 'accepted'),"
                + " ('raster', 'accepted'), ('raster', 'duplicate'), ('raster', 'quarantined'),"
                + " ('raster', 'accepted'), ('table', 'accepted') AS (source_id, verdict)");
    Dataset<Row> files = RowAccounts.ofFiles(sources, judged, judged);
    assertThat(
            files.orderBy("source_id").selectExpr("source_id || ': ' || " + TERMS).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "lost: 3 3 0 0 6 2 false",
            "nothing: 0 0 0 0 9 9 true",
            "raster: 4 2 1 1 6 2 true",
            "table: 1 1 0 0 - - true",
            "without_rows: 0 0 0 0 - - true");
    Dataset<Row> written =
        spark.sql("SELECT '370321' county_code, 'population' dataset, 6L rows_accepted");
    assertThat(RowAccounts.ofTables(files, written).selectExpr(TERMS).head().getString(0))
        .isEqualTo("8 6 1 1 - - true");
  }
}
