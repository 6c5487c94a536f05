package org.riskcensus.formats.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * A PDF of one page in the size of the paper, its fonts embedded as far as they are used. Equal
 * sheets give equal files: the file is dated by its data.
 */
final class PdfFile {

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private PdfFile() {}

  static void write(Path pdf, MapSheet sheet, Consumer<Canvas> drawing) throws IOException {
    Paper paper = sheet.paper();
    double scale = POINTS_PER_MILLIMETRE * paper.millimetresPerUnit();
    float width = (float) (paper.width() * scale);
    float height = (float) (paper.height() * scale);
    try (PDDocument document = new PDDocument()) {
      document.setDocumentInformation(information(sheet.text()));
      document.setDocumentId((long) sheet.text().hashCode());
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      Map<Typeface, PDFont> fonts = fonts(document);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(new Matrix((float) scale, 0, 0, (float) -scale, 0, height));
        drawing.accept(new PdfCanvas(content, fonts));
      }
      StagedFile.write(pdf, document::save);
    }
  }

  private static Map<Typeface, PDFont> fonts(PDDocument document) throws IOException {
    Map<Typeface, PDFont> fonts = new EnumMap<>(Typeface.class);
    for (Typeface typeface : Typeface.values()) {
      try (InputStream font = typeface.open()) {
        fonts.put(typeface, PDType0Font.load(document, font, true));
      }
    }
    return fonts;
  }

  private static PDDocumentInformation information(SheetText text) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(text.title());
    information.setSubject(text.subtitle() + " " + text.release());
    information.setCreationDate(date(text.date()));
    return information;
  }

  private static GregorianCalendar date(LocalDate date) {
    return GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
  }
}
