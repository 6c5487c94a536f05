package org.riskcensus.pipeline.job.inspection;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.lakehouse.Release;
import org.riskcensus.pipeline.lakehouse.Releases;

/** The newest published state of the lake, and which of its snapshots were read. */
final class PublishedTables {

  private final SparkSession spark;
  private final Release state;
  private final Map<String, Long> snapshots = new TreeMap<>();

  private PublishedTables(SparkSession spark, Release state) {
    this.spark = spark;
    this.state = state;
  }

  /** The state; empty in a lake where nothing was published. */
  static Optional<PublishedTables> find(SparkSession spark) {
    return Releases.of(spark).newest().map(state -> new PublishedTables(spark, state));
  }

  /** Rows of a census year; empty where the state lacks the table. */
  Optional<Dataset<Row>> find(String table, int year) {
    Optional<Long> snapshot = state.findSnapshot(table);
    snapshot.ifPresent(id -> snapshots.put(table, id));
    return snapshot.map(
        id ->
            spark
                .read()
                .option("versionAsOf", id)
                .table(table)
                .where(col("census_year").equalTo(year)));
  }

  /** Snapshots read so far, by table. */
  Map<String, Long> snapshots() {
    return snapshots;
  }
}
