package org.riskcensus.pipeline.job.submission;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.audit.SubmissionLog;
import org.riskcensus.pipeline.audit.SubmissionStatus;
import org.riskcensus.pipeline.audit.SubmissionStep;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.lakehouse.Attempts;
import org.riskcensus.pipeline.lakehouse.Fingerprint;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.Slice;

/** Lists submissions and takes them from state to state. */
public final class SubmissionJob {

  private static final String EVENTS = "ops.submission_event";
  private static final String NO_METHOD = "none";

  private SubmissionJob() {}

  /**
   * Where submissions stand, one row each.
   *
   * @param year only this census year
   */
  public static Dataset<Row> list(SparkSession spark, Optional<Integer> year) {
    Dataset<Row> all = SubmissionLog.status(spark.table(EVENTS));
    return year.map(y -> all.where(col("census_year").equalTo(y))).orElse(all);
  }

  /** The steps of one submission, in order. */
  public static Dataset<Row> show(SparkSession spark, int year, String name) {
    SubmissionStatus submission = get(spark, year, name);
    return spark
        .table(EVENTS)
        .where(
            col("census_year")
                .equalTo(submission.year())
                .and(col("source_id").equalTo(submission.sourceId()))
                .and(col("submission_id").equalTo(submission.id())))
        .orderBy("sequence");
  }

  /**
   * Takes a step and publishes it. Where another step of the same submission comes first, this one
   * is judged anew from there, and refused where it no longer follows.
   *
   * @param name source id, for what was filed last, or the beginning of a submission id
   * @return where the submission stood before
   * @throws IllegalArgumentException when there is no such submission or the step is not allowed
   * @throws QualityRefusedException when a self-check is claimed while errors are open
   */
  public static SubmissionStatus step(
      SparkSession spark, int year, String name, SubmissionStep step) {
    return Attempts.of(() -> attempt(spark, year, name, step));
  }

  private static SubmissionStatus attempt(
      SparkSession spark, int year, String name, SubmissionStep step) {
    SubmissionStatus submission = get(spark, year, name);
    if (step.to() == SubmissionState.SELF_CHECKED) {
      requireNoOpenError(spark, submission);
    }
    Slice slice = new Slice(year, List.of(submission.county()), Optional.of(submission.sourceId()));
    Lake lake = Lake.open(spark, Contracts.load(), run(submission, step));
    new SubmissionLog(lake, slice).step(submission, step);
    lake.publish();
    return submission;
  }

  /** The state a submission goes to when it is simply passed on. */
  public static SubmissionState next(SparkSession spark, int year, String name) {
    SubmissionState now = get(spark, year, name).state().orElseThrow();
    return now.next().stream()
        .filter(s -> s != SubmissionState.RETURNED && s != SubmissionState.SUPERSEDED)
        .filter(s -> now != SubmissionState.SUPERSEDED)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is " + now + "; it goes on by filing new content with census ingest"));
  }

  private static SubmissionStatus get(SparkSession spark, int year, String name) {
    List<SubmissionStatus> named =
        SubmissionLog.list(spark.table(EVENTS).where(col("census_year").equalTo(year))).stream()
            .filter(s -> s.id().startsWith(name) || s.sourceId().equals(name))
            .toList();
    List<SubmissionStatus> current =
        named.stream().filter(s -> s.state().orElseThrow() != SubmissionState.SUPERSEDED).toList();
    List<SubmissionStatus> wanted = current.isEmpty() ? named : current;
    if (wanted.size() != 1) {
      throw new IllegalArgumentException(
          wanted.isEmpty()
              ? "no submission '" + name + "' in " + year + "; census submission list shows them"
              : "'" + name + "' is not one submission but " + wanted.size() + "; name its source");
    }
    return wanted.get(0);
  }

  private static void requireNoOpenError(SparkSession spark, SubmissionStatus submission) {
    long open =
        spark
            .table("ops.finding")
            .where(
                col("census_year")
                    .equalTo(submission.year())
                    .and(col("source_id").equalTo(submission.sourceId()))
                    .and(col("submission_id").equalTo(submission.id()))
                    .and(col("severity").equalTo("error"))
                    .and(col("waived_by").isNull()))
            .count();
    if (open > 0) {
      throw new QualityRefusedException(
          List.of(
              open + " open errors in " + submission.file() + ": correct and file it again",
              "census sql \"SELECT row_number, field, message_zh FROM ops.finding WHERE source_id = '"
                  + submission.sourceId()
                  + "' AND severity = 'error' AND waived_by IS NULL\" lists them"));
    }
  }

  /** A step is a run of its own: the same step taken twice is the same run. */
  private static Run run(SubmissionStatus submission, SubmissionStep step) {
    Fingerprint id = new Fingerprint().add(submission).add(step);
    return new Run(
        id.shortHex(),
        "submission",
        submission.year(),
        step.day(),
        List.of(submission.county()),
        NO_METHOD);
  }
}
