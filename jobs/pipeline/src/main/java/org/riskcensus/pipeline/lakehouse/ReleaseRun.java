package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The run whose results a county's release holds, as {@code ops.run} tells it.
 *
 * @param county six digits
 * @param id run id
 * @param title name of the census for readers; its short name where a release of old has no other
 * @param synthetic whether its data are made up
 * @param date date the run counts for
 * @param methodVersion fingerprint of the methods
 */
public record ReleaseRun(
    String county,
    String id,
    String title,
    boolean synthetic,
    LocalDate date,
    String methodVersion) {

  private static final String TABLE = "ops.run";

  /** The runs of a census year in a published state, by county; few, one for each county. */
  public static List<ReleaseRun> list(SparkSession spark, Release state, int year) {
    Optional<Long> snapshot = state.findSnapshot(TABLE);
    return snapshot.isEmpty()
        ? List.of()
        : spark
            .read()
            .option("versionAsOf", snapshot.get())
            .table(TABLE)
            .where(col("census_year").equalTo(year))
            .orderBy("county_code")
            .collectAsList()
            .stream()
            .map(ReleaseRun::of)
            .toList();
  }

  private static ReleaseRun of(Row row) {
    Object title = find(row, "title");
    return new ReleaseRun(
        row.getAs("county_code"),
        row.getAs("run_id"),
        title == null ? row.getAs("census") : title.toString(),
        Boolean.TRUE.equals(find(row, "synthetic")),
        row.<java.sql.Date>getAs("logical_date").toLocalDate(),
        row.getAs("method_version"));
  }

  /** The value of a column that releases of old lack: a tag reads the schema of its snapshot. */
  private static @Nullable Object find(Row row, String column) {
    boolean present = Arrays.asList(row.schema().fieldNames()).contains(column);
    return present ? row.getAs(column) : null;
  }
}
