package org.riskcensus.pipeline.job.inspection;

import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An object that was drawn, and where it comes from. A record of columns of {@code
 * ops.inspection_item}, so it has as many components.
 *
 * @param place longitude and latitude; null where it has none
 * @param findings rules that found something about it; null where none did
 * @param stratumObjects objects of its table and county
 * @param stratumDrawn those of them that were drawn
 */
record DrawnObject(
    String county,
    String dataset,
    String id,
    String adminCode,
    @Nullable String place,
    String source,
    String submission,
    String file,
    long row,
    @Nullable String findings,
    long stratumObjects,
    long stratumDrawn) {

  static DrawnObject of(Row row) {
    return new DrawnObject(
        text(row, "county_code"),
        text(row, "dataset"),
        text(row, "object_id"),
        text(row, "admin_code"),
        row.getAs("place"),
        text(row, "source_id"),
        text(row, "submission_id"),
        text(row, "file"),
        row.<Long>getAs("row_number"),
        row.getAs("findings"),
        row.<Long>getAs("stratum_objects"),
        row.<Long>getAs("stratum_drawn"));
  }

  private static String text(Row row, String column) {
    return Objects.requireNonNull(row.<String>getAs(column), column);
  }
}
