package org.riskcensus.formats.report.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.staged.StagedName;

/** The kinds of files a report is issued as. */
public enum ReportFormat {
  HTML,
  PDF,
  DOCX,
  XLSX;

  /** The format of this extension, in any case. */
  public static Optional<ReportFormat> find(String extension) {
    return Arrays.stream(values())
        .filter(format -> format.extension().equals(extension.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Extension of its files, without a dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes the report; the file appears when it is whole. */
  public void write(Report report, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path staged = StagedName.beside(target);
    try {
      render(report, staged);
      Files.move(
          staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  private void render(Report report, Path file) throws IOException {
    switch (this) {
      case HTML -> HtmlRenderer.write(report, file);
      case PDF -> PdfRenderer.write(report, file);
      case DOCX -> DocxRenderer.write(report, file);
      case XLSX -> XlsxRenderer.write(report, file);
    }
  }
}
