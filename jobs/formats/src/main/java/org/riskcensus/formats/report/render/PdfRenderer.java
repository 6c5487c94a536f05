package org.riskcensus.formats.report.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.riskcensus.formats.report.Report;

/** The report on A4 pages, made from its page: embedded fonts, bookmarks, page numbers. */
final class PdfRenderer {

  private static final String FONTS = "/fonts/ttf/NotoSansSC/NotoSansSC-";
  private static final String FAMILY = "Report";

  private PdfRenderer() {}

  static void write(Report report, Path file) throws IOException {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFont(() -> font("Regular"), FAMILY, 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("Bold"), FAMILY, 700, FontStyle.NORMAL, true);
    builder.withHtmlContent(HtmlRenderer.page(report, true), null);
    builder.useFastMode();
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      try (PDDocument document = renderer.getPdfDocument()) {
        identify(document, report);
        write(document, file);
      }
    }
  }

  /** Fonts get their text when they are cut down, which saving does: so it is saved twice. */
  private static void write(PDDocument document, Path file) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    document.save(saved);
    try (PDDocument again = Loader.loadPDF(saved.toByteArray())) {
      PdfText.correct(again, font("Regular"));
      again.setDocumentId(document.getDocumentId());
      again.save(file.toFile());
    }
  }

  /** What a PDF says of itself comes from the report: date of the data, a fixed id. */
  private static void identify(PDDocument document, Report report) {
    PDDocumentInformation about = document.getDocumentInformation();
    about.setTitle(report.cover().title());
    about.setSubject(report.cover().identity());
    about.setCreator("census");
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
    date.setTimeInMillis(
        report.cover().date().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    about.setCreationDate(date);
    about.setModificationDate(date);
    document.getDocumentCatalog().setLanguage(report.wording().languageTag());
    document.setDocumentId((long) report.cover().identity().hashCode());
  }

  private static InputStream font(String weight) {
    String resource = FONTS + weight + ".ttf";
    return Objects.requireNonNull(
        PdfRenderer.class.getResourceAsStream(resource),
        "the font " + resource + " is not on the class path");
  }
}
