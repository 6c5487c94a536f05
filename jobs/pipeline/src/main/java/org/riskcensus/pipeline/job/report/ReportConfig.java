package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which report is made.
 *
 * @param year census year; its release is reported on
 * @param period months reported on
 * @param unit 12-digit code
 * @param formats kinds of files
 * @param language language of the text
 * @param out directory of the files
 */
public record ReportConfig(
    int year,
    Edition edition,
    Period period,
    String unit,
    ReportLayout layout,
    List<ReportFormat> formats,
    Language language,
    Path out) {

  /** Reads what reports show, {@code methods/report.yaml}, and notes every problem. */
  public static void check(SchemaFiles files, Contracts contracts, Problems problems) {
    ReportLayout.read(files, contracts, problems);
  }

  /** Reads a request and adds everything that is wrong with it. */
  public static ReportConfig of(ReportRequest request, Contracts contracts, Problems problems) {
    ReportLayout layout = ReportLayout.read(SchemaFiles.load(), contracts, problems);
    Edition edition = edition(request.edition(), layout, problems);
    Period period = period(request, edition, problems);
    Integer year = request.year();
    if (year != null && period.year() > year) {
      problems.add("--period", 0, request.period() + " is later than the release of " + year);
    }
    return new ReportConfig(
        year == null ? period.year() : year,
        edition,
        period,
        unit(request.unit(), problems),
        layout,
        formats(request.formats(), problems),
        Language.of(request.language(), problems),
        request.out());
  }

  private static Edition edition(String id, ReportLayout layout, Problems problems) {
    Edition edition = layout.editions().get(id);
    if (edition == null) {
      String known = String.join(", ", layout.editions().keySet());
      problems.add("--edition", 0, id + " is none of " + known);
      return new Edition(id, Edition.Span.YEAR, 1, 12, List.of(), List.of(), List.of());
    }
    return edition;
  }

  private static Period period(ReportRequest request, Edition edition, Problems problems) {
    boolean ofYear = edition.span() == Edition.Span.YEAR || edition.span() == Edition.Span.SEASON;
    String text =
        request.period().isEmpty() && ofYear && request.year() != null
            ? Integer.toString(request.year())
            : request.period();
    Optional<Period> period = edition.find(text);
    if (period.isEmpty()) {
      String example = edition.span().example();
      problems.add(
          "--period",
          0,
          text.isEmpty()
              ? "the " + edition.id() + " edition needs a period such as " + example
              : text + " is no period of the " + edition.id() + " edition, such as " + example);
    }
    return period.orElse(Period.ofYear(request.year() == null ? 1949 : request.year()));
  }

  private static String unit(String unit, Problems problems) {
    String code =
        unit.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}") ? unit + "0".repeat(12 - unit.length()) : unit;
    if (!code.matches("\\d{12}")) {
      problems.add(
          "--unit", 0, unit + " is no administrative code: 6 digits of a county, or all 12");
    }
    return code;
  }

  private static List<ReportFormat> formats(List<String> formats, Problems problems) {
    formats.stream()
        .filter(format -> ReportFormat.find(format).isEmpty())
        .forEach(
            format -> problems.add("--format", 0, format + " is none of html, pdf, docx, xlsx"));
    return formats.stream().map(ReportFormat::find).flatMap(Optional::stream).distinct().toList();
  }

  /** The file of a format, such as {@code report_370321000000_2025-Q3_en.pdf}. */
  Path file(ReportFormat format) {
    String when =
        switch (edition.span()) {
          case YEAR -> Integer.toString(period.year());
          case QUARTER -> period.year() + "-Q" + period.last().getMonthValue() / 3;
          case MONTH -> period.last().toString();
          case SEASON -> period.year() + "-" + edition.id();
        };
    return out.resolve(
        "report_%s_%s%s.%s".formatted(unit, when, language.suffix(), format.extension()));
  }
}
