package org.riskcensus.pipeline.audit;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.riskcensus.core.submission.SubmissionState;

/**
 * Where a submission stands.
 *
 * @param year census year
 * @param sourceId source in the census description
 * @param id SHA-256 of its content
 * @param steps number of steps so far
 * @param state after the last of them; empty before the first
 */
public record SubmissionStatus(
    int year,
    String county,
    String sourceId,
    String id,
    String dataset,
    String file,
    int steps,
    Optional<SubmissionState> state) {

  static SubmissionStatus of(Row row) {
    return new SubmissionStatus(
        row.<Integer>getAs("census_year"),
        row.getAs("county_code"),
        row.getAs("source_id"),
        row.getAs("submission_id"),
        row.getAs("dataset"),
        row.getAs("file"),
        row.<Integer>getAs("steps"),
        Optional.of(SubmissionState.of(row.getAs("state"))));
  }

  boolean is(SubmissionState which) {
    return state.filter(s -> s == which).isPresent();
  }
}
