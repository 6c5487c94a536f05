package org.riskcensus.pipeline.job.inspection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.render.FormWorkbook;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.InspectionMethod;
import org.riskcensus.pipeline.method.InspectionMethodReader;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Sampling inspection 质量抽检: draws a sample and writes the sheet to fill in; reads a filled-in sheet
 * and writes the report.
 */
public final class InspectionJob {

  private final Contracts contracts;
  private final InspectionMethod method;
  private final InspectionWords words;
  private final Path out;

  private InspectionJob(
      Contracts contracts, InspectionMethod method, InspectionWords words, Path out) {
    this.contracts = contracts;
    this.method = method;
    this.words = words;
    this.out = out;
  }

  /**
   * Reads the method of inspection.
   *
   * @param language of what is written; a sheet that is read may be in another
   * @param out directory of the files
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with every problem of the method
   */
  public static InspectionJob load(Language language, Path out) {
    Problems problems = new Problems();
    Contracts contracts = Contracts.load();
    var method = InspectionMethodReader.read(SchemaFiles.load(), contracts, problems);
    problems.refuse();
    return new InspectionJob(
        contracts, method.orElseThrow(), InspectionWords.in(language, contracts), out);
  }

  /** The method. */
  public InspectionMethod method() {
    return method;
  }

  /**
   * Draws a sample, records it, and writes its files.
   *
   * @param formats the sheet to fill in as workbook, the notice in the others
   * @return the files
   */
  public List<Path> draw(SparkSession spark, InspectionRequest request, List<ReportFormat> formats)
      throws IOException {
    InspectionSample sample = new DrawJob(spark, contracts, method).run(request);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : formats) {
      Path file = file("inspection", sample, format);
      if (format == ReportFormat.XLSX) {
        FormWorkbook.write(new InspectionForm(contracts, words).of(sample), file);
      } else {
        format.write(new SamplePage(contracts, method, words).of(sample), file);
      }
      files.add(file);
    }
    return files;
  }

  /**
   * What came of an inspection.
   *
   * @param acceptance verdict on the whole
   * @param lines rates and verdict, for a reader
   * @param files the report
   */
  public record Outcome(Acceptance acceptance, List<String> lines, List<Path> files) {}

  /** Evaluates a filled-in sheet, records what came of it, and writes the report. */
  public Outcome evaluate(SparkSession spark, Path filled, List<ReportFormat> formats)
      throws IOException {
    Inspection inspection = new EvaluateJob(spark, contracts, method).run(filled);
    Report report = new ResultPage(contracts, method, words).of(inspection);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : formats) {
      Path file = file("inspection_result", inspection.sample(), format);
      format.write(report, file);
      files.add(file);
    }
    List<String> lines = inspection.results().stream().map(r -> r.line(words)).toList();
    return new Outcome(inspection.whole().acceptance(), lines, files);
  }

  private Path file(String kind, InspectionSample sample, ReportFormat format) {
    String name =
        "%s_%s_%d_%s%s.%s"
            .formatted(
                kind,
                sample.unit(),
                sample.year(),
                sample.id(),
                words.language().suffix(),
                format.extension());
    return out.resolve(name);
  }
}
