package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.explain.ExplainConfig;
import org.riskcensus.pipeline.job.explain.ExplainFormat;
import org.riskcensus.pipeline.job.explain.ExplainJob;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census explain}: why a unit has its grade. */
@Command(
    name = "explain",
    description = {
      "Tells why a county, township or village has its risk level: from the files and rows over",
      "indicators, weights and contributions to the grade and its zones, as one release has it."
    })
final class ExplainCommand implements Callable<Integer> {

  private static final String TAG = "census-";

  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--unit",
      required = true,
      paramLabel = "CODE",
      description = "administrative code, 6, 9 or 12 digits")
  private String unit = "";

  @Option(
      names = "--hazard",
      paramLabel = "K",
      description =
          "one hazard alone, by its code: flood, subsidence, reed_fire, geohazard or one of your own")
  private Optional<String> hazard = Optional.empty();

  @ArgGroup(multiplicity = "1")
  private When when = new When();

  private static final class When {
    @Option(names = "--year", paramLabel = "Y", description = "census year; its release is read")
    private @Nullable Integer year;

    @Option(names = "--release", paramLabel = "TAG", description = "the same as census-2025")
    private @Nullable String release;
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text, json or csv (default: ${DEFAULT-VALUE})")
  private String format = "text";

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of the text (default: ${DEFAULT-VALUE})")
  private String language = "zh";

  @Option(names = "--out", paramLabel = "FILE", description = "file (default: standard output)")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    Contracts contracts = Contracts.load();
    int year = year(problems);
    ExplainConfig config = ExplainConfig.of(year, unit, hazard, contracts, problems);
    Optional<ExplainFormat> as = ExplainFormat.find(format);
    if (as.isEmpty()) {
      problems.add("--format", 0, format + " is none of text, json, csv");
    }
    Language spoken = Language.of(language, problems);
    problems.refuse();
    try (SparkSession spark = options.session()) {
      String told = new ExplainJob(spark, contracts, config).run(as.orElseThrow(), spoken);
      if (out.isEmpty()) {
        options.out().print(told);
        options.out().flush();
      } else {
        Path file = out.get().toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, told);
        options.out().println(file);
      }
    }
    return 0;
  }

  private int year(Problems problems) {
    if (when.year != null) {
      return when.year;
    }
    String tag = String.valueOf(when.release);
    if (!tag.matches(TAG + "\\d{4}")) {
      problems.add("--release", 0, tag + " is no release of a census year, such as census-2025");
      return 0;
    }
    return Integer.parseInt(tag.substring(TAG.length()));
  }
}
