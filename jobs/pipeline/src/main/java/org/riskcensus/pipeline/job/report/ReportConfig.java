package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which report is made.
 *
 * @param year census year; its release is reported on
 * @param unit 12-digit code
 * @param formats kinds of files
 * @param language language of the text
 * @param out directory of the files
 */
public record ReportConfig(
    int year, String unit, List<ReportFormat> formats, Language language, Path out) {

  /** Reads a request as a user writes it, and adds everything that is wrong with it. */
  public static ReportConfig of(
      int year, String unit, List<String> formats, String language, Path out, Problems problems) {
    String code = unit.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}") ? pad(unit) : unit;
    if (!code.matches("\\d{12}")) {
      problems.add(
          "--unit", 0, unit + " is no administrative code: 6 digits of a county, or all 12");
    }
    List<ReportFormat> known =
        formats.stream().map(ReportFormat::find).flatMap(Optional::stream).distinct().toList();
    formats.stream()
        .filter(format -> ReportFormat.find(format).isEmpty())
        .forEach(
            format -> problems.add("--format", 0, format + " is none of html, pdf, docx, xlsx"));
    Optional<Language> spoken = Language.find(language);
    if (spoken.isEmpty()) {
      problems.add("--lang", 0, language + " is neither zh nor en");
    }
    return new ReportConfig(year, code, known, spoken.orElse(Language.ZH), out);
  }

  private static String pad(String unit) {
    return unit + "0".repeat(12 - unit.length());
  }

  /** The file of a format, such as {@code report_370321000000_2025.pdf}. */
  Path file(ReportFormat format) {
    String suffix = language == Language.ZH ? "" : "_" + language.code();
    return out.resolve("report_%s_%d%s.%s".formatted(unit, year, suffix, format.extension()));
  }
}
