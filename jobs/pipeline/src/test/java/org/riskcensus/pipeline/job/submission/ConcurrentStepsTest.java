package org.riskcensus.pipeline.job.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.audit.SubmissionLog;
import org.riskcensus.pipeline.audit.SubmissionStatus;
import org.riskcensus.pipeline.audit.SubmissionStep;
import org.riskcensus.pipeline.lakehouse.ConcurrentRunException;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.Slice;
import org.riskcensus.pipeline.lakehouse.TestLake;

/** Several people take steps of submissions at once, each by a session of their own. */
class ConcurrentStepsTest {

  private static final String COUNTY = "370321";
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  @TempDir static Path directory;
  private static SparkSession spark;

  @BeforeAll
  static void fileThree() {
    spark = TestLake.session(directory);
    Lake lake = TestLake.open(spark, "filed", COUNTY);
    Slice slice = new Slice(2025, List.of(COUNTY), Optional.empty());
    new SubmissionLog(lake, slice)
        .filed(
            List.of(draft("shelters"), draft("buildings"), draft("roads")),
            new SubmissionStep(SubmissionState.DRAFT, "ingest", DAY, null));
    lake.publish();
  }

  @Test
  void eachStepFollowsTheOneBeforeAndWhoeverComesTooLateIsToldSo() throws Exception {
    List<String> told =
        atOnce(
            List.of(
                step("shelters", SubmissionState.SELF_CHECKED, "王工"),
                step("shelters", SubmissionState.SELF_CHECKED, "李工"),
                step("shelters", SubmissionState.SELF_CHECKED, "赵工"),
                step("buildings", SubmissionState.SELF_CHECKED, "王工"),
                step("buildings", SubmissionState.SUPERSEDED, "李工")));
    assertThat(told.subList(0, 3))
        .containsOnlyOnce("")
        .contains(
            "from SELF_CHECKED a submission cannot become SELF_CHECKED;"
                + " allowed: [SUBMITTED, SUPERSEDED]");
    assertThat(chain("shelters")).isEqualTo("draft self_checked");
    // Who came first decides: a draft that was replaced is not checked any more.
    assertThat(told.get(4)).isEmpty();
    assertThat(chain("buildings"))
        .isEqualTo(told.get(3).isEmpty() ? "draft self_checked superseded" : "draft superseded");
  }

  @Test
  void aStepFromWhereASubmissionNoLongerStandsIsNotRecorded() {
    Slice slice = new Slice(2025, List.of(COUNTY), Optional.of("roads"));
    SubmissionStatus stood =
        SubmissionLog.list(spark.table("ops.submission_event").where("source_id = 'roads'")).get(0);
    Lake first = TestLake.open(spark, "first", COUNTY);
    Lake second = TestLake.open(spark, "second", COUNTY);
    new SubmissionLog(first, slice).step(stood, to(SubmissionState.SELF_CHECKED, "王工"));
    first.publish();
    assertThatThrownBy(
            () ->
                new SubmissionLog(second, slice).step(stood, to(SubmissionState.SUPERSEDED, "李工")))
        .isInstanceOf(ConcurrentRunException.class)
        .hasMessage("roads roads.csv: another step was taken meanwhile");
    assertThat(second.publish()).as("tables it changed").isZero();
    assertThat(chain("roads")).isEqualTo("draft self_checked");
  }

  /** The states a submission went through, each told by its number and the one before. */
  private static String chain(String source) {
    List<String> states = new ArrayList<>();
    for (Row step :
        TestLake.session(directory)
            .table("ops.submission_event")
            .where("source_id = '" + source + "'")
            .orderBy("sequence")
            .collectAsList()) {
      assertThat(step.<Integer>getAs("sequence")).isEqualTo(states.size() + 1);
      if (!states.isEmpty()) {
        assertThat(step.<String>getAs("from_state")).isEqualTo(states.get(states.size() - 1));
      }
      states.add(step.getAs("to_state"));
    }
    return String.join(" ", states);
  }

  /** What each was refused for, empty where the step was taken. */
  private static List<String> atOnce(List<Callable<String>> steps) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(steps.size());
    try {
      List<String> told = new ArrayList<>();
      for (Future<String> done : threads.invokeAll(steps)) {
        told.add(done.get());
      }
      return told;
    } finally {
      threads.shutdown();
    }
  }

  private static Callable<String> step(String source, SubmissionState state, String by) {
    return () -> {
      SparkSession own = TestLake.session(directory);
      try {
        SubmissionJob.step(own, 2025, source, to(state, by));
        return "";
      } catch (IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
      }
    };
  }

  private static SubmissionStep to(SubmissionState state, String by) {
    return new SubmissionStep(state, by, DAY, null);
  }

  private static SubmissionStatus draft(String source) {
    return new SubmissionStatus(
        2025, COUNTY, source, "id-" + source, source, source + ".csv", 0, Optional.empty());
  }
}
