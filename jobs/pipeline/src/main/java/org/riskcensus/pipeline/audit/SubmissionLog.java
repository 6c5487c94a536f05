package org.riskcensus.pipeline.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.lakehouse.ConcurrentRunException;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Slice;

/**
 * The steps of submissions 报送流程 in {@code ops.submission_event}: rows are added, none is changed,
 * and the last step of a submission says where it stands. Bounded by the number of files.
 */
public final class SubmissionLog {

  private static final String TABLE = "ops.submission_event";
  private static final StructType TYPE =
      StructType.fromDDL(
          "county_code STRING, census_year INT, source_id STRING, submission_id STRING,"
              + " dataset STRING, file STRING, sequence INT, from_state STRING, to_state STRING,"
              + " actor STRING, event_date DATE, reason STRING");

  private final Lake lake;
  private final Slice slice;

  /**
   * The log of a part of the census.
   *
   * @param slice year, counties and perhaps the one source that is written
   */
  public SubmissionLog(Lake lake, Slice slice) {
    this.lake = lake;
    this.slice = slice;
  }

  /** Where the submissions of the slice stand, by source. */
  public List<SubmissionStatus> list() {
    return list(lake.read(TABLE).where(slice.condition()));
  }

  /** Where the submissions of some rows of the log stand. */
  public static List<SubmissionStatus> list(Dataset<Row> events) {
    return status(events).collectAsList().stream().map(SubmissionStatus::of).toList();
  }

  /** One row a submission with {@code steps} and {@code state}, from rows of the log. */
  public static Dataset<Row> status(Dataset<Row> events) {
    Column[] submission = {
      col("census_year"),
      col("county_code"),
      col("source_id"),
      col("submission_id"),
      col("dataset"),
      col("file")
    };
    return events
        .groupBy(submission)
        .agg(
            max("sequence").as("steps"),
            max_by(col("to_state"), col("sequence")).as("state"),
            max_by(col("actor"), col("sequence")).as("actor"),
            max_by(col("event_date"), col("sequence")).as("event_date"),
            max_by(col("reason"), col("sequence")).as("reason"))
        .orderBy("census_year", "source_id", "event_date", "submission_id");
  }

  /**
   * Takes one step, once a run.
   *
   * @param submission as it was when the step was decided on
   * @throws IllegalArgumentException when the step is not allowed, or a return has no reason
   * @throws ConcurrentRunException when the submission has gone on since
   */
  public void step(SubmissionStatus submission, SubmissionStep step) {
    Row row = row(submission, step);
    if (!lake.holds(TABLE, slice, lake.run().id())) {
      requireStanding(submission); // spares the branch
      lake.begin(TABLE);
      requireStanding(submission);
      append(List.of(row));
    }
  }

  private void requireStanding(SubmissionStatus submission) {
    if (!list().contains(submission)) {
      throw new ConcurrentRunException(
          submission.sourceId() + " " + submission.file() + ": another step was taken meanwhile");
    }
  }

  /**
   * Records files that were taken in: content that is new, or had been superseded, begins as a
   * draft; other content of the same sources is superseded. Content that is there already stays
   * where it stands.
   *
   * @param filed the submissions taken in, without a state
   * @param step who took them in, and when
   */
  public void filed(List<SubmissionStatus> filed, SubmissionStep step) {
    if (!rows(filed, step).isEmpty()) {
      lake.begin(TABLE); // a step taken just now is seen, or voids what is written here
      append(rows(filed, step));
    }
  }

  private List<Row> rows(List<SubmissionStatus> filed, SubmissionStep step) {
    List<SubmissionStatus> known = list();
    List<Row> rows = new ArrayList<>();
    for (SubmissionStatus fresh : filed) {
      boolean there = false;
      SubmissionStatus begin = fresh;
      for (SubmissionStatus old : known) {
        if (old.sourceId().equals(fresh.sourceId())) {
          boolean same = old.id().equals(fresh.id());
          boolean superseded = old.is(SubmissionState.SUPERSEDED);
          there |= same && !superseded;
          begin = same ? old : begin;
          if (!same && !superseded) {
            rows.add(row(old, superseded(step, fresh)));
          }
        }
      }
      if (!there) {
        rows.add(row(begin, step));
      }
    }
    return rows;
  }

  private static SubmissionStep superseded(SubmissionStep step, SubmissionStatus fresh) {
    String reason = "replaced by " + fresh.id();
    return new SubmissionStep(SubmissionState.SUPERSEDED, step.actor(), step.day(), reason);
  }

  private static Row row(SubmissionStatus of, SubmissionStep step) {
    of.state().ifPresent(from -> from.require(step.to()));
    String reason = step.reason();
    if (step.to() == SubmissionState.RETURNED && (reason == null || reason.isBlank())) {
      throw new IllegalArgumentException("a submission is returned for a reason; give one");
    }
    return RowFactory.create(
        of.county(),
        of.year(),
        of.sourceId(),
        of.id(),
        of.dataset(),
        of.file(),
        of.steps() + 1,
        of.state().map(SubmissionState::code).orElse(null),
        step.to().code(),
        step.actor(),
        Date.valueOf(step.day()),
        reason);
  }

  private void append(List<Row> rows) {
    lake.append(TABLE, slice, lake.run().id(), lake.spark().createDataFrame(rows, TYPE));
  }
}
