package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.lakehouse.Releases;

/**
 * The rows of one census year as they were released: read from the state of the lake with the
 * year's tag, all tables of one state; as they are now where there is none.
 */
final class Release {

  private final SparkSession spark;
  private final int year;

  Release(SparkSession spark, int year) {
    this.spark = spark;
    this.year = year;
  }

  /** Contracts with the levels of the release; see {@link ReleasedTables#contracts}. */
  Contracts contracts(Contracts own) {
    return ReleasedTables.find(spark, year).map(tables -> tables.contracts(own)).orElse(own);
  }

  /** What counties kept of a file of schemas; see {@link ReleasedTables#kept}. */
  Map<String, String> kept(String path) {
    return ReleasedTables.find(spark, year).map(tables -> tables.kept(path)).orElse(Map.of());
  }

  String tag() {
    return "census-" + year;
  }

  /** Whether there is such a table; one that came with a later version may be lacking. */
  boolean has(String table) {
    return snapshot(table).isPresent() || spark.catalog().tableExists(table);
  }

  private Optional<Long> snapshot(String table) {
    return Releases.of(spark).find(tag()).flatMap(state -> state.findSnapshot(table));
  }

  Dataset<Row> read(String table) {
    Optional<Long> snapshot = snapshot(table);
    Dataset<Row> rows =
        snapshot.isPresent()
            ? spark.read().option("versionAsOf", snapshot.get()).table(table)
            : spark.table(table);
    return rows.where(col("census_year").equalTo(year));
  }
}
