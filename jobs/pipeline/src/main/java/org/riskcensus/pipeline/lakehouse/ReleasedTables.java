package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.LevelScale;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The rows of one census year in one published state of the lake: all tables of one moment, with a
 * record of the snapshots that were read.
 */
public final class ReleasedTables {

  private final SparkSession spark;
  private final Release release;
  private final int year;
  private final Map<String, Long> snapshots = new TreeMap<>();

  private ReleasedTables(SparkSession spark, Release release, int year) {
    this.spark = spark;
    this.release = release;
    this.year = year;
  }

  /** The tables of the newest release of a census year, if there is one. */
  public static Optional<ReleasedTables> find(SparkSession spark, int year) {
    return Releases.of(spark)
        .find("census-" + year)
        .map(release -> new ReleasedTables(spark, release, year));
  }

  /** The tables as they are published now, whether or not as a release of a census year. */
  public static Optional<ReleasedTables> newest(SparkSession spark, int year) {
    return Releases.of(spark).newest().map(release -> new ReleasedTables(spark, release, year));
  }

  public Release release() {
    return release;
  }

  public int year() {
    return year;
  }

  /**
   * The name of the release.
   *
   * @throws java.util.NoSuchElementException when it is the newest state and was not released
   */
  public String tag() {
    return release.tag().orElseThrow();
  }

  /** Whether the release has this table. */
  public boolean has(String table) {
    return release.findSnapshot(table).isPresent();
  }

  /**
   * The rows of a table.
   *
   * @throws java.util.NoSuchElementException when the release lacks the table
   */
  public Dataset<Row> read(String table) {
    long snapshot = release.findSnapshot(table).orElseThrow();
    snapshots.put(table, snapshot);
    return spark
        .read()
        .option("versionAsOf", snapshot)
        .table(table)
        .where(col("census_year").equalTo(year));
  }

  /** The rows of a table; empty where the release lacks it. */
  public Optional<Dataset<Row>> find(String table) {
    return has(table) ? Optional.of(read(table)) : Optional.empty();
  }

  /** Those few rows of a table that meet a condition, in order; none where the table is lacking. */
  public List<Row> rows(String table, Column condition, String... order) {
    if (!has(table)) {
      return List.of();
    }
    Column[] by = Arrays.stream(order).map(name -> col(name)).toArray(Column[]::new);
    return read(table).where(condition).orderBy(by).collectAsList();
  }

  /**
   * The text of a file below {@code schemas/} that the counties were assessed with, by county; none
   * of a county that has kept none.
   */
  public Map<String, String> kept(String path) {
    Map<String, String> texts = new TreeMap<>();
    for (Row file : rows(KeptLevels.TABLE, col("path").equalTo(path), "county_code")) {
      texts.put(file.getAs("county_code"), file.getAs("text"));
    }
    return texts;
  }

  /**
   * Contracts with the levels that the release was assessed by, since what a number means depends
   * on how many levels there are. All its counties have the same, see {@link KeptLevels}.
   */
  public Contracts contracts(Contracts own) {
    requireHazards(own);
    return own.with(
        kept(LevelScale.FILE).values().stream()
            .findFirst()
            .map(LevelScale::of)
            .orElseGet(LevelScale::ofProject));
  }

  /**
   * Refuses contracts that do not know a hazard of the release, as they lack its name and columns.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with these hazards
   */
  public void requireHazards(Contracts own) {
    Set<String> unknown = new TreeSet<>();
    for (String text : kept(CodeList.HAZARDS).values()) {
      unknown.addAll(CodeList.hazards(text).codes());
    }
    unknown.removeAll(own.codeList("hazard").codes());
    if (!unknown.isEmpty()) {
      Problems problems = new Problems();
      problems.add(
          tag(),
          0,
          "was assessed for hazards of one's own, %s, that are not known here: set CENSUS_SCHEMAS to the folder of schema files it was run with"
              .formatted(unknown));
      problems.refuse();
    }
  }

  /** The run that made the rows of a county (six digits), if the release has them. */
  public Optional<ReleaseRun> findRun(String county) {
    return runs(county).stream().findFirst();
  }

  /** The runs that made the rows of the counties whose code begins so. */
  public List<ReleaseRun> runs(String prefix) {
    snapshots.put("ops.run", release.findSnapshot("ops.run").orElseThrow());
    return ReleaseRun.list(spark, release, year).stream()
        .filter(run -> run.county().startsWith(prefix))
        .toList();
  }

  /** The snapshot of every table read so far. */
  public Map<String, Long> snapshots() {
    return new TreeMap<>(snapshots);
  }
}
