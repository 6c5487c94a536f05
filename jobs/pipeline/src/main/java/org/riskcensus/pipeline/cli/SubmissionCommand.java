package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.submission.SubmissionState;
import org.riskcensus.pipeline.audit.SubmissionStatus;
import org.riskcensus.pipeline.audit.SubmissionStep;
import org.riskcensus.pipeline.job.sql.SqlJob;
import org.riskcensus.pipeline.job.submission.SubmissionJob;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code census submission}: where files stand in review, and their steps. */
@Command(
    name = "submission",
    description = {
      "Submissions 报送: where files stand in review, and their steps.",
      "A submission is named by its source, or by the beginning of its id."
    })
final class SubmissionCommand {

  private static final int ALL = 10_000;

  /** What names a submission. */
  static final class Which {

    @Parameters(paramLabel = "SUBMISSION", description = "source id, or beginning of the id")
    private String name = "";

    @Option(names = "--year", required = true, description = "census year")
    private int year;
  }

  /** Who takes a step, and when. */
  static final class Who {

    @Option(names = "--by", required = true, description = "who takes the step")
    private String actor = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "day of the step")
    private LocalDate day = LocalDate.EPOCH;
  }

  @Command(name = "list", description = "Where all submissions stand.")
  int list(@Mixin LakeOptions options, @Option(names = "--year") @Nullable Integer year)
      throws IOException {
    try (SparkSession spark = options.session()) {
      SqlJob.show(SubmissionJob.list(spark, Optional.ofNullable(year)), ALL);
    }
    return 0;
  }

  @Command(name = "show", description = "The steps of one submission.")
  int show(@Mixin LakeOptions options, @Mixin Which which) throws IOException {
    return refusing(
        options, spark -> SqlJob.show(SubmissionJob.show(spark, which.year, which.name), ALL));
  }

  @Command(name = "advance", description = "Takes a submission to the next state, or to another.")
  int advance(
      @Mixin LakeOptions options,
      @Mixin Which which,
      @Mixin Who who,
      @Option(names = "--to", paramLabel = "STATE") @Nullable String to,
      @Option(names = "--reason") @Nullable String reason)
      throws IOException {
    return refusing(
        options,
        spark -> {
          SubmissionState state =
              to == null
                  ? SubmissionJob.next(spark, which.year, which.name)
                  : SubmissionState.of(to);
          step(options, spark, which, new SubmissionStep(state, who.actor, who.day, reason));
        });
  }

  @Command(name = "return", description = "Returns a submission to its filer, with a reason.")
  int giveBack(
      @Mixin LakeOptions options,
      @Mixin Which which,
      @Mixin Who who,
      @Option(names = "--reason", required = true) String reason)
      throws IOException {
    return refusing(
        options,
        spark ->
            step(
                options,
                spark,
                which,
                new SubmissionStep(SubmissionState.RETURNED, who.actor, who.day, reason)));
  }

  private static void step(
      LakeOptions options, SparkSession spark, Which which, SubmissionStep step) {
    SubmissionStatus before = SubmissionJob.step(spark, which.year, which.name, step);
    SubmissionState from = before.state().orElseThrow();
    options
        .out()
        .println(
            before.sourceId()
                + " "
                + before.file()
                + ": "
                + from.label()
                + " → "
                + step.to().label());
    options.out().flush();
  }

  /** Does work whose refusals are faults of the command, told as such. */
  private static int refusing(LakeOptions options, Consumer<SparkSession> work) throws IOException {
    try (SparkSession spark = options.session()) {
      work.accept(spark);
    } catch (IllegalArgumentException e) {
      Problems problems = new Problems();
      problems.add("census submission", 0, String.valueOf(e.getMessage()));
      problems.refuse();
    }
    return 0;
  }
}
