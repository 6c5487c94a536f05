package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.maintain.MaintainJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census maintain}: removes what runs left behind and nobody reads any more. */
@Command(
    name = "maintain",
    description = {
      "Removes the branches of runs that were given up, and snapshots that no release needs.",
      "Published rows and tagged releases stay."
    })
final class MaintainCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DATE",
      description = "what was written on that day (UTC) or later stays, such as 2026-01-31")
  private LocalDate before = LocalDate.EPOCH;

  @Override
  public Integer call() throws IOException {
    Instant start = before.atStartOfDay(ZoneOffset.UTC).toInstant();
    try (SparkSession spark = options.session()) {
      MaintainJob.Removed removed = MaintainJob.run(spark, Contracts.load(), start);
      options
          .out()
          .printf(
              Locale.ROOT,
              "removed: %,d branches of runs given up, %,d snapshots%n",
              removed.branches(),
              removed.snapshots());
    }
    return 0;
  }
}
