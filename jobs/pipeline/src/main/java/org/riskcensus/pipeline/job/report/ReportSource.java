package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.lakehouse.Release;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;
import org.riskcensus.pipeline.lakehouse.Releases;

/**
 * The rows a report is made from: those of one census year in one published state of the lake, and
 * the record of the snapshots that were read. Only few rows of a unit are asked for, so they come
 * to the driver.
 */
final class ReportSource {

  private final SparkSession spark;
  private final Release release;
  private final int year;
  private final Map<String, Long> snapshots = new TreeMap<>();

  private ReportSource(SparkSession spark, Release release, int year) {
    this.spark = spark;
    this.release = release;
    this.year = year;
  }

  /** The release of a census year, if there is one. */
  static Optional<ReportSource> find(SparkSession spark, int year) {
    return Releases.of(spark)
        .find("census-" + year)
        .map(release -> new ReportSource(spark, release, year));
  }

  String tag() {
    return "census-" + year;
  }

  /** Whether the release has this table. */
  boolean has(String table) {
    return release.findSnapshot(table).isPresent();
  }

  /** Rows of the release that meet {@code condition}; none where the release lacks the table. */
  List<Row> rows(String table, Column condition, String... order) {
    if (!has(table)) {
      return List.of();
    }
    Column[] by = Arrays.stream(order).map(name -> col(name)).toArray(Column[]::new);
    return read(table).where(condition).orderBy(by).collectAsList();
  }

  /** All rows of the year in {@code table}, to be made few by grouping. */
  Dataset<Row> read(String table) {
    long snapshot = release.findSnapshot(table).orElseThrow();
    snapshots.put(table, snapshot);
    return spark
        .read()
        .option("versionAsOf", snapshot)
        .table(table)
        .where(col("census_year").equalTo(year));
  }

  /** The runs that made the release for the counties whose code begins so. */
  List<ReleaseRun> runs(String prefix) {
    snapshots.put("ops.run", release.findSnapshot("ops.run").orElseThrow());
    return ReleaseRun.list(spark, release, year).stream()
        .filter(run -> run.county().startsWith(prefix))
        .toList();
  }

  /** Snapshot of every table read so far, by name. */
  Map<String, Long> snapshots() {
    return snapshots;
  }
}
