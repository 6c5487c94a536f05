package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.audit.QualityRefusedException;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.inspection.InspectionJob;
import org.riskcensus.pipeline.job.inspection.InspectionRequest;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code census qc}: sampling inspection. */
@Command(
    name = "qc",
    description = {
      "Sampling inspection 质量抽检: draws objects and writes the sheet an inspector fills in and signs,",
      "or reads a filled-in sheet and tells the error rate and the verdict.",
      "  census qc --year 2025 --unit 370321 --out 抽检",
      "  census qc --filled 抽检/inspection_….xlsx --out 抽检"
    })
final class QcCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which = new Which();

  /** Drawing, or evaluating. */
  static final class Which {

    @ArgGroup(exclusive = false, heading = "Draw a sample:%n")
    private @Nullable Draw draw;

    @Option(
        names = "--filled",
        paramLabel = "FILE",
        description = "a filled-in sheet, from the lake its sample was drawn from")
    private @Nullable Path filled;
  }

  /** What is drawn. */
  static final class Draw {

    @Option(names = "--year", required = true, paramLabel = "Y", description = "census year")
    private int year;

    @Option(
        names = "--unit",
        required = true,
        paramLabel = "CODE",
        description = "administrative code of the unit, such as 370321, 3703 or 370321100000")
    private String unit = "";

    @Option(names = "--seed", paramLabel = "N", description = "seed (default: of the method)")
    private @Nullable Long seed;

    @Option(
        names = "--share",
        paramLabel = "S",
        description = "share of objects, such as 0.1 (default: of the method)")
    private @Nullable Double share;

    @Option(
        names = "--table",
        split = ",",
        paramLabel = "T",
        description = "datasets, several with commas (default: all that are inspected)")
    private List<String> tables = List.of();

    InspectionRequest.Asked asked() {
      return new InspectionRequest.Asked(
          year,
          unit,
          seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
          share == null ? OptionalDouble.empty() : OptionalDouble.of(share),
          tables);
    }
  }

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "F",
      description = "html, xlsx, pdf, docx, several with commas (default: html,xlsx)")
  private List<String> formats = List.of("html", "xlsx");

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "language of what is written; a sheet is read in either (default: zh)")
  private String language = "zh";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "directory of the files (default: ./out)")
  private Path out = Path.of("out");

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    InspectionJob job = InspectionJob.load(Language.of(language, problems), out);
    List<ReportFormat> wanted = formats(problems);
    Draw draw = which.draw;
    if (draw != null) {
      Optional<InspectionRequest> request =
          InspectionRequest.of(draw.asked(), job.method(), problems);
      problems.refuse();
      try (SparkSession spark = options.session()) {
        job.draw(spark, request.orElseThrow(), wanted).forEach(this::tell);
      }
      return 0;
    }
    problems.refuse();
    return evaluate(job, wanted);
  }

  private int evaluate(InspectionJob job, List<ReportFormat> wanted) throws IOException {
    Path filled = Objects.requireNonNull(which.filled);
    try (SparkSession spark = options.session()) {
      InspectionJob.Outcome outcome = job.evaluate(spark, filled, wanted);
      outcome.lines().forEach(options.out()::println);
      outcome.files().forEach(this::tell);
      options.out().flush();
      if (outcome.acceptance() != Acceptance.PASSED) {
        throw new QualityRefusedException(
            List.of(
                "the inspection is "
                    + outcome.acceptance().code()
                    + " "
                    + outcome.acceptance().label()
                    + ": "
                    + filled
                    + "; ops.inspection_result and ops.inspection_verdict keep it"));
      }
    }
    return 0;
  }

  private void tell(Path file) {
    options.out().println(file.toAbsolutePath());
    options.out().flush();
  }

  private List<ReportFormat> formats(Problems problems) {
    formats.stream()
        .filter(format -> ReportFormat.find(format).isEmpty())
        .forEach(f -> problems.add("--format", 0, f + " is none of html, xlsx, pdf, docx"));
    return formats.stream().map(ReportFormat::find).flatMap(Optional::stream).distinct().toList();
  }
}
